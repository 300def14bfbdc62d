/** Typing errors: which words of the plan a word may have been meant for. */

import { compounds } from "./compounds.js";
import { letterSet, prefixWithin } from "./distance.js";

/** From these lengths on, one and two errors are forgiven. */
const ONE_ERROR = 4;
const TWO_ERRORS = 8;

/** From this length on, a word is also sought in the middle of compounds. */
const INSIDE = 6;

/** More would be guessing, and slow. */
const MOST_NEEDLES = 8;

/**
 * The words, or parts of words, nearest to what was typed; none if nothing is near.
 *
 * A word with a digit is never forgiven: a near phone number is a wrong one.
 * @param {string} word folded
 * @param {Map<string, number>} vocabulary with the set of each word's letters
 * @returns {string[]}
 */
export function nearest(word, vocabulary) {
  if (/\d/.test(word)) return [];
  let allowed = word.length >= TWO_ERRORS ? 2 : word.length >= ONE_ERROR ? 1 : 0;
  if (allowed === 0) return [];
  /** @type {Map<string, number>} */
  const near = new Map(compounds(word, vocabulary).map((words) => [words.join(" "), 1]));
  const wanted = letterSet(word);
  for (const [known, letters] of vocabulary) {
    if (bits(wanted & ~letters) > allowed) continue;
    const hit = nearStretch(word, known, allowed);
    if (!hit) continue;
    allowed = Math.min(allowed, Math.max(hit.errors, 1));
    near.set(hit.stretch, Math.min(hit.errors, near.get(hit.stretch) ?? hit.errors));
  }
  return [...near]
    .filter(([, errors]) => errors <= allowed)
    .sort(([a, x], [b, y]) => x - y || firstDiffers(a, word) - firstDiffers(b, word))
    .slice(0, MOST_NEEDLES)
    .map(([stretch]) => stretch);
}

/**
 * @param {number} set
 * @returns {number}
 */
function bits(set) {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The stretch of a known word that is nearest to the typed one: at its start or, for longer
 * words, wherever the first letter fits.
 * @param {string} word
 * @param {string} known
 * @param {number} allowed
 * @returns {{ stretch: string, errors: number } | null}
 */
function nearStretch(word, known, allowed) {
  let best = prefixWithin(word, known, allowed);
  if (word.length < INSIDE) return best;
  const first = word.charAt(0);
  for (let at = known.indexOf(first, 1); at > 0; at = known.indexOf(first, at + 1)) {
    const hit = prefixWithin(word, known.slice(at), best ? best.errors - 1 : allowed);
    if (hit) best = hit;
  }
  return best;
}

/**
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
function firstDiffers(a, b) {
  return a.charAt(0) === b.charAt(0) ? 0 : 1;
}
