/**
 * Saving a part: what is at hand is taken from there, the rest is fetched; every file is put
 * together and hashed; then it is written, and last of all a mark that all of this was done.
 */

import { sha256 } from "./bytes.js";
import { manifestAtHand, unitsAtHand } from "./hand.js";
import { hashesOf } from "./hashes.js";
import { inLanes } from "./lanes.js";
import { writeLoose } from "./loose.js";
import { readPart } from "./manifest.js";
import { needsOf } from "./needs.js";
import { fetchPack } from "./packs.js";
import { Rebuilding } from "./rebuilding.js";
import { getBytes, ofPart, put } from "./store.js";
import { broadcast, progress } from "./telling.js";
import { Trouble } from "./trouble.js";
import { commit, indexOf } from "./writing.js";

/**
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {import("./manifest.js").PartLine} PartLine
 * @typedef {import("./manifest.js").PartManifest} PartManifest
 * @typedef {import("./manifest.js").Bundle} Bundle
 * @typedef {import("./revision.js").Revision} Revision
 */

/**
 * Save a part of `revision`, or save it again.
 * @param {Revision} revision
 * @param {PartLine} line
 * @param {Revision[]} older revisions that may have units of it at hand
 * @param {Promise<void>} [first] what has to be saved before pages are told of this
 */
export async function savePart(revision, line, older, first) {
  await new Saving(revision, line).run([revision, ...older]);
  await first;
  revision.saved.add(line.path);
  revision.forget(line.path);
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
    const files = new Rebuilding(manifest, progress(line.path, line.files));
    const hashes = await hashesOf(manifest, line, sources);
    const atHand = await unitsAtHand(sources, new Set(hashes ?? []));
    for (const [number, hash] of (hashes ?? []).entries()) {
      const bytes = atHand.get(hash);
      if (bytes) this.take(files, number, bytes);
    }
    await this.resume(manifest, files);
    await files.verify();
    await this.fetchMissing(manifest, hashes, files);
    if (files.verified.length !== line.files) throw new Trouble("format", `files of ${line.path || "/"}`);
    await writeLoose(this.cache, line.path, this.units, this.spots);
    const index = indexOf(this.revision.json, manifest, files, this.spots, hashes);
    await commit(this.cache, line.path, text, index);
  }

  /**
   * Bundles that lie there: an earlier try, cut short, has left them, or they were saved before.
   * @param {PartManifest} manifest
   * @param {Rebuilding} files
   */
  async resume(manifest, files) {
    await Promise.all(manifest.bundles.map(async (bundle) => {
      const bytes = await getBytes(this.cache, ofPart(this.line.path, bundle.hash));
      if (bytes && (await sha256(bytes)) === bundle.hash) this.spread(manifest, bundle, bytes, files);
    }));
  }

  /**
   * @param {PartManifest} manifest
   * @param {string[] | null} hashes of the units; null if they are taken in bundles alone
   * @param {Rebuilding} files
   */
  async fetchMissing(manifest, hashes, files) {
    const needs = needsOf(manifest, (unit) => this.units.has(unit), hashes ? undefined : 0);
    const tasks = [
      ...needs.bundles.map((number) => async () => {
        const bundle = /** @type {Bundle} */ (manifest.bundles[number]);
        const bytes = await fetchPack(bundle.hash, bundle.unpacked, bundle.packed);
        const kept = put(this.cache, ofPart(this.line.path, bundle.hash), bytes);
        this.spread(manifest, bundle, bytes, files);
        await kept;
      }),
      ...needs.units.map((number) => async () => {
        const hash = /** @type {string} */ (hashes?.[number]);
        this.take(files, number, await fetchPack(hash, manifest.sizes[number]));
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
    for (const number of bundle.units) {
      const size = /** @type {number} */ (manifest.sizes[number]);
      const unit = bytes.subarray(offset, offset + size);
      if (!this.units.has(number)) this.take(files, number, unit);
      this.spots.set(number, { entry: bundle.hash, offset });
      offset += size;
    }
  }
}
