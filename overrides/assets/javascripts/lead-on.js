/* Built from overrides/src/lead-on.js by `make schema`: change that file, not this one. */
"use strict";
(() => {
  // overrides/src/stored.js
  function siteRoot() {
    return new URL(meta("runbook-root") || ".", location.href).pathname;
  }
  function meta(name) {
    var _a;
    const element = document.querySelector(`meta[name="${name}"]`);
    return (_a = element == null ? void 0 : element.getAttribute("content")) != null ? _a : "";
  }
  function recall(name) {
    try {
      return mayStore() ? localStorage.getItem(keyOf(name)) : null;
    } catch (e) {
      return null;
    }
  }
  function mayStore() {
    return location.protocol !== "file:";
  }
  function keyOf(name) {
    return `runbook.${name}:${siteRoot()}`;
  }

  // overrides/src/last-used.js
  function lastUsed() {
    var _a;
    try {
      const last = JSON.parse((_a = recall("last")) != null ? _a : "null");
      const whole = typeof (last == null ? void 0 : last.edition) === "string" && typeof (last == null ? void 0 : last.language) === "string";
      return whole ? last : null;
    } catch (e) {
      return null;
    }
  }

  // overrides/src/lead-on.js
  function choose(links) {
    var _a;
    const last = lastUsed();
    const again = links.find((link) => link.dataset["edition"] === (last == null ? void 0 : last.edition) && languageOf(link) === (last == null ? void 0 : last.language.toLowerCase()));
    return (_a = again != null ? again : inWantedLanguage(links)) != null ? _a : links[0];
  }
  function inWantedLanguage(links) {
    const wanted = navigator.languages.map((language) => language.toLowerCase());
    for (const language of wanted) {
      const exact = links.find((link) => languageOf(link) === language);
      const same = links.find((link) => primary(languageOf(link)) === primary(language));
      if (exact != null ? exact : same) return exact != null ? exact : same;
    }
    return void 0;
  }
  function languageOf(link) {
    return (link.hreflang || link.lang).toLowerCase();
  }
  function primary(language) {
    return language.split("-", 1)[0];
  }
  function leadOn() {
    if (location.hash) return;
    const links = (
      /** @type {NodeListOf<HTMLAnchorElement>} */
      document.querySelectorAll("[data-rb-editions] a[href]")
    );
    const link = choose([...links]);
    if (link) location.replace(link.href);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", leadOn);
  else leadOn();
})();
