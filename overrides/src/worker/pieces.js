/** From a recipe to the pieces of a file. */

/**
 * @typedef {import("./manifest.js").Step} Step
 * @typedef {import("./rebuilding.js").Chunk} Chunk
 */

/** Stands between the pieces of a chunk of pieces. */
const END = 0;

/** @type {Chunk} */
const NOTHING = { bytes: new Uint8Array(), unit: 0, offset: 0 };

/**
 * The pieces of a file in their order. A recipe that takes more than there is gets empty ones: the
 * file's hash tells.
 * @param {Step[]} recipe
 * @param {(name: string) => Chunk} chunk
 * @returns {Chunk[]}
 */
export function cut(recipe, chunk) {
  let left = NOTHING;
  return recipe.map((step) => {
    if (typeof step === "string") return chunk(step);
    if (step !== 0) left = chunk(step[0]);
    const end = left.bytes.indexOf(END);
    const size = end < 0 ? left.bytes.length : end;
    const piece = part(left, 0, size);
    left = part(left, size + 1, left.bytes.length);
    return piece;
  });
}

/**
 * @param {Chunk} chunk
 * @param {number} start
 * @param {number} end
 * @returns {Chunk}
 */
function part({ bytes, unit, offset }, start, end) {
  return { bytes: bytes.subarray(start, end), unit, offset: offset + start };
}
