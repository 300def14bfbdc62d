/** The index of a part: where in its entries the bytes of each file are. */

import { packLookup } from "./lookup.js";
import { clearPart, COMMITTED, INDEX, LOOKUP, MANIFEST, ofPart, put, putJson } from "./store.js";

/**
 * @typedef {import("./rebuilding.js").Rebuilding} Rebuilding
 * @typedef {import("./revision.js").File} File
 * @typedef {import("./revision.js").StoredIndex} StoredIndex
 * @typedef {import("./loose.js").Spot} Spot
 */

/**
 * @param {string} site site.json
 * @param {import("./manifest.js").PartManifest} manifest
 * @param {Rebuilding} files with every file verified
 * @param {Map<number, Spot>} spots of all units
 * @param {string[]} hashes of all units
 * @returns {StoredIndex}
 */
export function indexOf(site, manifest, files, spots, hashes) {
  const spotOf = (/** @type {number} */ unit) => /** @type {Spot} */ (spots.get(unit));
  const entries = [...new Set([...spots.values()].map((spot) => spot.entry))];
  const numbers = new Map(entries.map((entry, number) => [entry, number]));
  const numberOf = (/** @type {Spot} */ spot) => numbers.get(spot.entry) ?? 0;
  return {
    site, headers: manifest.headers, entries, extras: manifest.extras,
    beside: manifest.beside.map(([path]) => path),
    lists: manifest.lists,
    units: manifest.sizes.map((size, unit) => {
      const spot = spotOf(unit);
      return [/** @type {string} */ (hashes[unit]), numberOf(spot), spot.offset, size];
    }),
    files: files.verified.map(([path, hash, size, header, recipe, title, facts]) => {
      const ranges = files.piecesOf(recipe).map(({ bytes, unit, offset }) => {
        const spot = spotOf(unit);
        const start = spot.offset + offset;
        return /** @type {Range} */ ([numberOf(spot), start, start + bytes.length]);
      });
      return /** @type {File} */ (
        [path, hash, size, header, merged(ranges), title ?? null, facts ?? null]
      );
    }),
  };
}

/**
 * Write what is left to write of a part; the mark comes last, when nothing is missing any more.
 * @param {Cache} cache
 * @param {string} part
 * @param {string} manifest
 * @param {StoredIndex} index
 */
export async function commit(cache, part, manifest, index) {
  const written = await Promise.allSettled([
    put(cache, ofPart(part, MANIFEST), manifest),
    putJson(cache, ofPart(part, INDEX), index),
    put(cache, ofPart(part, LOOKUP), packLookup(index)),
  ]);
  // Why only when all are done: whoever clears up after a fault must not meet an entry that comes late.
  for (const one of written) if (one.status === "rejected") throw one.reason;
  await put(cache, ofPart(part, COMMITTED), COMMITTED);
  await clearPart(cache, part, [...index.entries, MANIFEST, LOOKUP, INDEX, COMMITTED]);
}

/** @typedef {[entry: number, start: number, end: number]} Range */

/**
 * Ranges that follow on each other are one; all in one flat list.
 * @param {Range[]} ranges
 * @returns {number[]}
 */
function merged(ranges) {
  /** @type {Range[]} */
  const long = [];
  for (const range of ranges) {
    const last = long.at(-1);
    if (last && last[0] === range[0] && last[2] === range[1]) last[2] = range[2];
    else long.push(range);
  }
  return long.flat();
}
