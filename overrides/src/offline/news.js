/** Whether there is a new revision, what it changes, and taking it. */

import { lately } from "../clock.js";
import { recall, remember } from "../stored.js";
import { ownPart } from "./place.js";
import { registration } from "./registering.js";
import { unfinished } from "./rest.js";
import { note } from "./state.js";
import { ask, statusOf } from "./worker.js";

/**
 * The plan that waits.
 * @typedef {object} Next
 * @property {string} revision
 * @property {number} sequence
 * @property {import("./worker.js").Change[]} changes
 */

/** So long the network is left alone after a question that was answered, in milliseconds. */
const PAUSE = 60_000;

const ASKED = "asked";

/** Ask for a new revision, unless that was done lately; a failure changes nothing. */
export async function check() {
  if (!navigator.onLine || lately(recall(ASKED), PAUSE)) return;
  await askNow().catch(() => undefined);
}

/**
 * Ask for a new revision because the reader wants to know.
 * @returns {Promise<"fetching" | "newest" | "unreachable">}
 */
export async function askNow() {
  remember(ASKED, String(Date.now()));
  try {
    const found = await registration()?.update();
    return found?.installing || found?.waiting ? "fetching" : "newest";
  } catch {
    remember(ASKED, null);
    return "unreachable";
  }
}

/** @param {ServiceWorker} worker the one that waits with the new plan */
export async function announce(worker) {
  const active = registration()?.active;
  const [next, now, { list }] = await Promise.all([
    statusOf(worker),
    active ? statusOf(active) : null,
    ask(worker, { type: "changes" }, "changes"),
  ]);
  // Why: when only the worker is new there is nothing to tell; it takes its turn by itself.
  if (next.sequence === now?.sequence) return;
  note({ next: { revision: next.revision, sequence: next.sequence, changes: ordered(list) } });
  // Why now: what it leaves for later has most of its bytes at hand while the old plan is here.
  if (next.parts.some(unfinished)) worker.postMessage({ type: "save-rest" });
}

/** Let the new plan answer from now on; all pages are loaded again when it does. */
export function takeOver() {
  registration()?.waiting?.postMessage({ type: "take-over" });
}

/** The kinds of page that a reader has to know of first. */
const FIRST = ["calls", "roles", "scenarios", "contacts", "checklists", "cards", "sites"];

/**
 * @param {import("./worker.js").Change[]} changes
 * @returns {import("./worker.js").Change[]} in what is read here, the ones that matter most first
 */
function ordered(changes) {
  const own = changes.filter(({ path }) => path.startsWith(`${ownPart()}/`));
  const here = own.length ? own : changes;
  // Why without lists of pages: they change whenever one of their pages does.
  const single = here.filter(({ path }) => !path.endsWith("/index.html"));
  return (single.length ? single : [...here]).sort(
    ({ path: one }, { path: other }) => rank(one) - rank(other) || (one < other ? -1 : 1),
  );
}

/** @param {string} path such as `staff/nl/roles/crisis-lead.html` */
function rank(path) {
  const at = FIRST.indexOf(path.split("/").slice(-2)[0] ?? "");
  return at < 0 ? FIRST.length : at;
}
