/** Loads the page again when another revision answers for it. */

import { registration } from "./registering.js";

/** So long, in milliseconds, a worker may take to begin. */
const LONGEST = 5_000;

/**
 * Why not at once: in WebKit a worker whose page is loaded again meanwhile stays "activating" for
 * good, and the page never learns what is saved.
 */
export function reload() {
  const worker = registration()?.active;
  if (worker?.state !== "activating") return location.reload();
  worker.addEventListener("statechange", () => location.reload(), { once: true });
  setTimeout(() => location.reload(), LONGEST);
}
