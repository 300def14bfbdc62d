/**
 * The theme's search box, without the theme's script: that takes longer to start than a search takes.
 *
 * The markup, the styles and the words are the theme's; what is typed goes to our own worker, which
 * also reads the texts. A theme that loads later finds no search to start.
 *
 * @typedef {import("../search/items.js").Item} Item
 * @typedef {{ base: string, search: string, features: string[], translations: Record<string, string> }} Config
 * @typedef {object} Parts of the search
 * @property {HTMLElement} dialog
 * @property {HTMLInputElement} toggle is checked while the search is open
 * @property {HTMLInputElement} box
 * @property {HTMLElement} meta says how many were found
 * @property {HTMLElement} list
 */

import { say } from "../offline/words.js";
import { listKeys } from "./keys.js";
import { lineTo } from "./line.js";
import { shower } from "./shown.js";
import { still } from "./still.js";

/** What only the theme's own search can do. */
const THEMES_OWN = ["search.suggest", "search.share"];

/** What opens the search, or is in it. */
export const SEARCH = ".md-search, [for=__search], #__search, [data-rb-search]";

/** @returns {boolean} whether the search is ours from now on */
export function searchBox() {
  const config = configOf();
  const parts = partsOf();
  if (!config || !parts || !config.search.endsWith("/search-worker.js")) return false;
  if (THEMES_OWN.some((name) => config.features.includes(name))) return false;
  parts.dialog.removeAttribute("data-md-component");
  wire(parts, config);
  return true;
}

/** @returns {Config | null} what the theme says of the page */
function configOf() {
  return JSON.parse(document.getElementById("__config")?.textContent ?? "null");
}

/** @returns {Parts | null} */
function partsOf() {
  const dialog = /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search]"));
  const box = dialog?.querySelector("input");
  const meta = /** @type {HTMLElement | null | undefined} */ (dialog?.querySelector(".md-search-result__meta"));
  const list = /** @type {HTMLElement | null | undefined} */ (dialog?.querySelector(".md-search-result__list"));
  const toggle = document.getElementById("__search");
  if (!dialog || !box || !meta || !list || !(toggle instanceof HTMLInputElement)) return null;
  return { dialog, box, meta, list, toggle };
}

/**
 * @param {Parts} parts
 * @param {Config} config
 */
function wire(parts, config) {
  const { box, toggle, list, dialog } = parts;
  const { show, more } = shower(parts, config);
  const line = lineTo(new URL(config.search, location.href), new URL(config.base, location.href), {
    // Why not asked where nothing was typed: the answer is known.
    ready: () => (box.value.trim() ? line.query(box.value) : show([], 0, "")),
    answer: (pages, count, partly) => {
      const none = count === 0 && box.value.trim() !== "";
      show(none ? allPages() : pages, count, box.value, partly ? say("page.partly") : undefined);
    },
    more,
    failed: () => show(allPages(), 1, "", say("page.no_search")),
  });
  const open = (/** @type {boolean} */ wanted) => {
    if (toggle.checked !== wanted) toggle.click();
  };
  // Why at a touch: the worker reads while the finger is still on the glass.
  for (const type of ["pointerdown", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      if (target instanceof Element && target.closest(SEARCH)) line.start();
    }, { capture: true, passive: true });
  }
  const turned = () => {
    still(toggle.checked);
    list.setAttribute("role", toggle.checked ? "list" : "presentation");
    if (!toggle.checked) return;
    line.start();
    box.focus();
  };
  toggle.addEventListener("change", turned);
  box.addEventListener("focus", () => open(true));
  box.addEventListener("input", () => line.query(box.value));
  box.form?.addEventListener("submit", (event) => event.preventDefault());
  box.form?.addEventListener("reset", () => {
    box.focus();
    setTimeout(() => line.query(""));
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) open(false);
  });
  // It may have been opened before this script was there.
  if (toggle.checked) turned();
  listKeys(parts, open);
  openAsAsked(box, open);
}

/**
 * Where to look without a search.
 * @returns {Item[][]}
 */
function allPages() {
  const list = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-rb-search]"));
  if (!list) return [];
  return [[{ location: list.href, title: say("page.all_pages"), text: "", score: 0, terms: {} }]];
}

/**
 * `?q=word` in the address opens the search.
 * @param {HTMLInputElement} box
 * @param {(wanted: boolean) => void} open
 */
function openAsAsked(box, open) {
  const asked = new URL(location.href).searchParams.get("q");
  if (asked === null) return;
  box.value = asked;
  open(true);
}
