/** Which parts have to be there before a revision may answer. */

import { partOf } from "./addresses.js";
import { SCOPE, worker } from "./place.js";
import { openPages } from "./telling.js";

/**
 * @typedef {import("./manifest.js").PartLine} PartLine
 * @typedef {import("./revision.js").Revision} Revision
 */

/**
 * The parts that have to be saved before this revision can be shown, and aren't yet: the root's,
 * those that were saved before, and that of the page that asked for the first saving. Albums that
 * changed may follow, so that nobody waits for papers to learn of a new number.
 * @param {Revision} revision
 * @param {Revision[]} older
 * @param {string} first
 * @returns {Promise<PartLine[]>} the root's last
 */
export async function wanted(revision, older, first) {
  const pages = worker.registration.active ? [] : await openPages();
  const parts = pages.map((page) => partOf(revision.site, page.url.slice(SCOPE.length)));
  const own = first || parts.find(Boolean) || "";
  const [before] = older;
  const paths = [own, ...revision.saved, ...(before?.saved ?? [])].filter(Boolean);
  const left = [...new Set([...paths, ""])].filter((path) => !revision.saved.has(path));
  const lines = left.flatMap((path) => revision.part(path) ?? []);
  return lines.filter(({ path, pages, manifest }) => (
    pages || !path || manifest === before?.part(path)?.manifest
  ));
}
