/** From units to chunks to files. */

import { join, sha256 } from "./bytes.js";
import { readTable } from "./manifest.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./manifest.js").Row} Row
 * @typedef {{ bytes: Bytes, unit: number, offset: number }} Chunk offset in its unit
 */

const LINE_FEED = 10;

/** Hashed at a time; so the browser's threads have work and the progress moves. */
const AT_ONCE = 64;

/** Takes a part's units in any order and verifies each file as soon as it can be put together. */
export class Rebuilding {
  /**
   * @param {import("./manifest.js").PartManifest} manifest
   * @param {(done: number) => void} announce called with the number of verified files
   */
  constructor(manifest, announce) {
    this.manifest = manifest;
    this.announce = announce;
    /** @type {Map<string, Chunk>} */
    this.chunks = new Map();
    /** @type {Row[]} */
    this.waiting = [];
    /** @type {Row[]} */
    this.verified = [];
  }

  /**
   * @param {number} unit its number in the manifest
   * @param {Bytes} bytes
   */
  take(unit, bytes) {
    if (unit < this.manifest.tables) {
      const table = new TextDecoder().decode(bytes);
      this.waiting.push(...readTable(table, this.manifest.headers.length));
    } else {
      this.cut(unit, bytes);
    }
  }

  /**
   * @param {number} unit
   * @param {Bytes} bytes
   */
  cut(unit, bytes) {
    const head = bytes.indexOf(LINE_FEED);
    let offset = head + 1;
    try {
      const lengths = JSON.parse(new TextDecoder().decode(bytes.subarray(0, head)));
      for (const [name, length] of lengths) {
        this.chunks.set(name, { bytes: bytes.subarray(offset, offset + length), unit, offset });
        offset += length;
      }
    } catch {
      offset = -1;
    }
    if (offset !== bytes.length) throw new Trouble("format", `unit ${unit}`);
  }

  /** Verify the files whose chunks are all there. */
  async verify() {
    const ready = this.waiting.filter((row) => row[4].every((chunk) => this.chunks.has(chunk)));
    const taken = new Set(ready);
    this.waiting = this.waiting.filter((row) => !taken.has(row));
    for (let at = 0; at < ready.length; at += AT_ONCE) {
      const some = ready.slice(at, at + AT_ONCE);
      await Promise.all(some.map((row) => this.verifyOne(row)));
      this.verified.push(...some);
      this.announce(this.verified.length);
    }
  }

  /** @param {Row} row */
  async verifyOne([path, hash, size, , chunks]) {
    const bytes = join(this.chunksOf(chunks).map((chunk) => chunk.bytes));
    const right = bytes.length === size && (await sha256(bytes)) === hash;
    if (!right) throw new Trouble("changed-bytes", path);
  }

  /**
   * @param {string[]} names
   * @returns {Chunk[]}
   */
  chunksOf(names) {
    return names.map((name) => /** @type {Chunk} */ (this.chunks.get(name)));
  }
}
