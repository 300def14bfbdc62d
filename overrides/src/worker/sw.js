/** The service worker: it saves the plan on the device and answers from there. */

import { current, forget } from "./current.js";
import { onMessage } from "./messages.js";
import { worker } from "./place.js";
import { onFetch } from "./serving.js";
import { activate, install } from "./updating.js";

worker.addEventListener("install", (event) => event.waitUntil(install().finally(forget)));
worker.addEventListener("activate", (event) => event.waitUntil(activate().finally(forget)));
worker.addEventListener("fetch", onFetch);
worker.addEventListener("message", onMessage);

// Why already now: so the first page doesn't wait for it.
void current().catch(() => {});
