/** Large files that come after their part is saved, as the plain files that they are. */

import { sha256, looksLikePage } from "./bytes.js";
import { fetchWhole } from "./fetching.js";
import { SCOPE } from "./place.js";
import { inSite } from "./reading.js";
import { ofExtra, put } from "./store.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").Extra} Extra
 * @typedef {import("./revision.js").Revision} Revision
 */

/**
 * How many extras of a part are saved, and how many there are.
 * @param {Revision} revision
 * @param {string} part
 * @returns {Promise<[number, number]>}
 */
export async function countExtras(revision, part) {
  if (!revision.saved.has(part)) return [0, 0];
  const extras = (await revision.lookup(part))?.extras ?? [];
  const left = await missing(revision, extras);
  return [extras.length - left.length, extras.length];
}

/**
 * Fetch the extras of a part that aren't saved.
 * @param {Revision} revision
 * @param {string} part
 */
export async function saveExtras(revision, part) {
  const extras = (await revision.lookup(part))?.extras ?? [];
  for (const extra of await missing(revision, extras)) await saveExtra(revision, part, extra);
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {Extra} extra
 */
async function saveExtra(revision, part, extra) {
  await put(revision.cache, ofExtra(extra[1]), await fetchExtra(part, extra));
}

/**
 * The bytes of an extra as the host has it now, if they are those that the manifest names.
 * @param {string} part
 * @param {Extra} extra
 * @returns {Promise<import("./bytes.js").Bytes>}
 */
export async function fetchExtra(part, [path, hash, size]) {
  const place = inSite(part, path);
  const address = SCOPE + place.split("/").map(encodeURIComponent).join("/");
  const bytes = await fetchWhole(address, size);
  if (bytes.length === size && (await sha256(bytes)) === hash) return bytes;
  throw new Trouble(looksLikePage(bytes) ? "not-the-plan" : "mixed", place);
}

/**
 * Take over the extras that stayed the same; when the space doesn't suffice they are fetched later.
 * @param {Revision} revision
 * @param {Revision[]} older
 */
export async function takeExtras(revision, older) {
  for (const part of revision.saved) {
    for (const [, hash] of await missing(revision, (await revision.lookup(part))?.extras ?? [])) {
      for (const { cache } of older) {
        const response = await cache.match(ofExtra(hash));
        if (!response) continue;
        try {
          await revision.cache.put(ofExtra(hash), response);
        } catch {
          return;
        }
        break;
      }
    }
  }
}

/**
 * @param {Revision} revision
 * @param {Extra[]} extras
 * @returns {Promise<Extra[]>}
 */
async function missing(revision, extras) {
  if (extras.length === 0) return [];
  const kept = new Set((await revision.cache.keys()).map((request) => request.url));
  return extras.filter(([, hash]) => !kept.has(ofExtra(hash)));
}
