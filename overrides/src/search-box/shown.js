/** What was found, in the theme's markup: one item per page, with its best sections. */

/**
 * @typedef {import("../search/items.js").Item} Item
 * @typedef {import("./box.js").Parts} Parts
 * @typedef {import("./box.js").Config} Config
 */

import { marked } from "../search/marked.js";

/** Shown at once; the others follow when the page has time. */
const FIRST = 6;
const AT_ONCE = 4;

/**
 * @param {Parts} parts
 * @param {Config} config
 */
export function shower({ meta, list }, config) {
  /** Found, and not shown yet. @type {Item[][]} */
  let left = [];
  let waiting = false;
  const append = (/** @type {number} */ count) => {
    list.append(...left.splice(0, count).map((items) => page(items, config)));
    if (left.length === 0 || waiting) return;
    waiting = true;
    later(() => {
      waiting = false;
      append(AT_ONCE);
    });
  };
  /** @param {Item[][]} pages those further down */
  const more = (pages) => {
    left.push(...pages);
    append(0);
  };
  /**
   * @param {Item[][]} pages
   * @param {number} count of all that were found
   * @param {string} query
   * @param {string} [words] said instead of how many there are
   */
  const show = (pages, count, query, words) => {
    write(meta, words ?? counted(config.translations, count, query.trim() !== ""));
    list.replaceChildren();
    left = [...pages];
    append(FIRST);
  };
  return { show, more };
}

/** @param {() => void} act */
function later(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 100);
}

/**
 * @param {HTMLElement} place
 * @param {string} words
 */
function write(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/**
 * @param {Record<string, string>} words the theme's
 * @param {number} count
 * @param {boolean} asked
 */
function counted(words, count, asked) {
  if (count === 0) return words[asked ? "search.result.none" : "search.result.placeholder"] ?? "";
  if (count === 1) return words["search.result.one"] ?? "";
  return (words["search.result.other"] ?? "#").replace("#", String(count));
}

/**
 * @param {Item[]} items the best first; one of them is the page itself
 * @param {Config} config
 * @returns {HTMLElement}
 */
function page(items, config) {
  const made = element("li", "md-search-result__item");
  const own = items.findIndex(({ location }) => !location.includes("#"));
  const sections = items.filter((_, at) => at !== own);
  const best = items[0]?.score ?? 0;
  const near = sections.filter(({ score }) => score >= best);
  const far = sections.slice(near.length);
  const alone = own === 0 && near.length === 0;
  const head = items[own];
  if (head) made.append(link(head, true, alone, config));
  made.append(...near.map((item) => link(item, false, true, config)));
  if (far.length) made.append(more(far, config));
  return made;
}

/**
 * @param {Item[]} items
 * @param {Config} config
 */
function more(items, config) {
  const made = element("details", "md-search-result__more");
  const summary = element("summary", "");
  summary.tabIndex = -1;
  const key = `search.result.more.${items.length === 1 ? "one" : "other"}`;
  const words = element("div", "");
  words.textContent = (config.translations[key] ?? "#").replace("#", String(items.length));
  summary.append(words);
  made.append(summary, ...items.map((item) => link(item, false, true, config)));
  return made;
}

/**
 * @param {Item} item
 * @param {boolean} isPage
 * @param {boolean} withText
 * @param {Config} config
 * @returns {HTMLElement}
 */
function link({ location: path, title, text, score, terms }, isPage, withText, config) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", "md-search-result__link"));
  const url = new URL(path, new URL(config.base.replace(/\/?$/, "/"), location.href));
  if (config.features.includes("search.highlight")) url.searchParams.set("h", Object.keys(terms).join(" "));
  made.href = url.href;
  made.tabIndex = -1;
  const article = element("article", "md-search-result__article md-typeset");
  article.dataset["mdScore"] = score.toFixed(2);
  if (isPage) article.append(element("div", "md-search-result__icon md-icon"));
  const heading = element(isPage ? "h1" : "h2", "");
  heading.append(...marked(title));
  article.append(heading, ...(withText ? marked(text) : []));
  made.append(article);
  return made;
}

/**
 * @param {string} tag
 * @param {string} name its class
 * @returns {HTMLElement}
 */
function element(tag, name) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  return made;
}
