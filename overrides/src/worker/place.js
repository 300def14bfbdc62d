/** Who this worker is: its scope, its revision, and the global object with its right type. */

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The address that all paths of the site are relative to; it ends with a slash. */
export const SCOPE = worker.registration.scope;

/** The SHA-256 of `offline/site.json`; the sealer fills it in. */
export const SITE_SHA256 = "@@SITE_SHA256@@";

/** Packs, manifests and what isn't the plan's own lie under this path. */
export const OFFLINE = "offline/";
