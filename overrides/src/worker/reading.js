/** A file of a saved part, put together from its ranges and checked. */

import { join, sha256 } from "./bytes.js";
import { openRevision, Revision } from "./revision.js";
import { readRanges } from "./slices.js";
import { getBytes, ofExtra, ofRevision, ownNames, putJson } from "./store.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./revision.js").File} File
 */

/**
 * The bytes of a file, from this revision or, if they are damaged here, from wherever they are whole.
 * @param {Revision} revision
 * @param {string} part
 * @param {File} file
 * @returns {Promise<Bytes | null>} null if no copy on this device is whole
 */
export async function readFile(revision, part, file) {
  const bytes = await readSlices(revision, part, file).catch(() => null);
  if (bytes) return bytes;
  revision.forget();
  // Why from the index: it may be the lookup that is damaged.
  const known = (await revision.index(part))?.byPath.get(file[0]) ?? file;
  const found = (await readOwn(revision, part, known)) ?? (await readElsewhere(known));
  if (!found) await noteDamage(revision, part, file[0]);
  return found;
}

/**
 * The bytes as this revision has them, of large entries only what is needed.
 * @param {Revision} revision
 * @param {string} part
 * @param {File} file
 * @returns {Promise<Bytes | null>} null if they are damaged
 */
async function readSlices(revision, part, [, hash, , , ranges]) {
  const lookup = await revision.lookup(part);
  if (!lookup) return null;
  const bytes = await readRanges(ranges, (entry) => revision.blob(part, lookup.entries[entry] ?? ""));
  if (!bytes) return null;
  return (await sha256(bytes)) === hash ? bytes : null;
}

/**
 * The bytes as this revision has them.
 * @param {Revision} revision
 * @param {string} part
 * @param {File} file
 * @returns {Promise<Bytes | null>} null if they are damaged
 */
export async function readOwn(revision, part, [, hash, , , ranges]) {
  const index = await revision.index(part);
  if (!index) return null;
  /** @type {Bytes[]} */
  const pieces = [];
  for (let at = 0; at < ranges.length; at += 3) {
    const [entry = 0, start, end] = ranges.slice(at, at + 3);
    const bytes = await revision.entry(part, index.entries[entry] ?? "");
    if (!bytes) return null;
    pieces.push(bytes.subarray(start, end));
  }
  const bytes = join(pieces);
  return (await sha256(bytes)) === hash ? bytes : null;
}

/**
 * The same file, or another one with the same content, in any part of any revision.
 * @param {File} wanted
 * @returns {Promise<Bytes | null>}
 */
async function readElsewhere([, hash]) {
  for (const name of await ownNames()) {
    const revision = await openRevision(name);
    for (const part of revision?.saved ?? []) {
      const index = await revision?.index(part);
      const same = index?.files.find((file) => file[1] === hash);
      const bytes = revision && same && (await readOwn(revision, part, same));
      if (bytes) return bytes;
    }
  }
  return null;
}

/**
 * The bytes of an extra.
 * @param {Revision} revision
 * @param {string} hash
 * @returns {Promise<Bytes | null>} null if it isn't saved, or damaged
 */
export async function readExtra(revision, hash) {
  const bytes = await getBytes(revision.cache, ofExtra(hash));
  if (!bytes) return null;
  if ((await sha256(bytes)) === hash) return bytes;
  await revision.cache.delete(ofExtra(hash));
  return null;
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {string} path
 */
export async function noteDamage(revision, part, path) {
  const place = inSite(part, path);
  if (revision.damaged.has(place)) return;
  revision.damaged.add(place);
  await keepDamage(revision);
}

/** @param {Revision} revision */
export async function keepDamage(revision) {
  // Why not awaited with care: a full storage must not keep a page from opening.
  await putJson(revision.cache, ofRevision("damaged"), [...revision.damaged]).catch(() => {});
}

/**
 * The path in the site of a file of a part.
 * @param {string} part
 * @param {string} path
 * @returns {string}
 */
export function inSite(part, path) {
  return part ? `${part}/${path}` : path;
}
