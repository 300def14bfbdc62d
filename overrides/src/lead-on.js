/**
 * The root page leads on to an edition by itself; the list of editions stays for readers
 * without JavaScript and for those who ask for it (`index.html#editions`: any `#` will do).
 */

import { lastUsed } from "./last-used.js";

/**
 * The edition that was used last if it is still there, else the first in a language that the
 * browser asks for, else the first.
 * @param {HTMLAnchorElement[]} links
 * @returns {HTMLAnchorElement | undefined}
 */
function choose(links) {
  const last = lastUsed();
  const again = links.find((link) => (
    link.dataset["edition"] === last?.edition && languageOf(link) === last?.language.toLowerCase()
  ));
  return again ?? inWantedLanguage(links) ?? links[0];
}

/**
 * @param {HTMLAnchorElement[]} links
 * @returns {HTMLAnchorElement | undefined}
 */
function inWantedLanguage(links) {
  const wanted = navigator.languages.map((language) => language.toLowerCase());
  for (const language of wanted) {
    const exact = links.find((link) => languageOf(link) === language);
    const same = links.find((link) => primary(languageOf(link)) === primary(language));
    if (exact ?? same) return exact ?? same;
  }
  return undefined;
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string}
 */
function languageOf(link) {
  return (link.hreflang || link.lang).toLowerCase();
}

/**
 * @param {string} language "nl" of "nl-BE"
 * @returns {string | undefined}
 */
function primary(language) {
  return language.split("-", 1)[0];
}

function leadOn() {
  if (location.hash) return;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("[data-rb-editions] a[href]")
  );
  const link = choose([...links]);
  if (link) location.replace(link.href);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", leadOn);
else leadOn();
