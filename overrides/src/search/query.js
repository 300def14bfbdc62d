/**
 * What a reader typed, as terms that must all match.
 *
 * @typedef {object} Needle what is sought in folded fields, made once per query
 * @property {string} word
 * @property {string} start the word where a word starts
 * @property {string} whole the word with nothing before or after
 * @property {boolean} inside whether it may stand in the middle of a word
 *
 * @typedef {object} Term
 * @property {string} label as typed, for the reader
 * @property {Needle[]} needles one of them is enough
 * @property {Needle[]} parts the needles word by word, for marking
 * @property {string[]} digits of a phone number; one of them is enough
 */

import { fold, soughtInside } from "./fold.js";
import { numberNeedles, numberRuns } from "./numbers.js";

/** A query longer than this is cut; nobody types as much. */
const LONGEST = 200;

/**
 * The ways to read a query, the likelier first: "112 100" may be one number or two.
 * @param {string} query
 * @returns {Term[][]}
 */
export function readings(query) {
  const typed = query.slice(0, LONGEST);
  const numbers = numberRuns(typed);
  const plain = words(typed);
  if (numbers.length === 0) return [plain];
  let rest = typed;
  for (const { start, end } of numbers) {
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  }
  return [[...words(rest), ...numbers.map(({ written }) => number(written))], plain];
}

/**
 * @param {string} label
 * @param {string[]} sought folded words, or several words with a space between
 * @returns {Term}
 */
export function term(label, sought) {
  const parts = sought.flatMap((words) => words.split(" "));
  return { label, needles: sought.map(needle), parts: parts.map(needle), digits: [] };
}

/**
 * @param {string} word folded
 * @returns {Needle}
 */
function needle(word) {
  return { word, start: ` ${word}`, whole: ` ${word} `, inside: soughtInside(word) };
}

/**
 * @param {string} word folded
 * @param {Needle} sought
 * @returns {boolean}
 */
export function wordHolds(word, sought) {
  return sought.inside ? word.includes(sought.word) : word.startsWith(sought.word);
}

/**
 * @param {string} typed
 * @returns {Term[]}
 */
function words(typed) {
  const found = new Set(fold(typed).split(" "));
  found.delete("");
  return [...found].map((word) => term(word, [word]));
}

/**
 * @param {string} written
 * @returns {Term}
 */
function number(written) {
  return { ...term(written, [fold(written)]), digits: numberNeedles(written) };
}
