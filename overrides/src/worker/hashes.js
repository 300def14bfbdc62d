/**
 * Which units a part has. A first saving need not know: it takes whole bundles, which are named by
 * their own hashes. An update compares lists of the units' hashes, and fetches those that changed.
 */

import { fromHex, hex, sha256 } from "./bytes.js";
import { withHashes } from "./hand.js";
import { inLanes } from "./lanes.js";
import { fetchPack } from "./packs.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").PartLine} PartLine
 * @typedef {import("./manifest.js").PartManifest} PartManifest
 * @typedef {import("./revision.js").Revision} Revision
 */

/** Bytes of a SHA-256. */
const DIGEST = 32;

/** If more lists than this are missing, all are fetched as one. */
const MOST_LISTS = 24;

/** Bytes; of a part that is no larger, nothing is looked for in other parts. */
const LITTLE = 32 * 1024;

/**
 * The hashes of a part's units.
 * @param {PartManifest} manifest
 * @param {PartLine} line
 * @param {Revision[]} sources
 * @returns {Promise<string[] | null>} null if it is best to fetch the part as a whole
 */
export async function hashesOf(manifest, line, sources) {
  // Why: pictures and small parts have nothing in common with others; editions have.
  const own = line.pages === 0 || line.download < LITTLE;
  const known = await listsAtHand(manifest, sources, (part) => !own || part === line.path);
  const missing = manifest.lists.filter(([hash]) => !known.has(hash));
  const alone = own || !sources.some(({ saved }) => saved.size);
  if (known.size === 0 && missing.length && alone) return null;
  if (missing.length && (known.size === 0 || missing.length > MOST_LISTS)) {
    return fetchList(manifest.hashes, manifest.sizes.length);
  }
  await inLanes(missing.map(([hash, units]) => async () => {
    known.set(hash, await fetchList(hash, units));
  }), async () => {});
  return manifest.lists.flatMap(([hash]) => known.get(hash) ?? []);
}

/**
 * The wanted lists that some saved part has.
 * @param {PartManifest} manifest
 * @param {Revision[]} sources
 * @param {(part: string) => boolean} looked whether a part is looked at
 * @returns {Promise<Map<string, string[]>>}
 */
async function listsAtHand({ lists }, sources, looked) {
  const wanted = new Set(lists.map(([hash]) => hash));
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const revision of sources) {
    for (const part of [...revision.saved].filter(looked)) {
      const index = await withHashes(revision, part);
      let first = 0;
      for (const [hash, units] of index?.lists ?? []) {
        const some = index?.units.slice(first, first + units).map(([unit]) => unit ?? "") ?? [];
        first += units;
        if (!wanted.has(hash) || found.has(hash)) continue;
        if ((await digest(some)) === hash) found.set(hash, some);
      }
    }
  }
  return found;
}

/**
 * @param {string} hash
 * @param {number} units
 * @returns {Promise<string[]>}
 */
async function fetchList(hash, units) {
  const bytes = await fetchPack(hash, DIGEST * units);
  if (bytes.length !== DIGEST * units) throw new Trouble("format", `list ${hash}`);
  return Array.from({ length: units }, (_, unit) => hex(bytes.subarray(DIGEST * unit, DIGEST * (unit + 1))));
}

/**
 * @param {string[]} hashes
 * @returns {Promise<string>}
 */
function digest(hashes) {
  return sha256(fromHex(hashes.join("")));
}
