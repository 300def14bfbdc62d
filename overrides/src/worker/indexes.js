/**
 * The indexes of saved parts.
 *
 * @typedef {import("./revision.js").Index} Index
 * @typedef {import("./revision.js").StoredIndex} StoredIndex
 */

import { getJson, INDEX, ofPart } from "./store.js";

/**
 * @param {Cache} cache
 * @param {string} part
 * @returns {Promise<Index | null>}
 */
export async function readIndex(cache, part) {
  const index = /** @type {StoredIndex | null} */ (await getJson(cache, ofPart(part, INDEX)));
  return index && { ...index, byPath: new Map(index.files.map((file) => [file[0], file])) };
}

/**
 * The site's manifest when its own entry was lost.
 * @param {Cache} cache
 * @param {string[]} keys
 * @returns {Promise<string | null>}
 */
export async function siteFromAnIndex(cache, keys) {
  for (const key of keys.filter((one) => one.endsWith(`/${INDEX}`))) {
    const index = /** @type {StoredIndex | null} */ (await getJson(cache, key));
    if (index) return index.site;
  }
  return null;
}
