/** What is known of the copy on this device; whoever shows it is told of every change. */

/**
 * `kind` is what the reader has to know first. `reason` says why there is no copy. `done` of `all`
 * files are there while it is saving.
 * @typedef {object} State
 * @property {"checking" | "saving" | "saved" | "not-saved" | "damaged" | "file"} kind
 * @property {string} [reason]
 * @property {number} [done]
 * @property {number} [all]
 * @property {import("./worker.js").Status} [status]
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

/** @param {State} next */
export function set(next) {
  current = next;
  for (const show of watching) show(current);
}
