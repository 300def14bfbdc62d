/**
 * Pages that say what is wrong with a page and what to do; plain HTML that needs no script.
 *
 * Words and paths are put in as text, with what HTML would read as markup escaped.
 */

import { answerPage } from "./answers.js";
import { OFFLINE, SCOPE } from "./place.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./revision.js").Revision} Revision */

const STYLE = [
  ":root{color-scheme:light dark}",
  "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}",
  "h1{font-size:1.5rem;line-height:1.25}",
  "li{margin:.75rem 0}",
  "a{display:block;padding:.5rem 0}",
].join("");

/**
 * @param {Request} request
 * @param {string} address
 * @param {Revision | null} revision null if nothing of the copy is left
 * @param {string} [part]
 * @returns {Promise<Response>}
 */
export function answerDamaged(request, address, revision, part = "") {
  const words = wordsOf(languageOf(revision, part));
  const again = `${SCOPE}${OFFLINE}repair?back=${encodeURIComponent(address)}`;
  return notice(request, 503, words, revision ? words.damaged : words.lost, [
    link(startOf(revision, part), words.start),
    revision ? link(again, words.again) : "",
    escaped(words.paper),
  ]);
}

/**
 * The page isn't in the plan.
 * @param {Request} request
 * @param {Revision} revision
 * @param {string} part
 */
export function answerMissing(request, revision, part) {
  const words = wordsOf(languageOf(revision, part));
  return notice(request, 404, words, words.missing, [link(startOf(revision, part), words.start)]);
}

/**
 * The file follows later, and there is no network.
 * @param {Request} request
 * @param {Revision} revision
 * @param {string} part
 */
export function answerUnsaved(request, revision, part) {
  const words = wordsOf(languageOf(revision, part));
  return notice(request, 503, words, words.unsaved, [link(startOf(revision, part), words.start)]);
}

/**
 * The network has something else in the file's place.
 * @param {Request} request
 * @param {Revision} revision
 * @param {string} part
 */
export function answerAltered(request, revision, part) {
  const words = wordsOf(languageOf(revision, part));
  return notice(request, 503, words, words.altered, [link(startOf(revision, part), words.start)]);
}

/**
 * @param {Request} request
 * @param {number} status
 * @param {import("./words.js").Words} words
 * @param {[title: string, text: string]} says
 * @param {string[]} steps HTML
 * @returns {Promise<Response>}
 */
async function notice(request, status, words, [title, text], steps) {
  if (request.mode !== "navigate") return new Response(title, { status });
  const list = steps.filter(Boolean).map((step) => `<li>${step}</li>`).join("");
  return answerPage(
    `<!doctype html><html lang="${words.language}"><meta charset="utf-8">`
    + '<meta name="viewport" content="width=device-width">'
    + `<title>${escaped(title)}</title><style>${STYLE}</style>`
    + `<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><ul>${list}</ul></main></html>`,
    status,
    STYLE,
  );
}

/**
 * @param {string} address
 * @param {string} words
 */
function link(address, words) {
  return `<a href="${escaped(address)}">${escaped(words)}</a>`;
}

/**
 * The start page of the part, or of the one around it if it has no pages; of a part that is saved.
 * @param {Revision | null} revision
 * @param {string} part
 */
function startOf(revision, part) {
  const saved = (revision?.site.parts ?? []).filter(({ path, pages }) => (
    pages && path && revision?.saved.has(path)
  ));
  const found = saved.filter(({ path }) => `${part}/`.startsWith(`${path}/`));
  const around = found.length || part === "" ? found : saved.slice(0, 1);
  const own = around.reduce((longest, { path }) => (path.length > longest.length ? path : longest), "");
  const folder = own && `${own.split("/").map(encodeURIComponent).join("/")}/`;
  return `${SCOPE}${folder}index.html`;
}

/**
 * @param {Revision | null} revision
 * @param {string} part
 */
function languageOf(revision, part) {
  return revision?.part(part)?.language || navigator.language;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
