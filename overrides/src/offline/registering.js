/** Asks the browser for the worker, and finds out why it refuses. */

import { root } from "./place.js";

/** Answers with which a host or a portal asks for a login. */
const LOGIN = [401, 403, 407, 511];

/** @type {ServiceWorkerRegistration | undefined} */
let own;

/** @returns {ServiceWorkerRegistration | undefined} what `register` got */
export function registration() {
  return own;
}

/** @returns {Promise<string>} why there is none; empty if there is one */
export async function register() {
  const scope = root();
  const script = `${scope}sw.js`;
  own = await existing(scope);
  // Why not again: WebKit may never answer while the host is gone, and there is nothing to gain.
  if (own?.active) return "";
  try {
    own = await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
    return "";
  } catch {
    own = await existing(scope);
    return own ? "" : whyRefused(script);
  }
}

/**
 * @param {string} scope
 * @returns {Promise<ServiceWorkerRegistration | undefined>} ours, not that of a folder above
 */
async function existing(scope) {
  const found = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return found?.scope === new URL(scope, location.href).href ? found : undefined;
}

/**
 * The browser doesn't say; nothing is saved yet, so that the network may be asked.
 * @param {string} script
 * @returns {Promise<string>}
 */
async function whyRefused(script) {
  try {
    const answer = await fetch(script, { cache: "no-store", redirect: "manual", credentials: "omit" });
    if (answer.type === "opaqueredirect" || LOGIN.includes(answer.status)) return "not-the-plan";
    // Why mixed: a host gets the worker last of all.
    if (answer.status === 404 || answer.status === 410) return "mixed";
    if (!answer.ok) return "network";
    const type = answer.headers.get("Content-Type") ?? "";
    return type.includes("javascript") ? "unsupported" : "not-the-plan";
  } catch {
    return "network";
  }
}
