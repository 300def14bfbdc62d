/**
 * Where no page answers every word: the pages that answer the most of them. A word too many, as
 * "mobile" before a name, must not hide the name.
 *
 * @typedef {import("./entries.js").Page} Page
 * @typedef {import("./page-hits.js").PageHits} PageHits
 * @typedef {import("./query.js").Term} Term
 */

import { pageHits, rated } from "./page-hits.js";
import { termScore } from "./score.js";

/**
 * None for one word, for less than half of the words, and where a digit was typed: a page without
 * the number is not an answer. Words that are sought at the start of others only, as "of", don't count.
 * @param {Page[]} pages
 * @param {Term[]} typed
 * @param {string} phrase
 * @returns {PageHits[]} in the order of the pages
 */
export function partly(pages, typed, phrase) {
  const terms = typed.filter(({ needles }) => needles.some(({ inside }) => inside));
  if (typed.length < 2 || typed.some(({ label }) => /\p{Nd}/u.test(label))) return [];
  const all = pages.map((page) => ({ page, answered: terms.filter((term) => answers(page, term)) }));
  const most = all.reduce((best, { answered }) => Math.max(best, answered.length), 0);
  if (most === 0 || most * 2 < terms.length) return [];
  const rarity = rarities(all.flatMap(({ answered }) => answered));
  return all.filter(({ answered }) => answered.length === most).map(({ page, answered }) => {
    const found = rated(page, pageHits(page, answered, phrase));
    // Why: a name stands on few pages, "mobile" on many; who types both wants the name.
    const rare = answered.reduce((sum, term) => sum + (rarity.get(term) ?? 0), 0);
    return { ...found, score: found.score * rare };
  });
}

/**
 * Of each word, the share of one page in all that answer it.
 * @param {Term[]} answered each word as often as a page answers it
 * @returns {Map<Term, number>}
 */
function rarities(answered) {
  /** @type {Map<Term, number>} */
  const counts = new Map();
  for (const term of answered) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, 1 / count]));
}

/**
 * @param {Page} page
 * @param {Term} term
 * @returns {boolean}
 */
function answers({ entries }, term) {
  return entries.some((entry) => termScore(entry, term) > 0);
}
