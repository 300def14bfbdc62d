/**
 * A revision as it lies on the device: which parts are saved, and where each file's bytes are.
 *
 * @typedef {[path: string, hash: string, size: number, header: number,
 *   ranges: number[], title: string | null, facts: string | null]} File
 *   ranges: entry, first byte, byte after the last, and so on
 * @typedef {{ site: string, headers: Record<string, string>[], entries: string[],
 *   units: [hash: string, entry: number, offset: number, size: number][], files: File[],
 *   extras: import("./manifest.js").Extra[], beside: string[] }} StoredIndex
 *   `site` is the site's manifest again; what is beside is on the host only
 * @typedef {StoredIndex & { byPath: Map<string, File> }} Index
 */

import { readSite } from "./manifest.js";
import { SITE_SHA256 } from "./place.js";
import { COMMITTED, getBytes, getJson, getText, INDEX, nameOf, ofPart, ofRevision } from "./store.js";

/** @typedef {import("./manifest.js").PartLine} PartLine */

export class Revision {
  /**
   * @param {string} name the cache's
   * @param {Cache} cache
   * @param {string} json site.json
   * @param {Iterable<string>} saved paths of parts
   */
  constructor(name, cache, json, saved) {
    this.name = name;
    this.cache = cache;
    this.json = json;
    this.site = readSite(json);
    this.saved = new Set(saved);
    /** Paths in the site of files that were seen to be damaged. @type {Set<string>} */
    this.damaged = new Set();
    /** @type {Map<string, Promise<Index | null>>} */
    this.indexes = new Map();
    /** @type {Map<string, Promise<import("./bytes.js").Bytes | null>>} */
    this.entries = new Map();
  }

  /**
   * @param {string} part
   * @returns {Promise<Index | null>} null if it is damaged or isn't saved
   */
  index(part) {
    const known = this.indexes.get(part) ?? readIndex(this.cache, part);
    this.indexes.set(part, known);
    return known;
  }

  /**
   * @param {string} part
   * @param {string} entry
   * @returns {Promise<import("./bytes.js").Bytes | null>} null if it is lost
   */
  entry(part, entry) {
    const key = ofPart(part, entry);
    const known = this.entries.get(key) ?? getBytes(this.cache, key);
    this.entries.set(key, known);
    return known;
  }

  /** Read from the storage anew from now on. */
  forget() {
    this.indexes.clear();
    this.entries.clear();
  }

  /**
   * @param {string} path
   * @returns {PartLine | undefined}
   */
  part(path) {
    return this.site.parts.find((part) => part.path === path);
  }
}

/**
 * @param {Cache} cache
 * @param {string} part
 * @returns {Promise<Index | null>}
 */
async function readIndex(cache, part) {
  const index = /** @type {StoredIndex | null} */ (await getJson(cache, ofPart(part, INDEX)));
  return index && { ...index, byPath: new Map(index.files.map((file) => [file[0], file])) };
}

/**
 * A revision that is on the device, whole or in part.
 * @param {string} [name]
 * @returns {Promise<Revision | null>} null if there is none, or nothing of it can be read
 */
export async function openRevision(name = nameOf(SITE_SHA256)) {
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const [text, requests, damaged] = await Promise.all([
    getText(cache, ofRevision("site")), cache.keys(), getJson(cache, ofRevision("damaged")),
  ]);
  const keys = requests.map((request) => request.url);
  const json = text ?? (await siteFromAnIndex(cache, keys));
  if (json === null) return null;
  const revision = new Revision(name, cache, json, []);
  for (const { path } of revision.site.parts) {
    // Why either: the index is written when all is there and verified, and any entry may get lost.
    const marks = [COMMITTED, INDEX].map((mark) => ofPart(path, mark));
    if (marks.some((mark) => keys.includes(mark))) revision.saved.add(path);
  }
  if (Array.isArray(damaged)) revision.damaged = new Set(damaged);
  return revision;
}

/**
 * The site's manifest when its own entry was lost.
 * @param {Cache} cache
 * @param {string[]} keys
 * @returns {Promise<string | null>}
 */
async function siteFromAnIndex(cache, keys) {
  for (const key of keys.filter((one) => one.endsWith(`/${INDEX}`))) {
    const index = /** @type {StoredIndex | null} */ (await getJson(cache, key));
    if (index) return index.site;
  }
  return null;
}
