/**
 * Tables: the lines that say of which chunks each file is put together.
 *
 * @typedef {import("./manifest.js").Row} Row
 * @typedef {import("./manifest.js").Step} Step
 */

import { reading } from "./manifest.js";
import { array, count, hash, list, optional, path, text } from "./shapes.js";

/**
 * The lines of a table.
 * @param {string} json
 * @param {number} headers how many there are
 * @returns {Row[]}
 */
export function readTable(json, headers) {
  return reading("a table", json, (value) => list(value, (row) => {
    const [at, digest, size, type, recipe, title, facts] = array(row, 5, 7);
    return /** @type {Row} */ ([
      path(at), hash(digest), count(size), count(type, headers), list(recipe, step),
      optional(title, text), optional(facts, text),
    ]);
  }));
}

/**
 * @param {unknown} value
 * @returns {Step}
 */
function step(value) {
  if (typeof value === "string") return value;
  return value === 0 ? 0 : [text(array(value, 1, 1)[0])];
}
