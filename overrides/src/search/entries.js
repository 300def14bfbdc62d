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
import { fold } from "./fold.js";
import { digitsIn } from "./numbers.js";

/** Stands between keywords: no query contains it, so that no match runs over two of them. */
const BETWEEN = " | ";

/**
 * @param {SearchDoc} doc
 * @returns {Entry}
 */
export function entry(doc) {
  const keywords = [...(doc.keywords ?? []), ...(doc.tags ?? [])];
  /** @type {string | undefined} */
  let digits;
  return {
    doc,
    section: doc.location.includes("#"),
    title: spaced(fold(doc.title)),
    keywords: spaced(keywords.map(fold).join(BETWEEN)),
    text: spaced(fold(doc.text)),
    // Why only when asked for: most queries hold no number, and it takes as long as all the rest.
    get digits() {
      return (digits ??= digitsIn([doc.title, ...keywords, doc.text].join(" | ")));
    },
  };
}

/**
 * Sections stand under their page, whichever comes first.
 * @param {SearchDoc[]} docs
 * @returns {Page[]}
 */
export function pages(docs) {
  /** @type {Map<string, Page>} */
  const found = new Map();
  for (const doc of docs) {
    const address = doc.location.split("#", 1)[0] ?? "";
    const page = found.get(address);
    if (!page) found.set(address, { doc: ownPage(doc, address), entries: [entry(doc)] });
    else if (doc.location.includes("#")) page.entries.push(entry(doc));
    else found.set(address, { doc, entries: [entry(doc), ...page.entries] });
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

/**
 * @param {string} text
 * @returns {string}
 */
function spaced(text) {
  return ` ${text} `;
}
