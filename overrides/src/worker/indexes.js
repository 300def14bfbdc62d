/**
 * The indexes of saved parts.
 *
 * @typedef {import("./revision.js").Index} Index
 * @typedef {import("./revision.js").StoredIndex} StoredIndex
 */

import { sha256 } from "./bytes.js";
import { getJson, getText, INDEX, nameOf, ofPart, ofRevision } from "./store.js";

/** What an index has lists of. */
const LISTS = /** @type {const} */ (["headers", "entries", "lists", "units", "files", "extras", "beside"]);

/**
 * @param {Cache} cache
 * @param {string} part
 * @param {number} files so many it has to have
 * @returns {Promise<Index | null>} null if it isn't there or isn't whole
 */
export async function readIndex(cache, part, files) {
  const index = /** @type {StoredIndex | null} */ (await getJson(cache, ofPart(part, INDEX)));
  if (!index || !LISTS.every((name) => Array.isArray(index[name]))) return null;
  const byPath = new Map(index.files.map((file) => [file[0], file]));
  return byPath.size === files ? { ...index, byPath } : null;
}

/**
 * The site's manifest as it was saved, from its own entry or, if that is lost or damaged, an index.
 * @param {Cache} cache
 * @param {string} name the cache's, which ends in the manifest's hash
 * @param {Promise<readonly Request[]>} requests all of the cache
 * @returns {Promise<string | null>} null if no copy of it is whole
 */
export async function savedSite(cache, name, requests) {
  const own = await getText(cache, ofRevision("site"));
  if (own !== null && (await isOf(name, own))) return own;
  const indexes = (await requests).map(({ url }) => url).filter((url) => url.endsWith(`/${INDEX}`));
  for (const key of indexes) {
    const site = /** @type {StoredIndex | null} */ (await getJson(cache, key))?.site;
    if (typeof site === "string" && (await isOf(name, site))) return site;
  }
  return null;
}

/**
 * @param {string} name a cache's
 * @param {string} site a site's manifest
 */
async function isOf(name, site) {
  return nameOf(await sha256(new TextEncoder().encode(site))) === name;
}
