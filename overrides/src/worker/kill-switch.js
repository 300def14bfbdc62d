/**
 * The way out: copied over `sw.js` by hand, it removes the saved plan and itself from each phone
 * that asks for a new revision, and touches nothing of its neighbours on the same host.
 */

import { SCOPE, worker } from "./place.js";
import { ownNames } from "./store.js";

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  for (const name of await ownNames()) await caches.delete(name);
  await worker.clients.claim();
  const pages = await worker.clients.matchAll({ type: "window" });
  await worker.registration.unregister();
  for (const page of pages) {
    if (page.url.startsWith(SCOPE)) await page.navigate(page.url).catch(() => {});
  }
}
