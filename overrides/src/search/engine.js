/**
 * The search itself: looks through every entry at each query. No index is needed: the
 * folded texts of a thousand pages are looked through in milliseconds.
 *
 * @typedef {import("./items.js").Found} Found
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./entries.js").SearchDoc} SearchDoc
 * @typedef {import("./page-hits.js").PageHits} PageHits
 * @typedef {import("./query.js").Term} Term
 *
 */

import { compounds } from "./compounds.js";
import { pages, vocabulary } from "./entries.js";
import { fold } from "./fold.js";
import { nearest } from "./forgive.js";
import { shown } from "./items.js";
import { pageHits, rated } from "./page-hits.js";
import { partly } from "./partly.js";
import { readings, term, wordHolds } from "./query.js";

/** Nobody reads further, and a phone has to copy and draw them all. */
const MOST_PAGES = 50;

export class Search {
  /** @param {SearchDoc[]} docs */
  constructor(docs) {
    this.pages = pages(docs);
    /** @type {Map<string, number> | undefined} */
    this.words = undefined;
  }

  /** Every word of the texts; made at the first query with words, if not before. */
  get vocabulary() {
    return (this.words ??= vocabulary(this.pages));
  }

  /** Makes, while there is time, what is otherwise made at the first words and the first number. */
  prepare() {
    void this.vocabulary;
    for (const { entries } of this.pages) for (const entry of entries) void entry.digits;
  }

  /**
   * One list per page, the best first: the page's and its sections' hits.
   * @param {string} query
   * @returns {Item[][]}
   */
  answer(query) {
    return shown(this.find(query));
  }

  /**
   * The pages that answer a query, the best first; `shown` writes out what is shown of them.
   *
   * A word that the plan doesn't hold is taken for a typing error; so is any word if the
   * query as it stands finds nothing. Then compounds are taken apart; last of all come pages
   * that answer the most of the words.
   * @param {string} query
   * @returns {Found}
   */
  find(query) {
    const ways = readings(query).filter((terms) => terms.length > 0);
    for (const read of [this.asMeant, this.forgiven, this.apart]) {
      for (const way of ways) {
        const terms = way.flatMap(read, this);
        const found = terms.every((sought) => this.holds(sought)) ? this.look(terms, fold(query)) : [];
        if (found.length > 0) return { pages: found, terms };
      }
    }
    const terms = (ways.at(-1) ?? []).map(this.asMeant, this);
    const some = best(partly(this.pages, terms, fold(query)));
    return { pages: some, terms, partly: some.length > 0 };
  }

  /**
   * @param {Term} typed
   * @returns {Term}
   */
  asMeant(typed) {
    return this.holds(typed) ? typed : this.forgiven(typed);
  }

  /**
   * @param {Term} typed
   * @returns {Term} the same one where nothing is near enough
   */
  forgiven(typed) {
    const near = typed.digits.length > 0 ? [] : nearest(typed.label, this.vocabulary);
    return near.length > 0 ? term(typed.label, near) : typed;
  }

  /**
   * @param {Term} typed
   * @returns {Term[]} two for a compound, whose parts may stand anywhere on a page
   */
  apart(typed) {
    const parts = typed.digits.length > 0 ? [] : compounds(typed.label, this.vocabulary)[0] ?? [];
    return parts.length > 0 ? parts.map((part) => term(part, [part])) : [this.asMeant(typed)];
  }

  /**
   * Whether some entry may hold a term: a look at all words, quicker than one at all texts.
   * @param {Term} term
   * @returns {boolean}
   */
  holds({ needles, digits }) {
    if (digits.length > 0 || needles.some(({ word }) => word.includes(" "))) return true;
    for (const known of this.vocabulary.keys()) {
      if (needles.some((one) => wordHolds(known, one))) return true;
    }
    return false;
  }

  /**
   * @param {Term[]} terms
   * @param {string} phrase
   * @returns {PageHits[]}
   */
  look(terms, phrase) {
    const found = [];
    for (const page of this.pages) {
      const hits = pageHits(page, terms, phrase);
      if (hits.length > 0) found.push(rated(page, hits));
    }
    return best(found);
  }
}

/**
 * @param {PageHits[]} found
 * @returns {PageHits[]}
 */
function best(found) {
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_PAGES);
}
