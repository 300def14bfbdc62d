/** How far a typed word is from the beginning of a known one. */

/**
 * The letters of a word as a set of bits (letters may share one): a quick way to see that two
 * words are too different.
 * @param {string} word
 * @returns {number}
 */
export function letterSet(word) {
  let set = 0;
  for (let index = 0; index < word.length; index += 1) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

/**
 * The beginning of a known word that is within so many errors of the typed one: a letter too
 * many, too few, wrong, or two swapped (the "optimal string alignment" distance).
 * @param {string} word
 * @param {string} known
 * @param {number} allowed
 * @returns {{ stretch: string, errors: number } | null}
 */
export function prefixWithin(word, known, allowed) {
  if (allowed < 0 || known.length < word.length - allowed) return null;
  /** @type {number[]} */
  let older = [];
  /** @type {number[]} */
  let old = Array.from({ length: word.length + 1 }, (_, index) => index);
  let errors = allowed + 1;
  let length = 0;
  const end = Math.min(known.length, word.length + allowed);
  for (let column = 1; column <= end; column += 1) {
    const row = nextRow(word, known, column, old, older);
    const total = row[word.length] ?? Infinity;
    if (total < errors || (total === errors && column === word.length)) {
      errors = total;
      length = column;
    }
    if (Math.min(...row) > allowed) break;
    older = old;
    old = row;
  }
  return errors <= allowed ? { stretch: known.slice(0, length), errors } : null;
}

/**
 * @param {string} word
 * @param {string} known
 * @param {number} column how much of the known word the row stands for
 * @param {number[]} old the row before
 * @param {number[]} older the row before that
 * @returns {number[]}
 */
function nextRow(word, known, column, old, older) {
  const letter = known[column - 1];
  const row = [column];
  for (let index = 1; index <= word.length; index += 1) {
    const same = word[index - 1] === letter ? 0 : 1;
    let least = Math.min(at(row, index - 1) + 1, at(old, index) + 1, at(old, index - 1) + same);
    const swapped = word[index - 2] === letter && word[index - 1] === known[column - 2];
    if (index > 1 && column > 1 && swapped) least = Math.min(least, at(older, index - 2) + 1);
    row.push(least);
  }
  return row;
}

/**
 * @param {number[]} row
 * @param {number} index
 * @returns {number}
 */
function at(row, index) {
  return row[index] ?? Infinity;
}
