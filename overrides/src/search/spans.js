/**
 * Where the terms of a query stand in a text as it is written: whole words, whole numbers.
 *
 * @typedef {import("./query.js").Term} Term
 * @typedef {{ start: number, end: number }} Span
 */

import { foldLetters, WORD } from "./fold.js";
import { numberRuns } from "./numbers.js";
import { wordHolds } from "./query.js";

/** How far around its likely place the first hit is sought, before the whole text is. */
const AROUND = 300;

/**
 * All places, in order.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {Span[]}
 */
export function spans(text, terms) {
  const needles = terms.flatMap((term) => term.parts);
  const found = numberSpans(text, terms);
  for (const match of text.matchAll(WORD)) {
    const word = foldLetters(match[0]);
    if (!needles.some((one) => wordHolds(word, one))) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The first place. Folding a long text again for each letter typed would take too long, so
 * the folded text tells about where to look.
 * @param {string} text
 * @param {string} folded
 * @param {Term[]} terms
 * @returns {Span | undefined}
 */
export function firstSpan(text, folded, terms) {
  const number = numberSpans(text, terms)[0];
  if (number) return number;
  const place = firstPlace(folded, terms);
  if (place < 0) return undefined;
  const likely = Math.round((place / folded.length) * text.length);
  const from = likely <= AROUND ? 0 : text.indexOf(" ", likely - AROUND) + 1;
  const near = spans(text.slice(from, likely + AROUND), terms)[0];
  if (near) return { start: near.start + from, end: near.end + from };
  return spans(text, terms)[0];
}

/**
 * @param {string} folded with a space before and after
 * @param {Term[]} terms
 * @returns {number} negative if nowhere
 */
function firstPlace(folded, terms) {
  for (const one of terms.flatMap((term) => term.needles)) {
    const start = folded.indexOf(one.start);
    if (start >= 0) return start;
    const inside = one.inside ? folded.indexOf(one.word) : -1;
    if (inside >= 0) return inside;
  }
  return -1;
}

/**
 * @param {string} text
 * @param {Term[]} terms
 * @returns {Span[]}
 */
function numberSpans(text, terms) {
  const wanted = terms.flatMap((term) => term.digits);
  if (wanted.length === 0) return [];
  const hit = (/** @type {string} */ digits) => wanted.some((part) => digits.includes(part));
  return numberRuns(text)
    .filter(({ digits }) => hit(digits))
    .map(({ start, end }) => ({ start, end }));
}
