/**
 * Compounds: two words of the plan that were typed as one ("brandalarm" for "brand alarm" or for
 * "alarm bij brand"), also with a typing error in one of them.
 *
 * @typedef {[first: string, last: string]} Compound
 */

import { letterSet, prefixWithin } from "./distance.js";

/** The shorter of the two. */
const SHORTEST = 3;

/** From this length on, one error is forgiven in one of the two. */
const ONE_ERROR = 4;

/** Letters that Dutch and German put between the two: "veiligheid-s-deur". */
const LINKS = ["", "s", "n", "en", "e", "es", "er"];

/**
 * @param {string} word folded
 * @param {Map<string, number>} vocabulary with the set of each word's letters
 * @returns {Compound[]} those with a typing error only where there are no others
 */
export function compounds(word, vocabulary) {
  const cuts = [];
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1) {
    const first = unlinked(word.slice(0, cut), vocabulary);
    cuts.push({ typed: word.slice(0, cut), first, rest: word.slice(cut) });
  }
  /** @type {Compound[]} */
  const right = cuts.flatMap(({ first, rest }) => (first && begins(rest, vocabulary) ? [[first, rest]] : []));
  if (right.length > 0) return right;
  return cuts.flatMap(({ typed, first, rest }) => {
    /** @type {Compound[]} */
    const near = first ? meant(rest, vocabulary, false).map((last) => [first, last]) : [];
    if (first || !vocabulary.has(rest)) return near;
    return meant(typed, vocabulary, true).map((start) => [start, rest]);
  });
}

/**
 * The word of the plan that the first part is, perhaps without the letters that link it.
 * @param {string} part
 * @param {Map<string, number>} vocabulary
 * @returns {string | undefined}
 */
function unlinked(part, vocabulary) {
  const stems = LINKS.filter((link) => part.endsWith(link)).map((link) => part.slice(0, part.length - link.length));
  return stems.find((stem) => stem.length >= SHORTEST && vocabulary.has(stem));
}

/**
 * @param {string} part
 * @param {Map<string, number>} vocabulary
 * @returns {boolean} whether a word of the plan begins so
 */
function begins(part, vocabulary) {
  if (vocabulary.has(part)) return true;
  for (const known of vocabulary.keys()) if (known.startsWith(part)) return true;
  return false;
}

/**
 * Words of the plan that are one error away.
 * @param {string} part
 * @param {Map<string, number>} vocabulary
 * @param {boolean} whole or that only begin so
 * @returns {string[]}
 */
function meant(part, vocabulary, whole) {
  if (part.length < ONE_ERROR) return [];
  const wanted = letterSet(part);
  /** @type {Set<string>} */
  const near = new Set();
  for (const [known, letters] of vocabulary) {
    const missing = wanted & ~letters;
    if ((missing & (missing - 1)) !== 0) continue;
    const hit = prefixWithin(part, known, 1);
    if (hit && (!whole || hit.stretch === known)) near.add(hit.stretch);
  }
  return [...near];
}
