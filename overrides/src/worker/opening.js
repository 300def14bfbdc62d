/** From the names and marks in the storage to a revision. */

import { siteFromAnIndex } from "./indexes.js";
import { Revision } from "./revision.js";
import { COMMITTED, getJson, getText, INDEX, nameOf, ofPart, ofRevision } from "./store.js";
import { SITE_SHA256 } from "./stub.js";

/**
 * A revision that is on the device, whole or in part.
 * @param {string} [name]
 * @param {(revision: Revision) => void} [also] what is to be read at the same time; not described yet
 * @returns {Promise<Revision | null>} null if there is none, or nothing of it can be read
 */
export async function openRevision(name = nameOf(SITE_SHA256), also = () => {}) {
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const revision = new Revision(name, cache);
  also(revision);
  const [text, requests, damaged] = await Promise.all([
    getText(cache, ofRevision("site")), cache.keys(), getJson(cache, ofRevision("damaged")),
  ]);
  const keys = requests.map((request) => request.url);
  const json = text ?? (await siteFromAnIndex(cache, keys));
  if (json === null) return null;
  revision.describe(json);
  for (const { path } of revision.site.parts) {
    // Why either: the index is written when all is there and verified, and any entry may get lost.
    const marks = [COMMITTED, INDEX].map((mark) => ofPart(path, mark));
    if (marks.some((mark) => keys.includes(mark))) revision.saved.add(path);
  }
  if (Array.isArray(damaged)) revision.damaged = new Set(damaged);
  return revision;
}
