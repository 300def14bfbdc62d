/**
 * Bytes: hashing, joining, reading a stream.
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

/**
 * @param {BufferSource} bytes
 * @returns {Promise<string>} hexadecimal
 */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  let hex = "";
  for (const byte of digest) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

/**
 * @param {Bytes[]} pieces
 * @returns {Bytes}
 */
export function join(pieces) {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * All bytes of a stream, or somewhat more than `limit` of them: then the rest is not read.
 * @param {ReadableStream<Bytes>} stream
 * @param {number} limit
 * @param {() => void} [onBytes] called whenever some bytes came
 * @returns {Promise<Bytes>}
 */
export async function readAll(stream, limit, onBytes = () => {}) {
  const reader = stream.getReader();
  /** @type {Bytes[]} */
  const pieces = [];
  let size = 0;
  while (size <= limit) {
    const { done, value } = await reader.read();
    if (done) return join(pieces);
    onBytes();
    pieces.push(value);
    size += value.length;
  }
  reader.cancel().catch(() => {});
  return join(pieces);
}

/**
 * Whether it looks like a web page: what login pages and single-page hosts answer to everything.
 * @param {Bytes} bytes
 * @returns {boolean}
 */
export function looksLikePage(bytes) {
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}
