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

/** What a worker's script says of the program that it imports. */
const PROGRAM = /importScripts\("([^"]+)"\)/;

/**
 * The browser doesn't say; nothing is saved yet, so that the network may be asked.
 * @param {string} script
 * @returns {Promise<string>}
 */
async function whyRefused(script) {
  const [why, text] = await asked(script);
  const program = PROGRAM.exec(text)?.[1];
  const [whyProgram] = program ? await asked(new URL(program, new URL(script, location.href)).href) : [""];
  return why || whyProgram || "unsupported";
}

/**
 * @param {string} script
 * @returns {Promise<[why: string, text: string]>} what is wrong with the host's answer, and what it is
 */
async function asked(script) {
  try {
    const answer = await fetch(script, { cache: "no-store", redirect: "manual", credentials: "omit" });
    if (answer.type === "opaqueredirect" || LOGIN.includes(answer.status)) return ["not-the-plan", ""];
    // Why mixed: a host gets the worker last of all.
    if (answer.status === 404 || answer.status === 410) return ["mixed", ""];
    if (!answer.ok) return ["network", ""];
    const type = answer.headers.get("Content-Type") ?? "";
    return type.includes("javascript") ? ["", await answer.text()] : ["not-the-plan", ""];
  } catch {
    return ["network", ""];
  }
}
