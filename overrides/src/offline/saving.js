/**
 * Has the plan saved on this device, and finds out whether it is.
 *
 * Nothing is said to be saved before the worker has said so.
 */

import { announce, check } from "./news.js";
import { ownPart, whyNot } from "./place.js";
import { register, registration } from "./registering.js";
import { reload } from "./reloading.js";
import { saveOwn, saveRest } from "./rest.js";
import { PASSING, tryAgain } from "./retrying.js";
import { note, set, state } from "./state.js";
import { statusOf } from "./worker.js";

/** @type {WeakSet<ServiceWorker>} */
const followed = new WeakSet();

/** @type {WeakSet<ServiceWorkerRegistration>} */
const known = new WeakSet();

export async function saving() {
  const hindrance = whyNot();
  if (hindrance) return set(hindrance);
  navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
  addEventListener("online", () => void goOn());
  document.addEventListener("visibilitychange", () => document.hidden || void goOn());
  await begin();
}

/** So long, in milliseconds, a host may be silent before the page says that nothing is saved. */
const SILENCE = 30_000;

/** Have the worker registered, and see what it has; also after a failure. */
export async function begin() {
  const silent = setTimeout(() => {
    if (state().kind === "checking") set({ kind: "not-saved", reason: "network" });
  }, SILENCE);
  const refused = await register();
  clearTimeout(silent);
  const found = registration();
  if (refused || !found) return fail(refused || "browser");
  follow(found);
  await look();
  if (found.active) await check();
}

/** The network may be there again, and so may the reader. */
async function goOn() {
  const { kind, reason = "" } = state();
  if (kind === "not-saved" && PASSING.has(reason)) await begin();
  else if (kind === "saved") await Promise.all([check(), look()]);
}

/** @param {ServiceWorkerRegistration} found */
function follow(found) {
  for (const worker of [found.installing, found.waiting, found.active]) {
    if (worker) followWorker(found, worker);
  }
  if (found.waiting && found.active) void announce(found.waiting);
  if (known.has(found)) return;
  known.add(found);
  // Why all of them: a page that is busy may hear of a worker when it is installed already.
  found.addEventListener("updatefound", () => follow(found));
}

/**
 * @param {ServiceWorkerRegistration} found
 * @param {ServiceWorker} worker
 */
function followWorker(found, worker) {
  if (followed.has(worker)) return;
  followed.add(worker);
  worker.addEventListener("statechange", () => {
    if (worker.state === "installed" && found.active) void announce(worker);
    if (worker.state === "activated") void look();
    if (worker.state === "redundant" && state().kind === "saving" && !found.active) fail("browser");
  });
}

/** Ask the worker what there is. */
export async function look() {
  const found = registration();
  const worker = found?.active;
  if (!worker || worker.state !== "activated") {
    if (found?.installing && state().kind === "checking") set({ kind: "saving" });
    return;
  }
  const status = await statusOf(worker);
  const own = status.parts.find((part) => part.path === ownPart());
  if (status.damaged) return set({ kind: "damaged", status });
  if (own?.saved) {
    set({ kind: "saved", status });
    // Why not awaited: it may take long, and nobody is to hear of a new plan later for it.
    return void saveRest(worker, status);
  }
  const after = await saveOwn(worker, status);
  if (!after) return fail(state().trouble ?? "network");
  set({ kind: "saved", status: after });
}

/** @param {string} reason */
function fail(reason) {
  set({ kind: "not-saved", reason });
  tryAgain(reason, begin);
}

/** @param {any} message */
function heard(message) {
  if (message.type === "reload") reload();
  else if (message.type === "saved") void look();
  else if (message.type === "progress") progressed(message);
  else if (message.type === "failed") failed(message);
}

/** @param {{part: string, done: number, all: number, came: number}} message */
function progressed({ part, done, all, came }) {
  const { kind, status } = state();
  const saved = status?.parts.find(({ path }) => path === part)?.saved;
  if (kind !== "saved" && kind !== "damaged") {
    if (part === ownPart()) set({ kind: "saving", done, all, came });
  } else if (saved === false) note({ rest: { part, done, all } });
}

/** @param {{reason: string}} message */
function failed({ reason }) {
  note({ trouble: reason, rest: undefined });
  const { kind } = state();
  if (kind !== "saved" && kind !== "damaged" && !registration()?.active) fail(reason);
}
