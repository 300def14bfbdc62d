/**
 * Has the plan saved on this device, and finds out whether it is.
 *
 * Nothing is said to be saved before the worker has said so. The network is asked for a new
 * revision once per start, and when the page comes back to the front or the network does.
 */

import { ownPart, root, whyNot } from "./place.js";
import { set, state } from "./state.js";
import { announce } from "./update.js";
import { ask, statusOf } from "./worker.js";

const ASKED_AGAIN = 60_000;
/** So long the network is left alone after a question, in milliseconds. */

/** @type {ServiceWorkerRegistration | undefined} */
let registration;
let asked = 0;

export async function saving() {
  const hindrance = whyNot();
  if (hindrance) return set(hindrance);
  navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
  try {
    registration = await navigator.serviceWorker.register(`${root()}sw.js`, {
      scope: root(),
      updateViaCache: "none",
    });
  } catch {
    registration = await navigator.serviceWorker.getRegistration(root());
  }
  if (!registration) return set({ kind: "not-saved", reason: navigator.onLine ? "unsealed" : "network" });
  follow(registration);
  // What is being fetched for the first time is as new as can be.
  if (!registration.active) asked = Date.now();
  await look();
  addEventListener("online", () => void check());
  document.addEventListener("visibilitychange", () => document.hidden || void check());
  await check();
}

/** Whether there is a new revision; a failure changes nothing. */
export async function check() {
  if (!registration || !navigator.onLine || Date.now() - asked < ASKED_AGAIN) return;
  asked = Date.now();
  await registration.update().catch(() => undefined);
}

/** Begin again after a failure. */
export async function saveAgain() {
  await registration?.unregister();
  location.reload();
}

/** @returns {ServiceWorker | null} the worker that answers for this copy */
export function active() {
  return registration?.active ?? null;
}

/** @param {ServiceWorkerRegistration} found */
function follow(found) {
  if (found.waiting) void announce(found.waiting);
  found.addEventListener("updatefound", () => {
    const worker = found.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && found.active) void announce(worker);
      if (worker.state === "activated") void look();
      if (worker.state === "redundant" && state().kind === "saving") {
        set({ kind: "not-saved", reason: "browser" });
      }
    });
  });
}

/** Ask the worker what there is. */
export async function look() {
  const worker = active();
  if (!worker || worker.state !== "activated") {
    if (registration?.installing && state().kind === "checking") set({ kind: "saving" });
    return;
  }
  const status = await statusOf(worker);
  const own = status.parts.find((part) => part.path === ownPart());
  if (status.damaged) return set({ kind: "damaged", status });
  if (!own?.saved) return set({ kind: "not-saved", reason: "network", status });
  set({ kind: "saved", status });
  if (status.parts.some(unfinished)) await saveRest(worker);
}

/**
 * @param {import("./worker.js").Part} part
 * @returns {boolean}
 */
function unfinished(part) {
  return !part.saved || part.extras[0] < part.extras[1];
}

/** @param {ServiceWorker} worker */
async function saveRest(worker) {
  const connection = /** @type {{saveData?: boolean} | undefined} */ (
    /** @type {any} */ (navigator).connection
  );
  if (!navigator.onLine || connection?.saveData) return;
  const status = await ask(worker, { type: "save-rest" }, "status");
  set({ kind: "saved", status });
}

/** @param {any} message */
function heard(message) {
  const before = state();
  if (message.type === "reload") location.reload();
  else if (message.type === "saved") void look();
  else if (before.kind === "saved" || before.kind === "damaged") return;
  else if (message.type === "progress") {
    set({ kind: "saving", done: message.done, all: message.all });
  } else if (message.type === "failed") set({ kind: "not-saved", reason: message.reason });
}
