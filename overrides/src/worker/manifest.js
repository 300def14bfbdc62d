/**
 * The site's manifest and the parts' (docs/maintainers/decisions/0010): read strictly, since what
 * is understood by half would be shown by half.
 *
 * @typedef {{ path: string, title: string, language: string, pages: number, files: number,
 *   size: number, download: number, manifest: string }} PartLine
 * @typedef {{ title: string, revision: string, sequence: number, built: string,
 *   expires: string | null, parts: PartLine[] }} Site
 * @typedef {[hash: string, units: number]} HashList SHA-256 of so many units' SHA-256s, as bytes
 * @typedef {{ hash: string, unpacked: number, packed: number, units: number[] }} Bundle
 * @typedef {[path: string, hash: string, size: number, header: number]} Extra
 * @typedef {{ headers: Record<string, string>[], tables: number, sizes: number[], hashes: string,
 *   lists: HashList[], bundles: Bundle[], extras: Extra[], beside: Extra[] }} PartManifest
 * @typedef {string | [string] | 0} Step
 *   all of a chunk; the first piece of a chunk of pieces; the next one of that
 * @typedef {[path: string, hash: string, size: number, header: number, recipe: Step[],
 *   title?: string | null, facts?: string | null]} Row
 */

import { array, count, hash, list, object, optional, path, text, time, within } from "./shapes.js";
import { Trouble } from "./trouble.js";

const FORMAT = 1;

/**
 * @param {string} json
 * @returns {Site}
 */
export function readSite(json) {
  return reading("offline/site.json", json, (value) => {
    const site = object(value);
    within(site["format"] === FORMAT);
    const policy = object(site["policy"]);
    array(policy["signatures"]);
    within(policy["encryption"] === null);
    return {
      title: text(site["title"]), revision: text(site["revision"]), sequence: count(site["sequence"]),
      built: time(site["built"]), expires: optional(site["expires"], time) ?? null,
      parts: list(site["parts"], partLine),
    };
  });
}

/**
 * @param {unknown} value
 * @returns {PartLine}
 */
function partLine(value) {
  const part = object(value);
  return {
    path: part["path"] === "" ? "" : path(part["path"]),
    title: text(part["title"]), language: text(part["language"]),
    pages: count(part["pages"]), files: count(part["files"]),
    size: count(part["size"]), download: count(part["download"]), manifest: hash(part["manifest"]),
  };
}

/**
 * @param {string} json
 * @param {string} part the path that it has to have
 * @returns {PartManifest}
 */
export function readPart(json, part) {
  return reading(`manifest of ${part || "/"}`, json, (value) => {
    const manifest = object(value);
    within(manifest["format"] === FORMAT && manifest["path"] === part);
    const headers = list(manifest["headers"], header);
    const sizes = list(manifest["sizes"], (size) => count(size));
    const lists = list(manifest["lists"], hashList);
    within(lists.reduce((sum, [, units]) => sum + units, 0) === sizes.length);
    return {
      headers, sizes, lists, tables: count(manifest["tables"], sizes.length + 1),
      hashes: hash(manifest["hashes"]), bundles: bundlesOf(manifest["bundles"], sizes),
      extras: list(manifest["extras"], (extra) => extraOf(extra, headers.length)),
      beside: list(manifest["beside"] ?? [], (extra) => extraOf(extra, headers.length)),
    };
  });
}

/**
 * @param {unknown} value
 * @returns {Record<string, string>}
 */
function header(value) {
  const fields = object(value);
  for (const field of Object.values(fields)) text(field);
  return /** @type {Record<string, string>} */ (fields);
}

/**
 * @param {unknown} value
 * @returns {HashList}
 */
function hashList(value) {
  const [digest, units] = array(value, 2);
  return [hash(digest), count(units)];
}

/**
 * Bundles hold all units, each so many of those that follow on the one before.
 * @param {unknown} value
 * @param {number[]} sizes of all units
 * @returns {Bundle[]}
 */
function bundlesOf(value, sizes) {
  let first = 0;
  const bundles = list(value, (bundle) => {
    const [digest, packed, holds] = array(bundle, 3);
    const units = Array.from({ length: count(holds, sizes.length + 1) }, () => first++);
    const unpacked = units.reduce((sum, unit) => sum + (sizes[unit] ?? NaN), 0);
    return { hash: hash(digest), unpacked: count(unpacked), packed: count(packed), units };
  });
  within(first === sizes.length);
  return bundles;
}

/**
 * @param {unknown} value
 * @param {number} headers how many there are
 * @returns {Extra}
 */
function extraOf(value, headers) {
  const [at, digest, size, type] = array(value, 4);
  return [path(at), hash(digest), count(size), count(type, headers)];
}

/**
 * @template T
 * @param {string} place
 * @param {string} json
 * @param {(value: unknown) => T} read
 * @returns {T}
 */
export function reading(place, json, read) {
  try {
    return read(JSON.parse(json));
  } catch (error) {
    throw new Trouble("format", `${place}: ${error}`);
  }
}
