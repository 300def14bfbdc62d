/** The self-test reads every saved file from the storage; the repair saves anew what failed it. */

import { inSite, keepDamage, readOwn } from "./reading.js";
import { otherRevisions } from "./revisions.js";
import { savePart } from "./saving.js";
import { tellFailure } from "./telling.js";

/**
 * @typedef {import("./revision.js").Revision} Revision
 * @typedef {(message: { type: "tested", done: number, all: number }) => void} Tell
 * @typedef {{ type: "test-result", files: number, damaged: string[] }} Result
 */

/** Files read at a time. */
const AT_ONCE = 16;

/**
 * @param {Revision} revision
 * @param {Iterable<string>} parts
 * @param {Tell} tell
 * @returns {Promise<Result>}
 */
export async function selfTest(revision, parts, tell) {
  revision.forget();
  const lines = [...parts].flatMap((path) => revision.part(path) ?? []);
  const all = lines.reduce((sum, line) => sum + line.files, 0);
  /** @type {string[]} */
  const damaged = [];
  let done = 0;
  for (const { path, files } of lines) {
    damaged.push(...await damagedIn(revision, path, (some) => {
      tell({ type: "tested", done: done + some, all });
    }));
    done += files;
  }
  const tested = new Set(lines.map(({ path }) => path));
  const others = [...revision.damaged].filter((place) => !tested.has(owner(revision, place)));
  revision.damaged = new Set([...others, ...damaged]);
  await keepDamage(revision);
  return { type: "test-result", files: all, damaged };
}

/**
 * @param {Revision} revision
 * @param {string} part
 * @param {(done: number) => void} announce
 * @returns {Promise<string[]>} paths in the site; the part's own if all of it is
 */
async function damagedIn(revision, part, announce) {
  const index = await revision.index(part);
  if (!index) return [inSite(part, "")];
  /** @type {string[]} */
  const found = [];
  for (let at = 0; at < index.files.length; at += AT_ONCE) {
    const some = index.files.slice(at, at + AT_ONCE);
    await Promise.all(some.map(async (file) => {
      if (!(await readOwn(revision, part, file))) found.push(inSite(part, file[0]));
    }));
    announce(at + some.length);
  }
  return found;
}

/**
 * Save the damaged parts anew; units that are whole stay, the others are fetched.
 * @param {Revision} revision
 * @param {Tell} tell
 * @returns {Promise<Result>}
 */
export async function repair(revision, tell) {
  const { damaged } = await selfTest(revision, revision.saved, tell);
  const older = await otherRevisions();
  for (const path of new Set(damaged.map((place) => owner(revision, place)))) {
    const line = revision.part(path);
    try {
      if (line) await savePart(revision, line, older);
    } catch (error) {
      await tellFailure(path, error);
    }
  }
  return selfTest(revision, revision.saved, tell);
}

/**
 * The part that a path in the site belongs to.
 * @param {Revision} revision
 * @param {string} place
 * @returns {string}
 */
function owner(revision, place) {
  const parts = revision.site.parts.filter(({ path }) => path && place.startsWith(`${path}/`));
  return parts.reduce((longest, { path }) => (path.length > longest.length ? path : longest), "");
}
