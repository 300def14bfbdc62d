/** The program of the service worker: it saves the plan on the device and answers from there. */

/** @typedef {ExtendableEvent & { addRoutes?: (route: object) => Promise<void> }} RoutingEvent */

import { current, forget } from "./current.js";
import { onMessage } from "./messages.js";
import { worker } from "./place.js";
import { onFetch } from "./serving.js";
import { complete } from "./stub.js";
import { activate, install } from "./updating.js";

worker.addEventListener("install", (event) => {
  // Why: else Chromium asks the network for a page while it starts the worker.
  const routed = /** @type {RoutingEvent} */ (event);
  const route = { condition: { requestMethod: "GET" }, source: "fetch-event" };
  event.waitUntil(Promise.resolve(routed.addRoutes?.(route)).catch(() => {}));
  event.waitUntil(install().finally(forget));
});
worker.addEventListener("activate", (event) => event.waitUntil(activate().finally(forget)));
worker.addEventListener("fetch", onFetch);
worker.addEventListener("message", onMessage);

// Why already now: so the first page doesn't wait for it.
void current().catch(() => {});

complete();
