/** The revision that this worker answers with, read from the storage once per start. */

import { worker } from "./place.js";
import { openRevision, Revision } from "./revision.js";
import { readTabs } from "./tabs.js";
import { install } from "./updating.js";

/**
 * @typedef {{ revision: Revision, tabs: import("./tabs.js").Tabs }} Current
 */

/** @type {Promise<Current | null> | null} */
let opening = null;

/** @type {Current | null} */
let opened = null;

/** @type {Map<string, Promise<Revision | null>>} */
const former = new Map();

/** @returns {Promise<Current | null>} null if there is nothing on the device; rejected if it can't be read */
export function current() {
  opening ??= open().catch((error) => {
    forget();
    throw error;
  });
  return opening;
}

/** What `current` found, if it has by now. */
export function known() {
  return opened;
}

/** Read it from the storage anew at the next question. */
export function forget() {
  opening = null;
  opened = null;
}

/** @returns {Promise<Current | null>} */
async function open() {
  /** @type {Promise<import("./tabs.js").Tabs> | undefined} */
  let tabs;
  const revision = await openRevision(undefined, (cache) => {
    tabs = readTabs(cache);
  });
  if (!revision) forget();
  else opened = { revision, tabs: (await tabs) ?? {} };
  return opened;
}

/** @type {Promise<void> | null} */
let recovering = null;

/**
 * Save again what the browser has removed, since it won't install this worker a second time.
 * @param {string} address of the page that is being read, relative to the scope
 */
export async function recover(address) {
  if (worker.registration.installing || worker.registration.waiting) return;
  // Why two steps of the path: there is no manifest to ask any more, and parts lie that deep.
  const part = address.split("/").slice(0, 2).join("/");
  recovering ??= install(part).catch(() => {}).finally(() => {
    recovering = null;
    forget();
  });
  await recovering;
}

/**
 * The revision that a client has: an older one, if it was open before this one took over.
 * @param {string} client its id; "" for a page that is being opened
 * @returns {Promise<Revision | null>}
 */
export async function revisionOf(client) {
  const now = await current();
  const name = client && now?.tabs[client];
  if (!now || !name) return now?.revision ?? null;
  const one = former.get(name) ?? openRevision(name);
  former.set(name, one);
  return (await one) ?? now.revision;
}
