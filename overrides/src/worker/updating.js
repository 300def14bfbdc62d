/** A revision's way: it is saved while the old one answers, waits, and takes over when asked to. */

import { looksLikePage, sha256 } from "./bytes.js";
import { takeExtras } from "./extras.js";
import { fetchWhole } from "./fetching.js";
import { together } from "./lanes.js";
import { readSite } from "./manifest.js";
import { OFFLINE, SCOPE, worker } from "./place.js";
import { openRevision, Revision } from "./revision.js";
import { activation, isWhole, otherRevisions } from "./revisions.js";
import { savePart } from "./saving.js";
import { nameOf, ofRevision, put, putJson } from "./store.js";
import { SITE_SHA256 } from "./stub.js";
import { noteTabs, sweep, tidy } from "./tabs.js";
import { tellFailure } from "./telling.js";
import { Trouble, troubleOf } from "./trouble.js";
import { wanted } from "./wanted.js";

/** @typedef {import("./manifest.js").PartLine} PartLine */

/** More than any site.json takes. */
const LARGEST = 4 * 1024 * 1024;

/** After these the same try may go on later, with what it has; after others it begins anew. */
const PASSING = ["network", "not-the-plan", "mixed"];

/**
 * Save this revision, or throw and leave everything as it was.
 * @param {string} [first] the part of the page that is being read, if it isn't open yet
 */
export async function install(first = "") {
  let part = first;
  const before = await openRevision();
  // Why: when only the worker's own code is new, this is the cache of the active revision.
  const inUse = before !== null && (await isWhole(before));
  try {
    await sweep();
    const revision = before ?? (await begin());
    let older = await otherRevisions();
    refuseOlder(revision, older);
    let left = await wanted(revision, older, first);
    part = left[0]?.path ?? part;
    while (left.length) {
      await saveAll(revision, left, older);
      // Why again: the active revision may have gone on with its other parts meanwhile.
      older = await otherRevisions();
      left = await wanted(revision, older, first);
    }
    if (older.length) await takeExtras(revision, older);
    if (!inUse) await put(revision.cache, ofRevision("whole"), SITE_SHA256);
  } catch (error) {
    const passing = PASSING.includes(troubleOf(error, part).reason);
    if (!inUse && !passing) await caches.delete(nameOf(SITE_SHA256));
    await tellFailure(part, error);
    throw error;
  }
}

/**
 * Save the parts one after the other, and beside them the root's, which is small.
 * @param {Revision} revision
 * @param {PartLine[]} lines
 * @param {Revision[]} older
 */
async function saveAll(revision, lines, older) {
  const own = (async () => {
    for (const line of lines) if (line.path) await savePart(revision, line, older);
  })();
  const root = lines.filter(({ path }) => !path);
  await together([own, ...root.map((line) => savePart(revision, line, older, own))]);
}

/**
 * Fetch the site's manifest and begin a cache.
 * @returns {Promise<Revision>}
 */
async function begin() {
  const json = await fetchSite();
  readSite(json);
  const name = nameOf(SITE_SHA256);
  const cache = await caches.open(name);
  await put(cache, ofRevision("site"), json);
  return new Revision(name, cache, json, []);
}

/**
 * @param {Revision} revision
 * @param {Revision[]} older
 */
function refuseOlder({ site }, older) {
  const newest = Math.max(0, ...older.map((one) => one.site.sequence));
  if (site.sequence < newest) throw new Trouble("older", `${site.revision}: ${site.sequence} < ${newest}`);
}

/** @returns {Promise<string>} */
async function fetchSite() {
  const address = `${SCOPE}${OFFLINE}site.json`;
  const bytes = await fetchWhole(address, LARGEST);
  const text = new TextDecoder().decode(bytes);
  if ((await sha256(bytes)) === SITE_SHA256) return text;
  throw new Trouble(looksLikePage(bytes) ? "not-the-plan" : whyOther(text), address);
}

/**
 * @param {string} text of a site.json that isn't this worker's
 * @returns {import("./trouble.js").Reason}
 */
function whyOther(text) {
  try {
    readSite(text);
    return "mixed";
  } catch {
    return "changed-bytes";
  }
}

/** This revision answers from now on. */
export async function activate() {
  const revision = await openRevision();
  if (!revision) return;
  const [previous] = await otherRevisions();
  const own = await activation(revision);
  const turn = Math.max(own, previous ? await activation(previous) : 0);
  // Why failures don't count here: the storage may be full, and the plan must open all the same.
  await putJson(revision.cache, ofRevision("activated"), turn + 1).catch(() => {});
  const pages = await worker.clients.matchAll({ type: "window" });
  if (pages.length === 0) await worker.clients.claim();
  else if (previous && !own) await noteTabs(revision, previous).catch(() => {});
  // Why again: the revision before may have got more of them since this one was saved.
  if (previous) await takeExtras(revision, [previous]).catch(() => {});
  for (const page of pages) page.postMessage({ type: "reload" });
  await tidy(revision);
}
