/**
 * What the theme shows of the pages that were found.
 *
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./page-hits.js").PageHits} PageHits
 * @typedef {import("./query.js").Term} Term
 * @typedef {{ pages: PageHits[], terms: Term[], partly?: boolean }} Found `partly`: no page answers
 *   every word; these answer the most of them
 *
 * @typedef {object} Item one hit, as the theme wants it: title, text and tags are HTML
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {string[]} [tags]
 * @property {number} score
 * @property {Record<string, boolean>} terms
 */

import { entries } from "./entries.js";
import { teaser } from "./teaser.js";

/**
 * What is shown of the pages from one place in the list to another. It takes far longer than to
 * find them.
 * @param {Found} found
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Item[][]}
 */
export function shown({ pages: found, terms }, from = 0, to = found.length) {
  return found.slice(from, to).map((hits) => items(hits, terms));
}

/**
 * @param {PageHits} found
 * @param {Term[]} terms
 * @returns {Item[]}
 */
function items({ page, hits }, terms) {
  const made = hits.map((hit) => item(hit.entry, hit.score, terms));
  // The theme takes the first item without a "#" for the page and needs one to be there.
  if (hits.every((hit) => hit.entry.section)) {
    made.push(...entries([{ ...page.doc, text: "" }]).map((own) => item(own, 0, [])));
  }
  return made;
}

/**
 * @param {Entry} found
 * @param {number} score
 * @param {Term[]} terms
 * @returns {Item}
 */
function item(found, score, terms) {
  const labels = terms.map(({ label }) => [label, true]);
  const { location } = found.doc;
  return { location, ...teaser(found, terms), score, terms: Object.fromEntries(labels) };
}
