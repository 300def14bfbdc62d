/** Packs: files named by the SHA-256 of what is in them. */

import { looksLikePage, readAll, readInto, sha256 } from "./bytes.js";
import { fetchWhole } from "./fetching.js";
import { OFFLINE, SCOPE } from "./place.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */

/** More than any manifest takes. */
const LARGEST = 64 * 1024 * 1024;

/** What can't be packed smaller grows by less than this. */
const GZIP = 1024;

/**
 * Fetch a pack, unpack and check it.
 * @param {string} hash
 * @param {number} [unpacked] size in bytes; 0 if it isn't known
 * @param {number} [packed]
 * @returns {Promise<Bytes>}
 */
export async function fetchPack(hash, unpacked = 0, packed = 0) {
  const address = `${SCOPE}${OFFLINE}${hash}.pack`;
  const bytes = await fetchWhole(address, Math.max(unpacked || LARGEST, packed) + GZIP);
  const content = await unpack(bytes, unpacked);
  if (content && (await sha256(content)) === hash) return content;
  throw new Trouble(looksLikePage(bytes) ? "not-the-plan" : "changed-bytes", address);
}

/**
 * What is packed; bytes that aren't gzip were unpacked on the way.
 * @param {Bytes} bytes
 * @param {number} unpacked size in bytes; 0 if it isn't known
 * @returns {Promise<Bytes | null>} null if the gzip is broken
 */
async function unpack(bytes, unpacked) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const { readable, writable } = new DecompressionStream("gzip");
    // Why not a blob's stream: making one asks another process.
    const writer = writable.getWriter();
    // Why not awaited: what goes wrong here is seen at the other end.
    Promise.all([writer.write(bytes), writer.close()]).catch(() => {});
    return await (unpacked ? readInto(readable, unpacked) : readAll(readable, LARGEST));
  } catch {
    return null;
  }
}
