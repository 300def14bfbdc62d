/**
 * The search of the whole plan in one file: the place marked `data-rb-found`, which links marked
 * `data-rb-search` open. It is the site's own search, over what the pages say.
 *
 * @typedef {import("../search/items.js").Item} Item
 */

import { Search } from "../search/engine.js";
import { marked } from "../search/marked.js";
import { entriesOf } from "./entries-of-pages.js";

export function searchInFile() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rb-found]"));
  const box = place?.querySelector("input");
  if (!place || !box) return;
  /** @type {Search | undefined} */
  let search;
  const prepared = () => (search ??= new Search(
    entriesOf(document.querySelectorAll("[data-rb-page]")),
  ));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!link.hasAttribute("data-rb-search")) {
      place.hidden = place.hidden || link.hash !== "";
      return;
    }
    event.preventDefault();
    place.hidden = false;
    scrollTo(0, 0);
    // Why at once: phones only show their keyboard while the reader's tap is being handled.
    box.focus();
    box.select();
    setTimeout(prepared, 100);
  });
  box.addEventListener("input", () => {
    show(place, box.value.trim(), box.value.trim() ? prepared().answer(box.value) : []);
  });
}

/**
 * @param {HTMLElement} place
 * @param {string} query
 * @param {Item[][]} pages
 */
function show(place, query, pages) {
  const { rbOne = "", rbOther = "", rbNothing = "" } = place.dataset;
  const words = (pages.length === 1 ? rbOne : rbOther).replace("{n}", String(pages.length));
  const said = place.querySelector("[role=status]");
  if (said) said.textContent = query ? (pages.length > 0 ? words : rbNothing) : "";
  place.querySelector("ol")?.replaceChildren(...pages.map(hit));
}

/**
 * A page as a large target, with the best place in it.
 * @param {Item[]} items
 * @returns {HTMLElement}
 */
function hit(items) {
  const page = items.find((item) => !item.location.includes("#"));
  const best = items[0] ?? page;
  const link = document.createElement("a");
  link.className = "rb-single__hit";
  link.href = `#${best?.location.split("#").pop() ?? ""}`;
  link.append(line("strong", page?.title ?? ""));
  if (best !== page) link.append(line("span", best?.title ?? ""));
  link.append(line("small", best?.text ?? ""));
  const element = document.createElement("li");
  element.append(link);
  return element;
}

/**
 * @param {string} name of the element
 * @param {string} html escaped text with `<mark>` in it, as the search gives it
 * @returns {HTMLElement}
 */
function line(name, html) {
  const element = document.createElement(name);
  element.append(...marked(html));
  return element;
}
