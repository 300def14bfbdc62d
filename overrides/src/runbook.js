/** What every page of an edition does; each behaviour finds its own elements. */

import { languageSwitch } from "./language-switch.js";
import { rememberEdition } from "./last-used.js";
import { offline } from "./offline/start.js";
import { openSearch } from "./open-search.js";
import { palette } from "./palette.js";
import { printDetails } from "./print-details.js";
import { tableSort } from "./table-sort.js";
import { themeScript } from "./theme-script.js";
import { ticks } from "./ticks.js";

function start() {
  rememberEdition();
  languageSwitch();
  openSearch();
  printDetails();
  tableSort();
  ticks();
  themeScript();
  offline();
}

palette();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
