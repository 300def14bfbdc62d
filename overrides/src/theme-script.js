/**
 * The theme's script (`<script nomodule>`, which browsers of today leave alone) is loaded when
 * the reader needs it: at once on wide screens, whose side columns it moves; on phones when the
 * head or a key is touched. The search needs it only where it isn't ours (`search-box/box.js`).
 *
 * Why: on a phone it takes longer than all the rest of a page, which reads and works without it.
 */

import { takeUp } from "./palette.js";
import { SEARCH, searchBox } from "./search-box/box.js";

/** What only works with it: of pages that an organisation writes itself. */
const NEEDS_IT = ".tabbed-set, pre, #rb-article table:not([class])";

const TOUCHED = ".md-header, .md-search, .md-toggle, [data-rb-search]";

export function themeScript() {
  const waiting = document.querySelector("script[nomodule]");
  if (!(waiting instanceof HTMLScriptElement)) return;
  // Why: without the script, the theme takes this class for "no scripts" and hides the search.
  document.documentElement.classList.replace("no-js", "js");
  const ours = searchBox();
  const wide = matchMedia("(min-width: 60em)");
  const asked = (ours ? /[?&]h=/ : /[?&][hq]=/).test(location.search);
  if (wide.matches || asked || document.querySelector(NEEDS_IT)) {
    load(waiting);
    return;
  }
  loadWhenTouched(waiting, wide, ours);
}

/**
 * @param {HTMLScriptElement} waiting
 * @param {MediaQueryList} wide
 * @param {boolean} searchIsOurs
 */
function loadWhenTouched(waiting, wide, searchIsOurs) {
  const stop = new AbortController();
  const there = new AbortController();
  /** @type {EventTarget | null} */
  let changed = null;
  const options = { signal: stop.signal, capture: true };
  const go = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    load(waiting).addEventListener("load", () => {
      there.abort();
      takeUp(changed);
    });
  };
  const touched = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element) || (searchIsOurs && target.closest(SEARCH))) return;
    if (target.closest(TOUCHED)) go();
  };
  const pressed = (/** @type {Event} */ { target }) => {
    const searching = target instanceof Element && target.closest(SEARCH);
    if (!searchIsOurs || !searching) go();
  };
  for (const type of ["pointerdown", "focusin"]) document.addEventListener(type, touched, options);
  document.addEventListener("change", (event) => {
    changed = event.target;
    focusBox(changed);
    touched(event);
  }, { signal: there.signal, capture: true });
  document.addEventListener("keydown", pressed, options);
  wide.addEventListener?.("change", go, options);
}

/**
 * Until the theme does so, opening the search puts the cursor in its box.
 * @param {EventTarget | null} toggle
 */
function focusBox(toggle) {
  if (!(toggle instanceof HTMLInputElement) || toggle.id !== "__search" || !toggle.checked) return;
  const box = document.querySelector("input[data-md-component=search-query]");
  if (box instanceof HTMLInputElement) box.focus();
}

/** @param {HTMLScriptElement} waiting */
function load({ src }) {
  const script = document.createElement("script");
  script.src = src;
  document.body.append(script);
  return script;
}
