/** Folding: two spellings that a reader takes for the same word become the same letters. */

/** Accents, Hebrew points, Arabic short vowels and the Arabic stretching dash. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** Letters that have no accent to strip but are typed as others. */
const LETTERS = /** @type {Record<string, string>} */ ({
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h",
  ى: "ي", ة: "ه", ک: "ك", ی: "ي",
});
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Arabic and Persian digits, which stand in two blocks of ten. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Nothing to fold: a short way for most words. */
const PLAIN = /^[\x20-\x7e\n]*$/;

const GAPS = /[^\p{L}\p{N}\p{M}]+/gu;

/** A word as it stands in a text. */
export const WORD = /[\p{L}\p{N}\p{M}\u0640]+/gu;

/** Scripts that are written without spaces between words. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Lower case, no accents, one space between words, none at the ends.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return foldLetters(text).replace(GAPS, " ").trim();
}

/**
 * Folds a single word, for which it is quicker; what stands between words stays.
 * @param {string} text
 * @returns {string}
 */
export function foldLetters(text) {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const plain = lower.normalize("NFKD").replace(MARKS, "").normalize("NFC");
  return asciiDigits(plain).replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/**
 * @param {string} text
 * @returns {string}
 */
export function asciiDigits(text) {
  return text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Whether a word is long enough to be sought in the middle of other words.
 * @param {string} word folded
 * @returns {boolean}
 */
export function soughtInside(word) {
  return word.length >= 3 || SPACELESS.test(word);
}
