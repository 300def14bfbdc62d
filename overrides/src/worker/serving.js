/**
 * Answers to what pages ask for: from the device for saved parts, and never from the network
 * then; all else goes its own way.
 */

import { decoded, fileOf, partOf } from "./addresses.js";
import { answerFile } from "./answers.js";
import { current, forget, known, recover, revisionOf } from "./current.js";
import { SILENCE_MS } from "./fetching.js";
import { answerLoose } from "./loose-files.js";
import { answerDamaged, answerMissing, answerUnsaved } from "./notices.js";
import { OFFLINE, SCOPE } from "./place.js";
import { readFile } from "./reading.js";
import { REPAIR, repairAndReturn } from "./repairing.js";
import { tidy } from "./tabs.js";

/**
 * @typedef {import("./revision.js").Revision} Revision
 * @typedef {import("./lookup.js").Lookup} Lookup
 * @typedef {() => Promise<Response>} Otherwise for pages that only the network may have
 */

/** @param {FetchEvent} event */
export function onFetch(event) {
  const { method, url, mode } = event.request;
  if (!(method === "GET" || method === "HEAD") || !url.startsWith(SCOPE)) return;
  const address = url.slice(SCOPE.length);
  if (address.startsWith(REPAIR)) return event.respondWith(repairAndReturn(url));
  if (address.startsWith(OFFLINE) || (mode !== "navigate" && passes(address))) return;
  event.respondWith(answer(event, address));
  if (mode === "navigate") event.waitUntil(tidyUp());
}

/**
 * Whether it is known without a look at the storage that the address isn't ours.
 * @param {string} address
 */
function passes(address) {
  const now = known();
  if (!now || Object.keys(now.tabs).length) return false;
  return !now.revision.saved.has(partOf(now.revision.site, address));
}

/**
 * What the device has, or what the network says; a page that neither has says why.
 * @param {FetchEvent} event
 * @param {string} address relative to the scope
 * @returns {Promise<Response>}
 */
async function answer(event, address) {
  const { request } = event;
  const said = await fromDevice(event, address).catch(() => {
    forget();
    return () => answerDamaged(request, address, null);
  });
  if (said instanceof Response) return said;
  return request.mode === "navigate" ? throughOr(request, said) : fetch(request);
}

/**
 * @param {FetchEvent} event
 * @param {string} address relative to the scope
 * @returns {Promise<Response | Otherwise>}
 */
async function fromDevice(event, address) {
  const { request, clientId } = event;
  const revision = await revisionOf(request.mode === "navigate" ? "" : clientId);
  if (!revision) {
    const response = await throughOr(request, () => answerDamaged(request, address, null));
    if (response.ok && request.mode === "navigate") event.waitUntil(recover(address));
    return response;
  }
  const part = partOf(revision.site, address);
  if (!revision.saved.has(part)) return () => answerUnsaved(request, revision, part);
  const path = decoded(address).slice(part ? part.length + 1 : 0);
  const lookup = await revision.lookup(part);
  if (lookup) return answerFrom(revision, part, lookup, path, request, address);
  // Why: below the root there may be neighbours' pages, but no files of the plan's.
  const damaged = () => answerDamaged(request, address, revision, part);
  return part === "" && path.includes("/") ? damaged : damaged();
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {Lookup} lookup
 * @param {string} path in the part
 * @param {Request} request
 * @param {string} address
 * @returns {Promise<Response | Otherwise>}
 */
async function answerFrom(revision, part, lookup, path, request, address) {
  const loose = await answerLoose(request, revision, part, lookup, path);
  if (loose) return loose;
  if (part && decoded(address) === part) return moved(request, "slash");
  const found = await fileOf((name) => find(lookup, revision, part, name), path);
  const missing = () => answerMissing(request, revision, part);
  if (!found) return part ? missing() : missing;
  if (found.move) return moved(request, found.move);
  const bytes = await readFile(revision, part, found.file);
  if (bytes) return answerFile(request, bytes, lookup.headers[found.file[3]] ?? {});
  return answerDamaged(request, address, revision, part);
}

/**
 * @param {Lookup} lookup
 * @param {Revision} revision
 * @param {string} part
 * @param {string} path in the part
 */
async function find(lookup, revision, part, path) {
  try {
    return await lookup.find(path);
  } catch {
    return (await revision.slowLookup(part))?.find(path) ?? null;
  }
}

/**
 * What the network says, or what we have to say without it.
 * @param {Request} request
 * @param {() => Promise<Response>} otherwise
 */
async function throughOr(request, otherwise) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), SILENCE_MS);
  try {
    return await fetch(request, { signal: ending.signal });
  } catch {
    return otherwise();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Request} request
 * @param {"slash" | "html"} how
 * @returns {Response}
 */
function moved(request, how) {
  const url = new URL(request.url);
  url.pathname = how === "slash" ? `${url.pathname}/` : url.pathname.replace(/\/(index\.html)?$/, ".html");
  return Response.redirect(url.href, 302);
}

async function tidyUp() {
  const now = await current().catch(() => null);
  if (now && Object.keys(now.tabs).length) await tidy(now.revision);
}
