/**
 * What a new revision changes, by the digests of what the pages say.
 *
 * @typedef {import("./revision.js").Revision} Revision
 * @typedef {import("./revision.js").File} File
 * @typedef {{ path: string, title: string, what: "changed" | "new" | "gone" }} Change
 */

import { inSite } from "./reading.js";

/**
 * @param {Revision} before
 * @param {Revision} after
 * @returns {Promise<Change[]>}
 */
export async function changesBetween(before, after) {
  /** @type {Change[]} */
  const changes = [];
  for (const part of after.saved) {
    const [one, other] = await Promise.all([before.index(part), after.index(part)]);
    if (one && other) changes.push(...changesOf(part, one.byPath, other.byPath));
  }
  return changes;
}

/**
 * @param {string} part
 * @param {Map<string, File>} before
 * @param {Map<string, File>} after
 * @returns {Change[]}
 */
function changesOf(part, before, after) {
  const paths = [...after.keys(), ...[...before.keys()].filter((path) => !after.has(path))];
  return paths.flatMap((path) => {
    const what = change(before.get(path), after.get(path));
    const title = titleOf(after.get(path)) ?? titleOf(before.get(path));
    return what && title ? { path: inSite(part, path), title, what } : [];
  });
}

/**
 * @param {File | undefined} before
 * @param {File | undefined} after
 * @returns {Change["what"] | null}
 */
function change(before, after) {
  if (!before) return "new";
  if (!after) return "gone";
  const told = before[6] !== null && after[6] !== null;
  return told && before[6] !== after[6] ? "changed" : null;
}

/** @param {File | undefined} file */
function titleOf(file) {
  return file?.[5] || null;
}
