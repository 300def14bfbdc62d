/**
 * Links to the same page in another language (`data-rb-language="nl"`) lead to the same place
 * on it, and the language that was chosen is remembered.
 */

import { rememberLast } from "./last-used.js";
import { meta } from "./stored.js";

export function languageSwitch() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("a[data-rb-language]")
  );
  for (const link of links) link.addEventListener("click", () => remember(link));
  const keepPlace = () => {
    for (const link of links) link.hash = location.hash;
  };
  addEventListener("hashchange", keepPlace);
  keepPlace();
}

/** @param {HTMLAnchorElement} link */
function remember(link) {
  const edition = meta("runbook-edition");
  const language = link.dataset["rbLanguage"];
  if (edition && language) rememberLast({ edition, language });
}
