/**
 * Pages that were open when a new revision took over keep getting the files of their own
 * revision until they are loaded again.
 *
 * @typedef {import("./revision.js").Revision} Revision
 * @typedef {Record<string, string>} Tabs from a client's id to the name of its cache
 */

import { worker } from "./place.js";
import { openRevision } from "./revision.js";
import { otherRevisions } from "./revisions.js";
import { getJson, ofRevision, ownNames, putJson } from "./store.js";

/**
 * @param {Cache} cache
 * @returns {Promise<Tabs>}
 */
export async function readTabs(cache) {
  return /** @type {Tabs | null} */ (await getJson(cache, ofRevision("tabs"))) ?? {};
}

/**
 * Note which revision the pages have that the worker has just taken over.
 * @param {Revision} revision the new one
 * @param {Revision} previous
 * @returns {Promise<Tabs>}
 */
export async function noteTabs(revision, previous) {
  const before = await readTabs(previous.cache);
  /** @type {Tabs} */
  const tabs = {};
  for (const { id } of await worker.clients.matchAll({ type: "all" })) tabs[id] = before[id] ?? previous.name;
  await putJson(revision.cache, ofRevision("tabs"), tabs);
  return tabs;
}

/**
 * Delete the caches of revisions that no open page has any more; of ours only, and never one
 * that waits for its turn.
 * @param {Revision} revision the active one
 */
export async function tidy(revision) {
  // Why first: so that the cache of a revision that is begun from here on isn't among them.
  const names = await ownNames();
  const tabs = await readTabs(revision.cache);
  const open = new Set(await openIds());
  const needed = new Set(Object.keys(tabs).filter((id) => open.has(id)).map((id) => tabs[id]));
  if (worker.registration.installing || worker.registration.waiting) return;
  for (const name of names) {
    if (name !== revision.name && !needed.has(name)) await caches.delete(name);
  }
}

/** Delete what a try that came to nothing has left behind, except for that of this revision. */
export async function sweep() {
  const whole = new Set((await otherRevisions()).map(({ name }) => name));
  const own = await openRevision();
  for (const name of await ownNames()) {
    if (!whole.has(name) && name !== own?.name) await caches.delete(name);
  }
}

/** @returns {Promise<string[]>} */
async function openIds() {
  const clients = await worker.clients.matchAll({ type: "all", includeUncontrolled: true });
  return clients.map(({ id }) => id);
}
