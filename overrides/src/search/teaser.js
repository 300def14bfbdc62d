/**
 * What is shown of a hit. The theme takes titles, texts and tags as HTML, so that everything
 * of the plan is escaped here and `<mark>` is the only element.
 *
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./query.js").Term} Term
 */

import { firstSpan, spans } from "./spans.js";
import { fieldHolds } from "./score.js";

/** Letters shown before and after the first hit. */
const BEFORE = 60;
const AFTER = 160;

/** Last digits that two spellings of one number share. */
const ECHOED = 6;

const ENTITIES = /** @type {Record<string, string>} */ ({
  "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;",
});

/**
 * @param {Entry} entry
 * @param {Term[]} terms
 * @returns {{ title: string, text: string, tags?: string[] }} HTML
 */
export function teaser(entry, terms) {
  const { doc } = entry;
  const synonym = decidingKeyword(entry, terms);
  const text = marked(withoutEchoes(cut(entry, terms)), terms);
  const shown = {
    title: marked(doc.title, terms),
    text: synonym ? `${marked(synonym, terms)} · ${text}` : text,
  };
  return doc.tags ? { ...shown, tags: doc.tags.map((tag) => marked(tag, terms)) } : shown;
}

/**
 * @param {string} text
 * @returns {string}
 */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/**
 * The keyword that made the entry a hit, where neither title nor text tells why.
 * @param {Entry} entry
 * @param {Term[]} terms
 * @returns {string | undefined}
 */
function decidingKeyword({ doc, title, text }, terms) {
  const untold = terms.filter(({ needles }) => !needles.some(
    (needle) => fieldHolds(title, needle) || fieldHolds(text, needle),
  ));
  if (untold.length === 0) return undefined;
  return doc.keywords?.find((keyword) => spans(keyword, untold).length > 0);
}

/**
 * The part of the text around the first hit, cut between words.
 * @param {Entry} entry
 * @param {Term[]} terms
 * @returns {string}
 */
function cut({ doc: { text }, text: folded }, terms) {
  const hit = firstSpan(text, folded, terms)?.start ?? 0;
  let start = Math.max(0, hit - BEFORE);
  if (start > 0) start = Math.min(text.indexOf(" ", start) + 1 || start, hit);
  let end = Math.min(text.length, hit + AFTER);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), hit + BEFORE);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/**
 * Texts name a phone number twice, as written and in bare digits for other searches; shown is the first.
 * @param {string} text
 * @returns {string}
 */
function withoutEchoes(text) {
  return text.replace(/ (\d{7,15})(?!\d)/g, (echo, digits, at) => {
    const before = /[\d\s().\/-]*$/.exec(text.slice(0, at))?.[0].replace(/\D/g, "") ?? "";
    return before.length >= ECHOED && before.slice(-ECHOED) === digits.slice(-ECHOED) ? "" : echo;
  });
}

/**
 * @param {string} text plain
 * @param {Term[]} terms
 * @returns {string} HTML
 */
function marked(text, terms) {
  let html = "";
  let done = 0;
  for (const { start, end } of spans(text, terms)) {
    if (start < done) continue;
    html += `${escapeHtml(text.slice(done, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    done = end;
  }
  return html + escapeHtml(text.slice(done));
}
