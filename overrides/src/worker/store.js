/**
 * What lies in the browser's caches, and under which names: one cache per revision.
 *
 *     m/site  m/whole  m/activated  m/tabs  m/damaged      of the revision
 *     p/<part>/COMMITTED  index  lookup  manifest  <bytes>…
 *                        of a part; the index says which bytes, the lookup does so in a few KB
 *     x/<sha256>                                           an extra
 */

import { flowing } from "./bytes.js";
import { OFFLINE, SCOPE } from "./place.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */

const PREFIX = `runbook|${SCOPE}|`;
const KEPT = `${SCOPE}${OFFLINE}kept/`;

/** Entries of a part. */
export const COMMITTED = "COMMITTED";
export const INDEX = "index";
export const LOOKUP = "lookup";
export const MANIFEST = "manifest";

/**
 * The cache of the revision whose site.json has this hash.
 * @param {string} hash
 * @returns {string}
 */
export function nameOf(hash) {
  return PREFIX + hash.slice(0, 16);
}

/**
 * The names of this site's caches; a neighbour's, on the same host, are not among them.
 * @returns {Promise<string[]>}
 */
export async function ownNames() {
  const names = await caches.keys();
  return names.filter((name) => (
    name.startsWith(PREFIX) && /^[0-9a-f]{16}$/.test(name.slice(PREFIX.length))
  ));
}

/** @param {string} name */
export const ofRevision = (name) => `${KEPT}m/${name}`;

/** @param {string} hash */
export const ofExtra = (hash) => `${KEPT}x/${hash}`;

/**
 * @param {string} part
 * @param {string} [name] without it, what the keys of all entries of the part begin with
 */
export function ofPart(part, name = "") {
  return `${KEPT}p/${encodeURIComponent(part)}/${name}`;
}

/**
 * @param {Cache} cache
 * @param {string} key
 * @param {Bytes | string} content
 */
export async function put(cache, key, content) {
  try {
    // Why not a blob: to make one, the browser asks another process, and waits.
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await cache.put(key, new Response(flowing(bytes)));
  } catch {
    throw new Trouble("no-space", key.slice(SCOPE.length));
  }
}

/**
 * @param {Cache} cache
 * @param {string} key
 * @param {unknown} value
 */
export async function putJson(cache, key, value) {
  await put(cache, key, JSON.stringify(value));
}

/**
 * @param {Cache} cache
 * @param {string} key
 * @returns {Promise<string | null>} null if it isn't there or can't be read
 */
export async function getText(cache, key) {
  try {
    return (await (await cache.match(key))?.text()) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {Cache} cache
 * @param {string} key
 * @returns {Promise<unknown>} null if it isn't there or can't be read
 */
export async function getJson(cache, key) {
  try {
    return JSON.parse((await getText(cache, key)) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {Cache} cache
 * @param {string} key
 * @returns {Promise<Bytes | null>} null if it isn't there or can't be read
 */
export async function getBytes(cache, key) {
  try {
    const response = await cache.match(key);
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/**
 * Something of which only slices are read.
 * @param {Cache} cache
 * @param {string} key
 * @returns {Promise<Blob | null>} null if it isn't there or can't be read
 */
export async function getBlob(cache, key) {
  try {
    return (await (await cache.match(key))?.blob()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Remove the entries of a part that `keep` doesn't name.
 * @param {Cache} cache
 * @param {string} part
 * @param {string[]} [keep]
 */
export async function clearPart(cache, part, keep = []) {
  const keys = (await cache.keys()).map((request) => request.url);
  const gone = keys.filter((key) => (
    key.startsWith(ofPart(part)) && !keep.includes(key.slice(ofPart(part).length))
  ));
  await Promise.all(gone.map((key) => cache.delete(key)));
}
