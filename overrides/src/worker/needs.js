/** What to fetch of a part when some of its units are at hand. */

/**
 * @typedef {import("./manifest.js").PartManifest} PartManifest
 * @typedef {import("./manifest.js").Unit} Unit
 * @typedef {{ bundles: number[], units: number[] }} Needs numbers in the manifest
 */

/** More units than this are fetched as bundles. */
const MOST_UNITS = 24;

/**
 * Of each bundle its missing units, or the whole of it if that is less to move; and whole ones
 * as well, those with most missing units first, until there are few enough requests.
 * @param {PartManifest} manifest
 * @param {(unit: number) => boolean} atHand
 * @returns {Needs}
 */
export function needsOf(manifest, atHand) {
  const missing = new Set([...manifest.units.keys()].filter((unit) => !atHand(unit)));
  const candidates = manifest.bundles.map(([, , packed, holds], bundle) => {
    const units = holds.filter((unit) => missing.has(unit));
    return { bundle, units, whole: units.length > 1 && weight(manifest, units) >= packed };
  });
  const bundled = new Set(candidates.flatMap(({ units }) => units));
  let single = missing.size - candidates.reduce((sum, { units, whole }) => (
    sum + (whole ? units.length : 0)
  ), 0);
  for (const one of candidates.sort((a, b) => b.units.length - a.units.length)) {
    if (single <= MOST_UNITS) break;
    if (one.whole || one.units.length < 2) continue;
    one.whole = true;
    single -= one.units.length;
  }
  const few = candidates.filter(({ whole }) => !whole).flatMap(({ units }) => units);
  return {
    bundles: candidates.filter(({ whole }) => whole).map(({ bundle }) => bundle).sort((a, b) => a - b),
    units: [...few, ...[...missing].filter((unit) => !bundled.has(unit))].sort((a, b) => a - b),
  };
}

/**
 * @param {PartManifest} manifest
 * @param {number[]} units
 * @returns {number} bytes to move
 */
function weight(manifest, units) {
  return units.reduce((sum, unit) => sum + /** @type {Unit} */ (manifest.units[unit])[2], 0);
}
