/** What every page of an edition does; each behaviour finds its own elements. */

import { copyText } from "./copy.js";
import { currentCard } from "./current.js";
import { languageSwitch } from "./language-switch.js";
import { rememberEdition } from "./last-used.js";
import { offline } from "./offline/start.js";
import { openSearch } from "./open-search.js";
import { palette } from "./palette.js";
import { printDetails } from "./print-details.js";
import { tableSort } from "./table-sort.js";
import { themeScript } from "./theme-script.js";
import { ticks } from "./ticks.js";

/** What must hear the first key, tap or print, and takes no time; the script stands at the page's end. */
function atOnce() {
  palette();
  openSearch();
  themeScript();
  printDetails();
}

/**
 * Each in a task of its own, so that a tap is answered between two; what readers touch comes
 * first, after what takes no time and is lost if they leave at once.
 */
function start() {
  rememberEdition();
  inTurn([ticks, copyText, currentCard, languageSwitch, tableSort, offline]);
}

/** @param {(() => void)[]} behaviours */
function inTurn([first, ...others]) {
  if (!first) return;
  const next = new MessageChannel();
  // Why this way: a timer may be held up, and is while the page isn't seen.
  next.port1.onmessage = () => {
    next.port1.close();
    inTurn(others);
  };
  next.port2.postMessage(null);
  first();
}

atOnce();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
