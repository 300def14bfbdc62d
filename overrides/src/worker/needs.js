/** What to fetch of a part when some of its units are at hand. */

/**
 * @typedef {import("./manifest.js").PartManifest} PartManifest
 * @typedef {import("./manifest.js").Bundle} Bundle
 * @typedef {{ bundles: number[], units: number[] }} Needs numbers in the manifest
 */

/** More units than this are fetched as bundles. */
const MOST_UNITS = 24;

/** A unit that is packed by itself is larger than its share of a bundle, by about so much. */
const BY_ITSELF = 1.5;

/**
 * Of each bundle its missing units, or the whole of it if that is less to move; and whole ones
 * as well, those with most missing units first, until there are few enough requests.
 * @param {PartManifest} manifest
 * @param {(unit: number) => boolean} atHand
 * @param {number} [most] units, one by one
 * @returns {Needs}
 */
export function needsOf(manifest, atHand, most = MOST_UNITS) {
  const candidates = manifest.bundles.map((bundle, number) => {
    const units = bundle.units.filter((unit) => !atHand(unit));
    const share = sum(units.map((unit) => manifest.sizes[unit] ?? 0)) / bundle.unpacked;
    return { number, units, whole: units.length > 1 && share * BY_ITSELF >= 1 };
  });
  let single = sum(candidates.map(({ units, whole }) => (whole ? 0 : units.length)));
  for (const one of candidates.slice().sort((a, b) => b.units.length - a.units.length)) {
    if (single <= most) break;
    if (one.whole || one.units.length === 0) continue;
    one.whole = true;
    single -= one.units.length;
  }
  return {
    bundles: candidates.filter(({ whole }) => whole).map(({ number }) => number),
    units: candidates.filter(({ whole }) => !whole).flatMap(({ units }) => units),
  };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
