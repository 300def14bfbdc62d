/** The parts that aren't saved yet, and then the extras: when a page asks for them. */

import { saveExtras } from "./extras.js";
import { worker } from "./place.js";
import { activation, otherRevisions } from "./revisions.js";
import { savePart } from "./saving.js";
import { clearPart } from "./store.js";
import { tellFailure } from "./telling.js";
import { troubleOf } from "./trouble.js";

/** @typedef {import("./revision.js").Revision} Revision */

/** After these nothing else will come through either. */
const HOPELESS = ["network", "not-the-plan", "no-space"];

/** @type {Promise<void> | null} */
let running = null;

/**
 * @param {Revision} revision
 * @param {string} first the part to begin with
 */
export function saveRest(revision, first) {
  running ??= run(revision, first).finally(() => {
    running = null;
  });
  return running;
}

/**
 * @param {Revision} revision
 * @param {string} first
 */
async function run(revision, first) {
  const paths = inOrder(revision.site.parts, first);
  const older = await otherRevisions();
  const left = paths.filter((path) => !revision.saved.has(path));
  const saved = await each(left, async (path) => {
    const line = revision.part(path);
    if (line && !(await successor(revision))) await savePart(revision, line, older);
  }, (path) => clearPart(revision.cache, path));
  const next = await successor(revision);
  // Why: what is saved from here on would be gone when the next revision takes over.
  if (next) next.postMessage({ type: "save-rest" });
  else if (saved) await each(paths, (path) => saveExtras(revision, path));
}

/**
 * The worker that waits to take over from this revision.
 * @param {Revision} revision
 * @returns {Promise<ServiceWorker | null>} null if there is none, or if the revision itself waits
 */
async function successor(revision) {
  const { waiting } = worker.registration;
  return waiting && (await activation(revision)) > 0 ? waiting : null;
}

/**
 * What is read comes first, with what lies in it, then what is in the same language, then the rest.
 * @param {import("./manifest.js").PartLine[]} parts
 * @param {string} first
 * @returns {string[]}
 */
function inOrder(parts, first) {
  const language = parts.find(({ path }) => path === first)?.language;
  const rank = (/** @type {import("./manifest.js").PartLine} */ part) => {
    if (part.path === first) return 0;
    if (first && part.path.startsWith(`${first}/`)) return 1;
    return part.language === language ? 2 : 3;
  };
  return [...parts].sort((one, other) => rank(one) - rank(other)).map(({ path }) => path);
}

/**
 * @param {string[]} paths
 * @param {(path: string) => Promise<void>} act
 * @param {(path: string) => Promise<void>} [undo] when the space doesn't suffice
 * @returns {Promise<boolean>} whether it makes sense to go on
 */
async function each(paths, act, undo = async () => {}) {
  for (const path of paths) {
    try {
      await act(path);
    } catch (error) {
      const { reason } = troubleOf(error, path);
      if (reason === "no-space") await undo(path);
      await tellFailure(path, error);
      if (HOPELESS.includes(reason)) return false;
    }
  }
  return true;
}
