/** The index of a part: where in its entries the bytes of each file are. */

import { together } from "./lanes.js";
import { leavesOf, packLookup } from "./lookup.js";
import { clearPart, COMMITTED, INDEX, LOOKUP, MANIFEST, ofPart, put } from "./store.js";

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
 * @param {string[] | null} hashes of all units; null if they came in bundles
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
      return [hashes?.[unit] ?? null, numberOf(spot), spot.offset, size];
    }),
    files: files.verified.map(({ row: [path, hash, size, header, , title, facts], places }) => {
      const ranges = places.map((place, at) => {
        const spot = spotOf(places[at - (at % 3)] ?? NaN);
        return at % 3 ? spot.offset + place : numberOf(spot);
      });
      return [path, hash, size, header, ranges, title ?? null, facts ?? null];
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
  const { files, ...rest } = index;
  // Why by hand: the lines of the files, most of it all, are made into JSON once.
  const leaves = leavesOf(files);
  const lines = leaves.map(({ json }) => json.slice(1, -1)).join(",");
  await together([
    put(cache, ofPart(part, LOOKUP), packLookup(index, leaves)),
    put(cache, ofPart(part, INDEX), `${JSON.stringify(rest).slice(0, -1)},"files":[${lines}]}`),
    put(cache, ofPart(part, MANIFEST), manifest),
  ]);
  await put(cache, ofPart(part, COMMITTED), COMMITTED);
  await clearPart(cache, part, [...index.entries, MANIFEST, LOOKUP, INDEX, COMMITTED]);
}
