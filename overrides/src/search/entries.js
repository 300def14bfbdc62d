/**
 * The search entries, folded once so that each query only has to look.
 *
 * Titles, texts and keywords are plain text, never HTML.
 *
 * @typedef {object} SearchDoc
 * @property {string} location "roles/x.html", or "roles/x.html#id" for a section
 * @property {string} title
 * @property {string} text
 * @property {string[]} [keywords] synonyms; they aren't shown unless they alone match
 * @property {string[]} [tags]
 * @property {boolean} [later] a page for normal times, which stands below those for the emergency
 *
 * @typedef {object} Entry
 * @property {SearchDoc} doc
 * @property {boolean} section
 * @property {string} title folded, with a space before and after, like the next two
 * @property {string} keywords
 * @property {string} text
 * @property {string} digits of all longer numbers, a space between two numbers
 *
 * @typedef {object} Page
 * @property {SearchDoc} doc
 * @property {Entry[]} entries the page itself first, then its sections
 */

import { letterSet } from "./distance.js";
import { foldAll } from "./fold.js";
import { digitsIn } from "./numbers.js";

/** Stands between keywords: no query contains it, so that no match runs over two of them. */
const BETWEEN = "|";

class FoldedEntry {
  /**
   * @param {SearchDoc} doc
   * @param {string[]} folded title, text and keywords, each with a space before and after
   */
  constructor(doc, [title = "", text = "", ...keywords]) {
    this.doc = doc;
    this.section = doc.location.includes("#");
    this.title = title;
    this.text = text;
    this.keywords = keywords.join(BETWEEN) || " ";
    /** @type {string | undefined} */
    this.numbers = undefined;
  }

  get digits() {
    // Why only when asked for: most queries hold no number, and it takes as long as all the rest.
    return (this.numbers ??= digitsIn(fieldsOf(this.doc).join(" | ")));
  }
}

/**
 * @param {SearchDoc} doc
 * @returns {string[]}
 */
function fieldsOf({ title, text, keywords = [], tags = [] }) {
  return [title, text, ...keywords, ...tags];
}

/**
 * @param {SearchDoc[]} docs
 * @returns {Entry[]}
 */
export function entries(docs) {
  const fields = docs.map(fieldsOf);
  const folded = foldAll(fields.flat());
  let at = 0;
  return docs.map((doc, number) => (
    new FoldedEntry(doc, folded.slice(at, at += fields[number]?.length ?? 0))
  ));
}

/**
 * Sections stand under their page, whichever comes first.
 * @param {SearchDoc[]} docs
 * @returns {Page[]}
 */
export function pages(docs) {
  /** @type {Map<string, Page>} */
  const found = new Map();
  for (const made of entries(docs)) {
    const { doc } = made;
    const address = doc.location.split("#", 1)[0] ?? "";
    const page = found.get(address);
    if (!page) found.set(address, { doc: ownPage(doc, address), entries: [made] });
    else if (doc.location.includes("#")) page.entries.push(made);
    else found.set(address, { doc, entries: [made, ...page.entries] });
  }
  return [...found.values()];
}

/**
 * What stands for a page while only a section of it is known.
 * @param {SearchDoc} doc
 * @param {string} address
 * @returns {SearchDoc}
 */
function ownPage(doc, address) {
  return doc.location === address ? doc : { location: address, title: doc.title, text: "" };
}

/**
 * Every word that some entry holds, with the set of its letters.
 * @param {Page[]} all
 * @returns {Map<string, number>}
 */
export function vocabulary(all) {
  /** @type {Set<string>} */
  const words = new Set();
  for (const { entries } of all) {
    for (const { title, keywords, text } of entries) {
      for (const word of `${title}${keywords}${text}`.split(" ")) words.add(word);
    }
  }
  words.delete("");
  words.delete("|");
  return new Map([...words].map((word) => [word, letterSet(word)]));
}
