/**
 * The site's manifest and the parts' (docs/maintainers/decisions/0010): read strictly, since what
 * is understood by half would be shown by half.
 *
 * @typedef {{ path: string, title: string, language: string, pages: number, files: number,
 *   size: number, download: number, manifest: string }} PartLine
 * @typedef {{ title: string, revision: string, sequence: number, built: string,
 *   expires: string | null, parts: PartLine[] }} Site
 * @typedef {[hash: string, unpacked: number, packed: number]} Unit
 * @typedef {[hash: string, unpacked: number, packed: number, units: number[]]} Bundle
 * @typedef {[path: string, hash: string, size: number, header: number]} Extra
 * @typedef {{ headers: Record<string, string>[], tables: number, units: Unit[],
 *   bundles: Bundle[], extras: Extra[], beside: Extra[] }} PartManifest
 * @typedef {[path: string, hash: string, size: number, header: number, chunks: string[],
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
    const units = list(manifest["units"], unit);
    const tables = count(manifest["tables"]);
    within(tables <= units.length);
    return {
      headers, tables, units,
      bundles: list(manifest["bundles"], (bundle) => bundleOf(bundle, units)),
      extras: list(manifest["extras"], (extra) => extraOf(extra, headers.length)),
      beside: list(manifest["beside"] ?? [], (extra) => extraOf(extra, headers.length)),
    };
  });
}

/**
 * The lines of a table.
 * @param {string} json
 * @param {number} headers how many there are
 * @returns {Row[]}
 */
export function readTable(json, headers) {
  return reading("a table", json, (value) => list(value, (row) => {
    const [at, digest, size, type, chunks, title, facts] = array(row, 5, 7);
    return /** @type {Row} */ ([
      path(at), hash(digest), count(size), count(type, headers), list(chunks, text),
      optional(title, text), optional(facts, text),
    ]);
  }));
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
 * @returns {Unit}
 */
function unit(value) {
  const [digest, unpacked, packed] = array(value, 3);
  return [hash(digest), count(unpacked), count(packed)];
}

/**
 * @param {unknown} value
 * @param {Unit[]} units
 * @returns {Bundle}
 */
function bundleOf(value, units) {
  const [digest, unpacked, packed, holds] = array(value, 4);
  const numbers = list(holds, (number) => count(number, units.length));
  const size = numbers.reduce((sum, number) => sum + /** @type {Unit} */ (units[number])[1], 0);
  within(size === unpacked);
  return [hash(digest), count(unpacked), count(packed), numbers];
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
function reading(place, json, read) {
  try {
    return read(JSON.parse(json));
  } catch (error) {
    throw new Trouble("format", `${place}: ${error}`);
  }
}
