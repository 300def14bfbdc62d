/** Phone numbers, which match whatever their spacing and whether or not the country stands first. */

import { asciiDigits } from "./fold.js";

/** A number as it is written: digits with spaces, dots, slashes, hyphens or brackets between. */
const RUN = /\+?\(?\d(?:[\s().\/\-\u2010-\u2013]{0,3}\d)*/g;

/** Shorter ones ("112", "3") are ordinary words. */
const SHORTEST = 4;

/** What must be left of a number when the country's code is taken off. */
const SHORTEST_LOCAL = 6;

/**
 * All longer numbers of a text, digits only, with a space between.
 * @param {string} text
 * @returns {string}
 */
export function digitsIn(text) {
  return numberRuns(text).map((run) => run.digits).join(" ");
}

/**
 * @param {string} text
 * @returns {{ start: number, end: number, digits: string, written: string }[]}
 */
export function numberRuns(text) {
  const runs = [];
  for (const match of asciiDigits(text).matchAll(RUN)) {
    const digits = match[0].replace("(0)", "").replace(/\D/g, "");
    if (digits.length < SHORTEST) continue;
    runs.push({ start: match.index, end: match.index + match[0].length, digits, written: match[0] });
  }
  return runs;
}

/**
 * What to seek for a number in a query, any of them being enough: without the leading zeros,
 * and without a country's code (of one to three digits) where the number starts with one.
 * @param {string} written
 * @returns {string[]}
 */
export function numberNeedles(written) {
  const digits = written.replace("(0)", "").replace(/\D/g, "");
  const bare = digits.replace(/^0+(?=\d{3})/, "");
  if (!written.startsWith("+") && !digits.startsWith("00")) return [bare];
  const local = [1, 2, 3].map((length) => bare.slice(length));
  return [bare, ...local.filter((rest) => rest.length >= SHORTEST_LOCAL)];
}
