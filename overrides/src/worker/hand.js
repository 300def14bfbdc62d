/** What is at hand on the device of a part that is to be saved: units that stayed the same. */

import { sha256 } from "./bytes.js";
import { getBytes, getText, MANIFEST, ofPart } from "./store.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./revision.js").Revision} Revision
 */

/**
 * The part's manifest, if some revision has the same.
 * @param {Revision[]} revisions
 * @param {string} hash
 * @returns {Promise<string | null>}
 */
export async function manifestAtHand(revisions, hash) {
  for (const { cache, site, saved } of revisions) {
    for (const { path, manifest } of site.parts) {
      if (manifest !== hash || !saved.has(path)) continue;
      const text = await getText(cache, ofPart(path, MANIFEST));
      if (text !== null && (await sha256(new TextEncoder().encode(text))) === hash) return text;
    }
  }
  return null;
}

/**
 * The index of a saved part, with the hashes of all units: of those that came in bundles they are
 * worked out now.
 * @param {Revision} revision
 * @param {string} part
 * @returns {Promise<import("./revision.js").Index | null>}
 */
export async function withHashes(revision, part) {
  const index = await revision.index(part);
  for (const [number, entry] of index?.entries.entries() ?? []) {
    const bare = index?.units.filter(([hash, at]) => at === number && !hash) ?? [];
    const bytes = bare.length ? await getBytes(revision.cache, ofPart(part, entry)) : null;
    if (!bytes) continue;
    await Promise.all(bare.map(async (unit) => {
      const [, , offset, size] = unit;
      unit[0] = await sha256(bytes.subarray(offset, offset + size));
    }));
  }
  return index;
}

/**
 * Those of the wanted units that some saved part has, verified.
 * @param {Revision[]} revisions
 * @param {Set<string>} wanted hashes
 * @returns {Promise<Map<string, Bytes>>} by hash
 */
export async function unitsAtHand(revisions, wanted) {
  /** @type {Map<string, Bytes>} */
  const found = new Map();
  for (const revision of revisions) {
    for (const part of revision.saved) {
      if (found.size === wanted.size) return found;
      await takeFrom(revision, part, wanted, found);
    }
  }
  return found;
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {Set<string>} wanted
 * @param {Map<string, Bytes>} found
 */
async function takeFrom(revision, part, wanted, found) {
  const index = await revision.index(part);
  if (!index) return;
  for (const [number, entry] of index.entries.entries()) {
    const units = index.units.filter(([hash, at]) => (
      at === number && hash && wanted.has(hash) && !found.has(hash)
    ));
    if (units.length === 0) continue;
    const bytes = await getBytes(revision.cache, ofPart(part, entry));
    if (!bytes) continue;
    await Promise.all(units.map(async ([hash, , offset, size]) => {
      const unit = bytes.subarray(offset, offset + size);
      if (hash && (await sha256(unit)) === hash) found.set(hash, unit);
    }));
  }
}
