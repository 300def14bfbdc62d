/**
 * Which entries of one page answer a query, and how well.
 *
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./entries.js").Page} Page
 * @typedef {import("./query.js").Term} Term
 * @typedef {{ entry: Entry, score: number }} Hit
 * @typedef {{ page: Page, hits: Hit[], score: number }} PageHits
 */

import { nameScore, phraseScore, termScore } from "./score.js";

/** Shown of one page at most; the page itself has the rest. */
const MOST_SECTIONS = 5;

/** A page for normal times: "What if we lose Ann?" stands below the place with Ann's number. */
const LATER = 0.5;

/** A page that only answers the query by several of its entries together. */
const SCATTERED = 0.3;

/**
 * The entries of a page that answer the query, the best first. A section may leave some of
 * the terms to its page's title and keywords; if no entry answers all, they may do it together.
 * @param {Page} page
 * @param {Term[]} terms
 * @param {string} phrase
 * @returns {Hit[]}
 */
export function pageHits(page, terms, phrase) {
  const own = scored(page, terms);
  if (own.length === 0) return [];
  const lent = terms.map((term) => (own[0] ? lentScore(own[0].entry, term) : 0));
  const touched = own.filter(({ row }) => row.some((score) => score > 0));
  const full = touched.filter(({ row }) => row.every((score, term) => score > 0 || at(lent, term) > 0));
  const factor = full.length > 0 ? 1 : SCATTERED;
  return (full.length > 0 ? full : touched)
    .map(({ entry, row }) => ({ entry, score: mean(row) * factor + phraseScore(entry, phrase) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SECTIONS);
}

/**
 * How well a page answers, told by the best of its hits.
 * @param {Page} page
 * @param {Hit[]} hits
 * @returns {PageHits}
 */
export function rated(page, hits) {
  return { page, hits, score: (hits[0]?.score ?? 0) * (page.doc.later ? LATER : 1) };
}

/**
 * The entries with their score for each term; none if a term is answered nowhere on the page.
 * @param {Page} page
 * @param {Term[]} terms
 * @returns {{ entry: Entry, row: number[] }[]}
 */
function scored({ entries }, terms) {
  /** @type {{ entry: Entry, row: number[] }[]} */
  const own = entries.map((entry) => ({ entry, row: [] }));
  for (const term of terms) {
    let best = 0;
    for (const { entry, row } of own) {
      const score = termScore(entry, term);
      row.push(score);
      if (score > best) best = score;
    }
    if (best === 0) return [];
  }
  return own;
}

/**
 * What a page's title and keywords say of a term, for the page's sections.
 * @param {Entry} entry
 * @param {Term} term
 * @returns {number}
 */
function lentScore(entry, term) {
  return entry.section ? 0 : nameScore(entry, term);
}

/**
 * @param {number[]} row
 * @returns {number}
 */
function mean(row) {
  return row.reduce((sum, score) => sum + score, 0) / row.length;
}

/**
 * @param {number[]} row
 * @param {number} index
 * @returns {number}
 */
function at(row, index) {
  return row[index] ?? 0;
}
