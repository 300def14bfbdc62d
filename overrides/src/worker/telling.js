/** Messages that pages get without asking. */

import { SCOPE, worker } from "./place.js";
import { troubleOf } from "./trouble.js";

/**
 * The site's own pages that are open, also those that no worker answers for yet.
 * @returns {Promise<WindowClient[]>}
 */
export async function openPages() {
  const clients = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return clients.filter((client) => client.url.startsWith(SCOPE));
}

/** @param {{ type: string, [name: string]: unknown }} message */
export async function broadcast(message) {
  for (const page of await openPages()) page.postMessage(message);
}

/** Milliseconds; how far a saving is needn't be told more often. */
const PAUSE = 100;

/**
 * Tells pages how many files of a part are done: the first time, then now and then, and at the end.
 * @param {string} part
 * @param {number} all
 * @returns {(done: number) => void}
 */
export function progress(part, all) {
  let last = -Infinity;
  return (done) => {
    if (done < all && performance.now() - last < PAUSE) return;
    last = performance.now();
    void broadcast({ type: "progress", part, done, all });
  };
}

/**
 * @param {string} part
 * @param {unknown} error
 */
export async function tellFailure(part, error) {
  const { reason, place } = troubleOf(error, part);
  await broadcast({ type: "failed", part, reason, place });
}
