/**
 * Where a file of a part lies, without reading the part's whole index, which takes longer than the
 * page itself: a short head, and leaves of some lines each, of which one is read.
 *
 *     <length of the head, 8 digits> <head, JSON> <leaf, JSON> <leaf, JSON> …
 *
 * @typedef {import("./revision.js").File} File
 * @typedef {import("./revision.js").StoredIndex} StoredIndex
 * @typedef {Pick<StoredIndex, "headers" | "entries" | "extras" | "beside">} Common
 * @typedef {Common & { find: (path: string) => Promise<File | null> }} Lookup
 * @typedef {Common & { leaves: [first: string, start: number, end: number][] }} Head
 *   in bytes after the head
 * @typedef {{ first: string, json: string }} Leaf
 * @typedef {import("./bytes.js").Bytes} Bytes
 */

import { join } from "./bytes.js";
import { getBlob, LOOKUP, ofPart } from "./store.js";

/** Files in a leaf. */
const LINES = 16;

const DIGITS = 8;

/** Read at first: most heads are shorter. */
const FIRST = 32 * 1024;

/**
 * The lines of files, in the order of their paths.
 * @param {File[]} files
 * @returns {Leaf[]}
 */
export function leavesOf(files) {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  /** @type {Leaf[]} */
  const leaves = [];
  for (let at = 0; at < sorted.length; at += LINES) {
    const some = sorted.slice(at, at + LINES);
    leaves.push({ first: some[0]?.[0] ?? "", json: JSON.stringify(some) });
  }
  return leaves;
}

/**
 * @param {Common} index
 * @param {Leaf[]} packed
 * @returns {Bytes}
 */
export function packLookup({ headers, entries, extras, beside }, packed) {
  const encoder = new TextEncoder();
  const bodies = packed.map(({ json }) => encoder.encode(json));
  let end = 0;
  const leaves = packed.map(({ first }, at) => [first, end, end += bodies[at]?.length ?? 0]);
  const head = encoder.encode(JSON.stringify({ headers, entries, extras, beside, leaves }));
  return join([encoder.encode(String(head.length).padStart(DIGITS, "0")), head, ...bodies]);
}

/**
 * @param {Cache} cache
 * @param {string} part
 * @returns {Promise<Lookup | null>} null if it can't be read, or was never written
 */
export async function readLookup(cache, part) {
  try {
    const blob = await getBlob(cache, ofPart(part, LOOKUP));
    if (!blob) return null;
    const first = await blob.slice(0, FIRST).arrayBuffer();
    const start = DIGITS + Number(textOf(first.slice(0, DIGITS)));
    const bytes = start <= first.byteLength ? first : await blob.slice(0, start).arrayBuffer();
    const head = /** @type {Head} */ (JSON.parse(textOf(bytes.slice(DIGITS, start))));
    return { ...head, find: finder(head.leaves, blob.slice(start)) };
  } catch {
    return null;
  }
}

/**
 * @param {Head["leaves"]} leaves
 * @param {Blob} body
 * @returns {Lookup["find"]}
 */
function finder(leaves, body) {
  /** @type {Map<number, Promise<File[]>>} */
  const read = new Map();
  return async (path) => {
    const after = leaves.findIndex(([first]) => first > path);
    const at = (after < 0 ? leaves.length : after) - 1;
    const leaf = leaves[at];
    if (!leaf) return null;
    const lines = read.get(at) ?? body.slice(leaf[1], leaf[2]).text().then((json) => JSON.parse(json));
    read.set(at, lines);
    return (/** @type {File[]} */ (await lines)).find(([one]) => one === path) ?? null;
  };
}

/** @param {ArrayBuffer} bytes */
function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}
