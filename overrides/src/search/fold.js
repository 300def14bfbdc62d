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

/** Only these letters have anything to fold. */
const FOREIGN = /[^\x00-\x7f]+/g;

/** What isn't a word among them. */
const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu;

/** Stands between texts that are folded together; no text that was YAML holds it. */
const END = "\x01";
const BETWEEN = ` ${END} `;

/** What isn't a word in ASCII, where it isn't a single space: a search by `\p` takes ten times as long. */
const GAPS = /[\0\x02-\x1f!-/:-@[-`{-\x7f][\0\x02-/:-@[-`{-\x7f]*| [\0\x02-/:-@[-`{-\x7f]+/g;

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
  return foldAll([text]).join("").trim();
}

/**
 * Many texts at once, which takes far less time than one by one.
 * @param {string[]} texts
 * @returns {string[]} each folded, with a space before and after
 */
export function foldAll(texts) {
  const all = ` ${texts.join(BETWEEN)} `.toLowerCase();
  const folded = all.replace(FOREIGN, (run) => foldRun(run).replace(SIGNS, " ")).replace(GAPS, " ").split(END);
  if (folded.length === texts.length) return folded;
  return texts.flatMap((text) => foldAll([text.split(END).join(" ")]));
}

/**
 * Folds a single word, for which it is quicker; what stands between words stays.
 * @param {string} text
 * @returns {string}
 */
export function foldLetters(text) {
  return text.toLowerCase().replace(FOREIGN, foldRun);
}

/** @param {string} letters */
function foldRun(letters) {
  const plain = letters.normalize("NFKD").replace(MARKS, "").normalize("NFC");
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
