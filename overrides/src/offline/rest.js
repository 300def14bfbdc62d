/** Has the other parts saved, after the one that is read; one page asks at a time. */

import { lately } from "../clock.js";
import { recall, remember } from "../stored.js";
import { ownPart } from "./place.js";
import { note, set } from "./state.js";
import { ask } from "./worker.js";

/** @typedef {import("./worker.js").Status} Status */

/** So long nothing is tried again by itself after a failure, in milliseconds. */
const PAUSE = 600_000;

const FAILED = "rest-failed";

let asking = false;

/**
 * The part that is read isn't there, because another one was saved first.
 * @param {ServiceWorker} worker
 * @param {Status} status
 * @returns {Promise<Status | null>} null if it could not be had
 */
export async function saveOwn(worker, status) {
  set({ kind: "saving", status, trouble: undefined });
  const after = /** @type {Status} */ (await ask(worker, { type: "save-rest" }, "status"));
  return after.parts.some((part) => part.path === ownPart() && part.saved) ? after : null;
}

/**
 * @param {ServiceWorker} worker
 * @param {Status} status
 * @param {boolean} [wanted] the reader asked for it
 */
export async function saveRest(worker, status, wanted = false) {
  if (asking || !status.parts.some(unfinished)) return;
  if (!wanted && (!navigator.onLine || frugal() || failedLately())) return;
  asking = true;
  note({ trouble: undefined });
  const after = /** @type {Status} */ (await ask(worker, { type: "save-rest" }, "status"));
  asking = false;
  remember(FAILED, after.parts.some(unfinished) ? String(Date.now()) : null);
  note({ status: after, rest: undefined });
}

/**
 * @param {import("./worker.js").Part} part
 * @returns {boolean}
 */
export function unfinished(part) {
  return !part.saved || part.extras[0] < part.extras[1];
}

/** The reader wants to save on what is sent. */
function frugal() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  return connection?.saveData === true;
}

function failedLately() {
  return lately(recall(FAILED), PAUSE);
}
