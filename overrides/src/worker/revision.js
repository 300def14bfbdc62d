/**
 * A revision as it lies on the device: which parts are saved, and where each file's bytes are.
 *
 * @typedef {[path: string, hash: string, size: number, header: number,
 *   ranges: number[], title: string | null, facts: string | null]} File
 *   ranges: entry, first byte, byte after the last, and so on
 * @typedef {{ site: string, headers: Record<string, string>[], entries: string[],
 *   lists: import("./manifest.js").HashList[],
 *   units: [hash: string | null, entry: number, offset: number, size: number][], files: File[],
 *   extras: import("./manifest.js").Extra[], beside: string[] }} StoredIndex
 *   `site` is the site's manifest again; beside: on the host only; units of bundles have no hash
 * @typedef {StoredIndex & { byPath: Map<string, File> }} Index
 */

import { readSite } from "./manifest.js";
import { readIndex, savedSite } from "./indexes.js";
import { leavesOf, packLookup, readLookup } from "./lookup.js";
import {
  COMMITTED, getBlob, getBytes, getJson, INDEX, LOOKUP, nameOf, ofPart, ofRevision, put,
} from "./store.js";
import { SITE_SHA256 } from "./stub.js";

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
    /** @type {Map<string, Promise<import("./lookup.js").Lookup | null>>} */
    this.lookups = new Map();
    /** @type {Map<string, Promise<Blob | null>>} */
    this.blobs = new Map();
  }

  /**
   * @param {string} part
   * @returns {Promise<Index | null>} null if it is damaged or isn't saved
   */
  index(part) {
    const known = this.indexes.get(part) ?? readIndex(this.cache, part, this.part(part)?.files ?? 0);
    this.indexes.set(part, known);
    return known;
  }

  /**
   * The same as the index for who seeks a single file, and quicker.
   * @param {string} part
   * @returns {Promise<import("./lookup.js").Lookup | null>} null if it is damaged or isn't saved
   */
  lookup(part) {
    const known = this.lookups.get(part)
      ?? readLookup(this.cache, part).then((found) => found ?? this.slowLookup(part));
    this.lookups.set(part, known);
    return known;
  }

  /**
   * From the index; for the next time, a lookup is written that was lost, or that an older worker
   * never wrote.
   * @param {string} part
   * @returns {Promise<import("./lookup.js").Lookup | null>}
   */
  async slowLookup(part) {
    const index = await this.index(part);
    // Why not awaited: the reader is waiting for a page, and the storage may be full.
    if (index) void put(this.cache, ofPart(part, LOOKUP), packLookup(index, leavesOf(index.files))).catch(() => {});
    return index && { ...index, find: async (path) => index.byPath.get(path) ?? null };
  }

  /**
   * @param {string} part
   * @param {string} entry
   * @returns {Promise<Blob | null>} null if it is lost
   */
  blob(part, entry) {
    const key = ofPart(part, entry);
    const known = this.blobs.get(key) ?? getBlob(this.cache, key);
    this.blobs.set(key, known);
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

  /** Read from the storage anew from now on. @param {string} [part] only this one */
  forget(part) {
    for (const known of [this.indexes, this.entries, this.lookups, this.blobs]) {
      for (const key of known.keys()) {
        if (part === undefined || key === part || key.startsWith(ofPart(part))) known.delete(key);
      }
    }
  }

  /** @param {string} path */
  part(path) {
    return this.site.parts.find((part) => part.path === path);
  }
}

/**
 * A revision that is on the device, whole or in part.
 * @param {string} [name]
 * @param {(cache: Cache) => void} [also] what is to be read at the same time
 * @returns {Promise<Revision | null>} null if there is none, or nothing of it can be read
 */
export async function openRevision(name = nameOf(SITE_SHA256), also = () => {}) {
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  also(cache);
  const all = cache.keys();
  const [json, requests, damaged] = await Promise.all([
    savedSite(cache, name, all), all, getJson(cache, ofRevision("damaged")),
  ]);
  if (json === null) return null;
  const keys = requests.map((request) => request.url);
  const revision = new Revision(name, cache, json, []);
  for (const { path } of revision.site.parts) {
    // Why either: the index is written when all is there and verified, and any entry may get lost.
    const marks = [COMMITTED, INDEX].map((mark) => ofPart(path, mark));
    if (marks.some((mark) => keys.includes(mark))) revision.saved.add(path);
  }
  if (Array.isArray(damaged)) revision.damaged = new Set(damaged);
  return revision;
}
