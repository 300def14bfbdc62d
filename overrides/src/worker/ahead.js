/**
 * Reading before it is asked for: the page that the worker was started for, while it isn't known yet
 * what is saved; then the page's style sheets and script, which it asks for a little later.
 *
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./revision.js").Revision} Revision
 * @typedef {import("./revision.js").File} File
 */

import { decoded, fileOf } from "./addresses.js";
import { SCOPE } from "./place.js";
import { readFiles } from "./slices.js";

/** What nobody has asked for by then is let go. */
const KEPT_MS = 10_000;

/** What holds up a page, as its HTML names it. */
const NEEDED = /<(?:link rel="stylesheet"[^>]* href|script src)="([^"]+)"/g;

/** Verified bytes, or null, by their SHA-256. @type {Map<string, Promise<Bytes | null> | null>} */
const kept = new Map();

/**
 * What was read ahead of a file with this hash; it isn't kept any longer.
 * @param {string} hash
 */
export function taken(hash) {
  const found = kept.get(hash);
  kept.delete(hash);
  return found;
}

/**
 * @param {Revision} revision of which it isn't known yet what is saved
 * @param {string} address of the page, relative to the scope
 */
export async function readPage(revision, address) {
  const path = decoded(address);
  // Why two steps of the path: there is no manifest to ask yet, and parts with pages lie that deep.
  const part = path.split("/", 2).join("/");
  const lookup = await revision.lookup(part);
  const found = lookup && await fileOf(lookup.find, path.slice(part.length + 1));
  if (found) keep(revision, part, [found.file]);
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {string} url of the page
 * @param {Bytes} page
 */
export async function readNeeded(revision, part, url, page) {
  const lookup = await revision.lookup(part);
  const folder = part ? `${SCOPE}${part}/` : SCOPE;
  /** @type {File[]} */
  const files = [];
  for (const [, link = ""] of new TextDecoder().decode(page).matchAll(NEEDED)) {
    const { href } = new URL(link, url);
    const file = href.startsWith(folder) && await lookup?.find(decoded(href.slice(folder.length)));
    if (file) files.push(file);
  }
  keep(revision, part, files);
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {File[]} files
 */
function keep(revision, part, files) {
  const reading = readFiles(revision, part, files);
  files.forEach(([, hash], at) => {
    kept.set(hash, reading[at] ?? null);
    setTimeout(taken, KEPT_MS, hash);
  });
}
