/**
 * Units that didn't come in a bundle are written together, as few entries: each costs milliseconds.
 *
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {{ entry: string, offset: number }} Spot where a unit was written
 */

import { join, sha256 } from "./bytes.js";
import { ofPart, put } from "./store.js";

/** About so many bytes, at the least, go into one entry. */
const ENTRY_SIZE = 512 * 1024;
const MOST_ENTRIES = 4;

/**
 * Write the units that have no spot yet.
 * @param {Cache} cache
 * @param {string} part
 * @param {Map<number, Bytes>} units by number
 * @param {Map<number, Spot>} spots by number; the new ones are added
 */
export async function writeLoose(cache, part, units, spots) {
  const loose = [...units].filter(([number]) => !spots.has(number));
  const size = loose.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const most = Math.max(ENTRY_SIZE, size / MOST_ENTRIES);
  while (loose.length) {
    const some = loose.splice(0, fitting(loose, most));
    const bytes = join(some.map(([, unit]) => unit));
    const entry = await sha256(bytes);
    await put(cache, ofPart(part, entry), bytes);
    let offset = 0;
    for (const [number, unit] of some) {
      spots.set(number, { entry, offset });
      offset += unit.length;
    }
  }
}

/**
 * How many of the first units fill an entry.
 * @param {[number, Bytes][]} units
 * @param {number} most
 * @returns {number}
 */
function fitting(units, most) {
  let sum = 0;
  const last = units.findIndex(([, bytes]) => (sum += bytes.length) >= most);
  return last < 0 ? units.length : last + 1;
}
