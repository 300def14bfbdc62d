/**
 * Answers for files that are no part of the packs: extras, and what lies on the host only. From the
 * network they are let through if they are what the manifest names, so that a log-in page or another
 * revision's file never stands in a page.
 */

import { answerFile } from "./answers.js";
import { fetchExtra } from "./extras.js";
import { readPart } from "./manifest.js";
import { answerAltered, answerUnsaved } from "./notices.js";
import { readExtra } from "./reading.js";
import { getText, MANIFEST, ofPart } from "./store.js";
import { troubleOf } from "./trouble.js";

/** @typedef {import("./revision.js").Revision} Revision */

/**
 * @param {Request} request
 * @param {Revision} revision
 * @param {string} part
 * @param {import("./lookup.js").Lookup} lookup
 * @param {string} path in the part
 * @returns {Promise<Response | null>} null if it is no such file
 */
export async function answerLoose(request, revision, part, lookup, path) {
  const saved = lookup.extras.find(([name]) => name === path);
  if (!saved && !lookup.beside.includes(path)) return null;
  try {
    const extra = saved ?? (await besideOf(revision, part, path));
    const bytes = (await readExtra(revision, extra[1])) ?? (await fetchExtra(part, extra));
    return answerFile(request, bytes, lookup.headers[extra[3]] ?? {});
  } catch (error) {
    // Why format too: then it is the saved copy that no longer says what the file has to be.
    const unknown = ["network", "format"].includes(troubleOf(error, path).reason);
    return (unknown ? answerUnsaved : answerAltered)(request, revision, part);
  }
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {string} path
 * @returns {Promise<import("./manifest.js").Extra>}
 */
async function besideOf(revision, part, path) {
  const { beside } = readPart((await getText(revision.cache, ofPart(part, MANIFEST))) ?? "", part);
  return /** @type {import("./manifest.js").Extra} */ (beside.find(([name]) => name === path));
}
