/** Who this worker is: its scope, and the global object with its right type. */

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The address that all paths of the site are relative to; it ends with a slash. */
export const SCOPE = worker.registration.scope;

/** Packs, manifests and what isn't the plan's own lie under this path. */
export const OFFLINE = "offline/";
