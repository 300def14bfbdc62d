/**
 * Saving a part: what is at hand is taken from there, the rest is fetched; every file is put
 * together and hashed; then it is written, and last of all a mark that all of this was done.
 */

import { sha256 } from "./bytes.js";
import { manifestAtHand, unitsAtHand } from "./hand.js";
import { inLanes } from "./lanes.js";
import { writeLoose } from "./loose.js";
import { readPart } from "./manifest.js";
import { needsOf } from "./needs.js";
import { fetchPack } from "./packs.js";
import { Rebuilding } from "./rebuilding.js";
import { getBytes, ofPart, put } from "./store.js";
import { broadcast } from "./telling.js";
import { Trouble } from "./trouble.js";
import { commit, indexOf } from "./writing.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./manifest.js").PartLine} PartLine
 * @typedef {import("./manifest.js").PartManifest} PartManifest
 * @typedef {import("./manifest.js").Bundle} Bundle
 * @typedef {import("./manifest.js").Unit} Unit
 * @typedef {import("./revision.js").Revision} Revision
 */

/**
 * Save a part of `revision`, or save it again.
 * @param {Revision} revision
 * @param {PartLine} line
 * @param {Revision[]} older revisions that may have units of it at hand
 */
export async function savePart(revision, line, older) {
  const saving = new Saving(revision, line);
  await saving.run([revision, ...older]);
  revision.saved.add(line.path);
  revision.forget();
  await broadcast({ type: "saved", part: line.path });
}

class Saving {
  /**
   * @param {Revision} revision
   * @param {PartLine} line
   */
  constructor(revision, line) {
    this.cache = revision.cache;
    this.revision = revision;
    this.line = line;
    /** By the unit's number. @type {Map<number, Bytes>} */
    this.units = new Map();
    /** By the unit's number. @type {Map<number, import("./loose.js").Spot>} */
    this.spots = new Map();
  }

  /** @param {Revision[]} sources */
  async run(sources) {
    const { line } = this;
    const text = (await manifestAtHand(sources, line.manifest))
      ?? new TextDecoder().decode(await fetchPack(line.manifest));
    const manifest = readPart(text, line.path);
    const files = new Rebuilding(manifest, (done) => {
      broadcast({ type: "progress", part: line.path, done, all: line.files });
    });
    const atHand = await unitsAtHand(sources, new Set(manifest.units.map(([hash]) => hash)));
    for (const [number, [hash]] of manifest.units.entries()) {
      const bytes = atHand.get(hash);
      if (bytes) this.take(files, number, bytes);
    }
    await this.resume(manifest, files);
    await files.verify();
    await this.fetchMissing(manifest, files);
    if (files.verified.length !== line.files) throw new Trouble("format", `files of ${line.path || "/"}`);
    await writeLoose(this.cache, line.path, this.units, this.spots);
    const index = indexOf(this.revision.json, manifest, files, this.spots);
    await commit(this.cache, line.path, text, index);
  }

  /**
   * Bundles that an earlier try, cut short, has left.
   * @param {PartManifest} manifest
   * @param {Rebuilding} files
   */
  async resume(manifest, files) {
    for (const bundle of manifest.bundles) {
      if (bundle[3].every((unit) => this.units.has(unit))) continue;
      const bytes = await getBytes(this.cache, ofPart(this.line.path, bundle[0]));
      if (bytes && (await sha256(bytes)) === bundle[0]) this.spread(manifest, bundle, bytes, files);
    }
  }

  /**
   * @param {PartManifest} manifest
   * @param {Rebuilding} files
   */
  async fetchMissing(manifest, files) {
    const needs = needsOf(manifest, (unit) => this.units.has(unit));
    const tasks = [
      ...needs.bundles.map((number) => async () => {
        const bundle = /** @type {Bundle} */ (manifest.bundles[number]);
        const bytes = await fetchPack(...headOf(bundle));
        const kept = put(this.cache, ofPart(this.line.path, bundle[0]), bytes);
        this.spread(manifest, bundle, bytes, files);
        await kept;
      }),
      ...needs.units.map((number) => async () => {
        const unit = /** @type {Unit} */ (manifest.units[number]);
        this.take(files, number, await fetchPack(...unit));
      }),
    ];
    await inLanes(tasks, () => files.verify());
  }

  /**
   * @param {Rebuilding} files
   * @param {number} number
   * @param {Bytes} bytes
   */
  take(files, number, bytes) {
    this.units.set(number, bytes);
    files.take(number, bytes);
  }

  /**
   * @param {PartManifest} manifest
   * @param {Bundle} bundle
   * @param {Bytes} bytes
   * @param {Rebuilding} files
   */
  spread(manifest, bundle, bytes, files) {
    let offset = 0;
    for (const number of bundle[3]) {
      const [, size] = /** @type {Unit} */ (manifest.units[number]);
      if (!this.units.has(number)) this.take(files, number, bytes.subarray(offset, offset + size));
      this.spots.set(number, { entry: bundle[0], offset });
      offset += size;
    }
  }
}

/**
 * @param {Bundle} bundle
 * @returns {Unit}
 */
function headOf([hash, unpacked, packed]) {
  return [hash, unpacked, packed];
}
