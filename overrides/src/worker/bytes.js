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
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Bytes that flow at a time. */
const PIECE = 64 * 1024;

/** Where pieces are put together that are only hashed; it grows to what the largest file takes. */
let bench = new Uint8Array(64 * 1024);

/**
 * The SHA-256 of pieces in a row.
 * @param {Bytes[]} pieces
 * @param {number} size of all of them
 * @returns {Promise<string>} hexadecimal
 */
export function sha256Of(pieces, size) {
  if (bench.length < size) bench = new Uint8Array(2 * size);
  let at = 0;
  for (const piece of pieces) {
    bench.set(piece, at);
    at += piece.length;
  }
  // Why the bench may be used again at once: browsers copy what is to be hashed when they are asked.
  return sha256(bench.subarray(0, at));
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * @param {Bytes} bytes
 * @returns {string}
 */
export function hex(bytes) {
  let digits = "";
  for (const byte of bytes) digits += DIGITS[byte];
  return digits;
}

/**
 * @param {string} digits
 * @returns {Bytes}
 */
export function fromHex(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  for (const at of bytes.keys()) bytes[at] = parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
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
 * The first bytes of a stream, no more than `size`; the rest is not read.
 * @param {ReadableStream<Bytes>} stream
 * @param {number} size of all, if it is what it should be
 * @returns {Promise<Bytes>}
 */
export async function readInto(stream, size) {
  const whole = new Uint8Array(size);
  const reader = stream.getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return whole.subarray(0, at);
    if (at + value.length > size) throw new RangeError();
    whole.set(value, at);
    at += value.length;
  }
}

/**
 * @param {Bytes} bytes
 * @returns {ReadableStream<Bytes>}
 */
export function flowing(bytes) {
  let at = 0;
  return new ReadableStream({
    pull(to) {
      if (at < bytes.length) to.enqueue(bytes.subarray(at, at += PIECE));
      else to.close();
    },
  });
}

/**
 * Whether it looks like a web page: what login pages and single-page hosts answer to everything.
 * @param {Bytes} bytes
 * @returns {boolean}
 */
export function looksLikePage(bytes) {
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}
