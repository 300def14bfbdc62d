/**
 * Bytes from several places of large entries, with few reads: what lies near each other is read at
 * once, since a read costs as much as many KB.
 *
 * @typedef {import("./bytes.js").Bytes} Bytes
 * @typedef {{ start: number, end: number, bytes: Promise<ArrayBuffer> }} Span
 */

/** Gaps up to this many bytes are read along. */
const GAP = 48 * 1024;

/**
 * @param {number[]} ranges entry, first byte, byte after the last, and so on
 * @param {(entry: number) => Promise<Blob | null>} blobOf
 * @returns {Promise<Bytes | null>} all of them in a row; null if an entry is lost
 */
export async function readRanges(ranges, blobOf) {
  const entries = [...new Set(ranges.filter((_, at) => at % 3 === 0))];
  const blobs = await Promise.all(entries.map(blobOf));
  /** @type {Map<number, Span[]>} */
  const spans = new Map();
  for (const [at, entry] of entries.entries()) {
    const blob = blobs[at];
    if (!blob) return null;
    spans.set(entry, spansOf(blob, rangesIn(ranges, entry)));
  }
  await Promise.all([...spans.values()].flat().map(({ bytes }) => bytes));
  return joined(ranges, spans);
}

/**
 * @param {number[]} ranges
 * @param {number} wanted
 * @returns {[start: number, end: number][]} in the order of their places
 */
function rangesIn(ranges, wanted) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 0; at < ranges.length; at += 3) {
    const [entry, start = 0, end = 0] = ranges.slice(at, at + 3);
    if (entry === wanted) found.push([start, end]);
  }
  return found.sort(([one], [other]) => one - other);
}

/**
 * @param {Blob} blob
 * @param {[start: number, end: number][]} sorted
 * @returns {Span[]}
 */
function spansOf(blob, sorted) {
  /** @type {[start: number, end: number][]} */
  const long = [];
  for (const [start, end] of sorted) {
    const last = long[long.length - 1];
    if (last && start <= last[1] + GAP) last[1] = Math.max(last[1], end);
    else long.push([start, end]);
  }
  return long.map(([start, end]) => ({ start, end, bytes: blob.slice(start, end).arrayBuffer() }));
}

/**
 * @param {number[]} ranges
 * @param {Map<number, Span[]>} spans
 * @returns {Promise<Bytes>}
 */
async function joined(ranges, spans) {
  let size = 0;
  for (let at = 0; at < ranges.length; at += 3) size += (ranges[at + 2] ?? 0) - (ranges[at + 1] ?? 0);
  const whole = new Uint8Array(size);
  let done = 0;
  for (let at = 0; at < ranges.length; at += 3) {
    const [entry = 0, start = 0, end = 0] = ranges.slice(at, at + 3);
    const span = spans.get(entry)?.find((one) => one.start <= start && end <= one.end);
    if (span) whole.set(new Uint8Array(await span.bytes).subarray(start - span.start, end - span.start), done);
    done += end - start;
  }
  return whole;
}
