/** From units to chunks to files. */

import { sha256Of } from "./bytes.js";
import { cut } from "./pieces.js";
import { readTable } from "./tables.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./manifest.js").Row} Row
 * @typedef {import("./manifest.js").Step} Step
 * @typedef {{ bytes: Bytes, unit: number, offset: number }} Chunk offset in its unit
 * @typedef {{ row: Row, places: number[] }} Verified
 *   places: unit, first byte, byte after the last, and so on
 */

const LINE_FEED = 10;

/** Hashed at a time, so that the browser's threads have work. */
const AT_ONCE = 32;

/** Files after which the progress moves. */
const TOLD = 64;

/** Takes a part's units in any order and verifies each file as soon as it can be put together. */
export class Rebuilding {
  /**
   * @param {import("./manifest.js").PartManifest} manifest
   * @param {(done: number, came: number) => void} announce called with the number of verified
   *   files, and what share of the units' bytes has come
   */
  constructor(manifest, announce) {
    this.manifest = manifest;
    this.announce = announce;
    /** @type {Map<string, Chunk>} */
    this.chunks = new Map();
    /** @type {Row[]} */
    this.waiting = [];
    /** @type {Verified[]} */
    this.verified = [];
    this.bytes = 0;
    this.all = manifest.sizes.reduce((sum, size) => sum + size, 0);
  }

  /**
   * @param {number} unit its number in the manifest
   * @param {Bytes} bytes
   */
  take(unit, bytes) {
    this.bytes += bytes.length;
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
    const ready = this.waiting.filter((row) => row[4].every((step) => this.isThere(step)));
    const taken = new Set(ready);
    this.waiting = this.waiting.filter((row) => !taken.has(row));
    const lanes = Array.from({ length: AT_ONCE }, () => this.verifySome(ready));
    await Promise.all(lanes);
    this.tell();
  }

  tell() {
    this.announce(this.verified.length, this.bytes / this.all);
  }

  /**
   * One of several that share a list, so that none waits for the slowest of a lot.
   * @param {Row[]} left
   */
  async verifySome(left) {
    for (let row = left.pop(); row; row = left.pop()) {
      try {
        this.verified.push({ row, places: await this.verifyOne(row) });
      } catch (error) {
        left.length = 0;
        throw error;
      }
      if (this.verified.length % TOLD === 0) this.tell();
    }
  }

  /**
   * @param {Row} row
   * @returns {Promise<number[]>} where its bytes are
   */
  async verifyOne([path, hash, size, , recipe]) {
    const chunks = cut(recipe, (name) => /** @type {Chunk} */ (this.chunks.get(name)));
    const pieces = chunks.map(({ bytes }) => bytes);
    const found = pieces.reduce((sum, { length }) => sum + length, 0);
    const right = found === size && (await sha256Of(pieces, size)) === hash;
    if (!right) throw new Trouble("changed-bytes", path);
    return placesOf(chunks);
  }

  /**
   * @param {Step} step
   * @returns {boolean}
   */
  isThere(step) {
    return step === 0 || this.chunks.has(typeof step === "string" ? step : step[0]);
  }
}

/**
 * @param {Chunk[]} chunks
 * @returns {number[]} what follows on each other is one place
 */
function placesOf(chunks) {
  /** @type {number[]} */
  const places = [];
  for (const { bytes, unit, offset } of chunks) {
    const last = places.length - 1;
    const end = offset + bytes.length;
    if (places[last] === offset && places[last - 2] === unit) places[last] = end;
    else places.push(unit, offset, end);
  }
  return places;
}
