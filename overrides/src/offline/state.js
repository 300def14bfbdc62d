/** What is known of the copy on this device; whoever shows it is told of every change. */

/**
 * `kind` is what the reader has to know first. `reason` says why there is no copy. `done` of `all`
 * files are there while it is saving, and the share `came` of their bytes. The rest goes beside any kind: `trouble` is why not all of
 * it could be fetched, `rest` how far another part is, `next` the plan that waits, `kept` whether
 * the browser promised to keep the copy.
 * @typedef {object} State
 * @property {"checking" | "saving" | "saved" | "not-saved" | "damaged" | "file"} kind
 * @property {string} [reason]
 * @property {number} [done]
 * @property {number} [all]
 * @property {number} [came]
 * @property {import("./worker.js").Status} [status]
 * @property {string} [trouble]
 * @property {{part: string, done: number, all: number}} [rest]
 * @property {import("./news.js").Next} [next]
 * @property {boolean} [kept]
 */

/** @type {State} */
let current = { kind: "checking" };

/** @type {((state: State) => void)[]} */
const watching = [];

/** @param {(state: State) => void} show */
export function watch(show) {
  watching.push(show);
  show(current);
}

/** @returns {State} */
export function state() {
  return current;
}

/**
 * The copy is in another state now; what goes beside it stays.
 * @param {State} now
 */
export function set(now) {
  const { next, kept, trouble, rest } = current;
  tell({ next, kept, trouble, rest, ...now });
}

/** @param {Partial<State>} more what goes beside the state */
export function note(more) {
  tell({ ...current, ...more });
}

/** @param {State} now */
function tell(now) {
  current = now;
  for (const show of watching) show(now);
}
