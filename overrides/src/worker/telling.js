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
 * Tells pages how many files of a part are done, and what share of it has come: the first time,
 * then now and then, and at the end.
 * @param {string} part
 * @param {number} all
 * @returns {(done: number, came: number) => void}
 */
export function progress(part, all) {
  let last = -Infinity;
  let later = 0;
  /** @param {number} done @param {number} came */
  const tell = (done, came) => {
    clearTimeout(later);
    const wait = done < all ? last + PAUSE - performance.now() : 0;
    if (wait > 0) {
      later = setTimeout(tell, wait, done, came);
      return;
    }
    last = performance.now();
    void broadcast({ type: "progress", part, done, all, came });
  };
  return tell;
}

/**
 * @param {string} part
 * @param {unknown} error
 */
export async function tellFailure(part, error) {
  const { reason, place } = troubleOf(error, part);
  await broadcast({ type: "failed", part, reason, place });
}
