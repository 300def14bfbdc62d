/**
 * What search looks through, read from the pages themselves: each page, and each heading in it that
 * has an id.
 *
 * @typedef {import("../search/entries.js").SearchDoc} SearchDoc
 */

const HEADINGS = /^H[1-6]$/;
const UNREAD = /^(?:svg|SCRIPT|STYLE|BUTTON)$/;
const WITHIN_WORDS = /^(?:A|ABBR|B|CODE|EM|I|MARK|STRONG)$/;

/**
 * @param {Iterable<HTMLElement>} pages
 * @returns {SearchDoc[]}
 */
export function entriesOf(pages) {
  const docs = [...pages].flatMap(entriesOfPage);
  for (const doc of docs) {
    doc.title = flat(doc.title);
    doc.text = flat(doc.text);
  }
  return docs;
}

/**
 * @param {HTMLElement} page
 * @returns {SearchDoc[]}
 */
function entriesOfPage(page) {
  const keywords = page.dataset["rbKeywords"]?.split(" | ") ?? [];
  /** @type {SearchDoc} */
  const own = { location: page.id, title: "", text: "", keywords };
  const docs = [own];
  read(page, docs);
  own.title ||= page.id;
  return docs;
}

/**
 * @param {Element} element
 * @param {SearchDoc[]} docs the last one is being read
 */
function read(element, docs) {
  for (const node of element.childNodes) {
    const doc = docs[docs.length - 1];
    if (node instanceof Text && doc) doc.text += node.data;
    if (!(node instanceof Element) || UNREAD.test(node.tagName)) continue;
    if (HEADINGS.test(node.tagName)) heading(node, docs);
    else {
      if (!WITHIN_WORDS.test(node.tagName) && doc) doc.text += " ";
      read(node, docs);
    }
  }
}

/**
 * @param {Element} element
 * @param {SearchDoc[]} docs
 */
function heading(element, docs) {
  const [own] = docs;
  const words = element.textContent ?? "";
  if (own && element.tagName === "H1" && !own.title) own.title = words;
  else if (own && element.id) {
    docs.push({ location: `${own.location}#${element.id}`, title: words, text: "" });
  }
}

/**
 * @param {string} text
 * @returns {string}
 */
function flat(text) {
  return text.replace(/\s+/g, " ").trim();
}
