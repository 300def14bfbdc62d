/**
 * How well an entry answers a term, and the whole query. Only the order of the figures counts:
 * title before keywords before headings before text, and a whole word before a beginning
 * before the middle of a compound.
 *
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./query.js").Needle} Needle
 * @typedef {import("./query.js").Term} Term
 * @typedef {{ whole: number, start: number, inside: number }} Weights
 */

const TITLE = { whole: 100, start: 95, inside: 85 };
const KEYWORD = { whole: 75, start: 70, inside: 65 };
const HEADING = { whole: 55, start: 50, inside: 45 };
const TEXT = { whole: 30, start: 25, inside: 15 };
const SECTION_TEXT = { whole: 29, start: 24, inside: 14 };
const NUMBER = 60;

/** For the whole query at once, so large that no score of single words outweighs it. */
const TITLE_IS_QUERY = 1000;
const TITLE_STARTS_WITH_QUERY = 500;

/** These two stay below any title that holds the query. */
const KEYWORD_IS_QUERY = 5;
const HEADING_IS_QUERY = 5;

/**
 * Zero where the entry doesn't hold the term.
 * @param {Entry} entry
 * @param {Term} term
 * @returns {number}
 */
export function termScore(entry, term) {
  let best = nameScore(entry, term);
  const weights = entry.section ? SECTION_TEXT : TEXT;
  for (const needle of term.needles) {
    if (best < weights.whole) best = Math.max(best, fieldScore(entry.text, needle, weights));
  }
  if (term.digits.some((digits) => entry.digits.includes(digits))) best = Math.max(best, NUMBER);
  return best;
}

/**
 * Like `termScore`, but only for the title and the keywords.
 * @param {Entry} entry
 * @param {Term} term
 * @returns {number}
 */
export function nameScore(entry, term) {
  let best = 0;
  for (const needle of term.needles) {
    const title = fieldScore(entry.title, needle, entry.section ? HEADING : TITLE);
    best = Math.max(best, title, fieldScore(entry.keywords, needle, KEYWORD));
  }
  return best;
}

/**
 * What an entry earns for answering the query as a whole.
 * @param {Entry} entry
 * @param {string} phrase the folded query
 * @returns {number}
 */
export function phraseScore(entry, phrase) {
  const whole = ` ${phrase} `;
  if (entry.section) return entry.title === whole ? HEADING_IS_QUERY : 0;
  if (entry.title === whole) return TITLE_IS_QUERY;
  // Of titles that hold it, the one with the fewest other words: the site before "What if we lose the site?".
  const share = phrase.length / entry.title.length;
  if (entry.title.startsWith(` ${phrase}`)) return TITLE_STARTS_WITH_QUERY + share;
  if (entry.title.includes(whole)) return share;
  return ` |${entry.keywords}| `.includes(`|${whole}|`) ? KEYWORD_IS_QUERY : 0;
}

/**
 * @param {string} field folded, with a space before and after
 * @param {Needle} needle
 * @returns {boolean}
 */
export function fieldHolds(field, needle) {
  return fieldScore(field, needle, TEXT) > 0;
}

/**
 * @param {string} field
 * @param {Needle} needle
 * @param {Weights} weights
 * @returns {number}
 */
function fieldScore(field, needle, weights) {
  if (!field.includes(needle.inside ? needle.word : needle.start)) return 0;
  if (field.includes(needle.whole)) return weights.whole;
  return field.includes(needle.start) ? weights.start : weights.inside;
}
