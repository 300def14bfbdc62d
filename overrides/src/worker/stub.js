/**
 * What `sw.js` says before it imports this program, and what it is told in return.
 *
 * @typedef {{ site: string, program: string }} Stub
 *   the SHA-256 of `offline/site.json`; which program ran to its end
 */

const stub = /** @type {{ runbook: Stub }} */ (/** @type {unknown} */ (self)).runbook;

/** The SHA-256 of `offline/site.json`. */
export const SITE_SHA256 = stub.site;

/** Called last of all, when everything that a worker needs is in place. */
export function complete() {
  stub.program = "@@PROGRAM@@";
}
