/** Which revisions there are on the device, and which of them was the active one. */

import { SITE_SHA256 } from "./stub.js";
import { openRevision } from "./revision.js";
import { getJson, nameOf, ofRevision, ownNames } from "./store.js";

/** @typedef {import("./revision.js").Revision} Revision */

/**
 * The number of this revision's activation, which grows; 0 if it never was the active one.
 * @param {Revision} revision
 * @returns {Promise<number>}
 */
export async function activation(revision) {
  return Number(await getJson(revision.cache, ofRevision("activated")));
}

/**
 * The other revisions that were saved whole, the one that was activated last first.
 * @returns {Promise<Revision[]>}
 */
export async function otherRevisions() {
  /** @type {[number, Revision][]} */
  const found = [];
  for (const name of await ownNames()) {
    if (name === nameOf(SITE_SHA256)) continue;
    const revision = await openRevision(name);
    if (!revision) continue;
    if (await isWhole(revision)) found.push([await activation(revision), revision]);
  }
  return found.sort(([one], [other]) => other - one).map(([, revision]) => revision);
}

/**
 * Whether all was saved that had to be before it may answer. Either mark will do: one may get lost.
 * @param {Revision} revision
 * @returns {Promise<boolean>}
 */
export async function isWhole(revision) {
  const marks = ["whole", "activated"].map((mark) => revision.cache.match(ofRevision(mark)));
  return (await Promise.all(marks)).some(Boolean);
}
