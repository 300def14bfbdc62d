/* Built from overrides/src/runbook.js by `make schema`: change that file, not this one. */
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
  function remember(name, value) {
    try {
      if (!mayStore()) return;
      if (value === null) localStorage.removeItem(keyOf(name));
      else localStorage.setItem(keyOf(name), value);
    } catch (e) {
    }
  }
  function mayStore() {
    return location.protocol !== "file:";
  }
  function keyOf(name) {
    return `runbook.${name}:${siteRoot()}`;
  }

  // overrides/src/last-used.js
  function rememberEdition() {
    const edition = meta("runbook-edition");
    const language = meta("runbook-language");
    if (edition && language) rememberLast({ edition, language });
  }
  function rememberLast({ edition, language }) {
    remember("last", JSON.stringify({ edition, language }));
  }

  // overrides/src/language-switch.js
  function languageSwitch() {
    const links = (
      /** @type {NodeListOf<HTMLAnchorElement>} */
      document.querySelectorAll("a[data-rb-language]")
    );
    for (const link of links) link.addEventListener("click", () => remember2(link));
    const keepPlace = () => {
      for (const link of links) link.hash = location.hash;
    };
    addEventListener("hashchange", keepPlace);
    keepPlace();
  }
  function remember2(link) {
    const edition = meta("runbook-edition");
    const language = link.dataset["rbLanguage"];
    if (edition && language) rememberLast({ edition, language });
  }

  // overrides/src/open-search.js
  function openSearch() {
    const links = (
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("a[data-rb-search]")
    );
    for (const link of links) link.addEventListener("click", open);
    nameDialog();
  }
  function nameDialog() {
    const dialog = document.querySelector("[data-md-component=search][role=dialog]");
    const box = document.querySelector("input[data-md-component=search-query]");
    if (dialog && box instanceof HTMLInputElement) dialog.setAttribute("aria-label", box.placeholder);
  }
  function open(event) {
    const toggle = document.getElementById("__search");
    const box = document.querySelector("input[data-md-component=search-query]");
    if (!(toggle instanceof HTMLInputElement) || !(box instanceof HTMLInputElement)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!toggle.checked) toggle.click();
    box.focus();
  }

  // overrides/src/print-details.js
  function printDetails() {
    let opened = [];
    addEventListener("beforeprint", () => {
      const closed = (
        /** @type {NodeListOf<HTMLDetailsElement>} */
        document.querySelectorAll("details:not([open])")
      );
      for (const details of closed) details.open = true;
      opened = [...opened, ...closed];
    });
    addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
      opened = [];
    });
  }

  // overrides/src/table-sort.js
  function tableSort() {
    const tables = (
      /** @type {NodeListOf<HTMLTableElement>} */
      document.querySelectorAll("table[data-rb-sortable]")
    );
    for (const table of tables) {
      const headings = (
        /** @type {NodeListOf<HTMLTableCellElement>} */
        table.querySelectorAll("th[data-rb-sort]")
      );
      for (const heading of headings) offerSort(table, heading);
    }
  }
  function offerSort(table, heading) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rb-table__sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const falling = heading.getAttribute("aria-sort") === "ascending";
      for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      sort(table, heading.cellIndex, falling);
    });
  }
  function sort(table, column, falling) {
    const body = table.tBodies[0];
    if (!body) return;
    const order = new Intl.Collator(document.documentElement.lang || void 0, { numeric: true });
    const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
    rows.sort((a, b) => {
      if (!a.value || !b.value) return Number(!a.value) - Number(!b.value);
      return falling ? order.compare(b.value, a.value) : order.compare(a.value, b.value);
    });
    body.append(...rows.map(({ row }) => row));
  }
  function valueOf(cell) {
    var _a, _b;
    return ((_b = (_a = cell == null ? void 0 : cell.dataset["rbValue"]) != null ? _a : cell == null ? void 0 : cell.textContent) != null ? _b : "").trim();
  }

  // overrides/src/ticks.js
  function ticks() {
    const boxes = (
      /** @type {HTMLInputElement[]} */
      [...document.querySelectorAll("input[type=checkbox][data-rb-step]")]
    );
    if (boxes.length === 0) return;
    for (const box of boxes) {
      box.addEventListener("change", () => tick(boxes, stepOf(box), box.checked));
    }
    addEventListener("storage", () => show(boxes));
    addEventListener("pageshow", (event) => event.persisted && show(boxes));
    offerReset(boxes);
    show(boxes);
  }
  function tick(boxes, step, done) {
    for (const box of boxes.filter((other) => stepOf(other) === step)) {
      box.checked = done;
      remember(nameOf(box), done ? "1" : null);
    }
    count(boxes);
  }
  function show(boxes) {
    if (mayStore()) for (const box of boxes) box.checked = recall(nameOf(box)) !== null;
    count(boxes);
  }
  function offerReset(boxes) {
    const buttons = (
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("[data-rb-ticks-reset]")
    );
    for (const button of buttons) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const question = button.dataset["rbTicksReset"] || button.textContent || "?";
        if (!confirm(question.trim())) return;
        for (const box of boxes) tick(boxes, stepOf(box), false);
      });
    }
  }
  function count(boxes) {
    const own = boxes.filter((box) => !box.closest("details"));
    const all = new Set(own.map(stepOf));
    const done = new Set(own.filter((box) => box.checked).map(stepOf));
    for (const place of document.querySelectorAll("[data-rb-ticks-count]")) {
      place.textContent = `${done.size} / ${all.size}`;
    }
  }
  function stepOf(box) {
    var _a;
    return (_a = box.dataset["rbStep"]) != null ? _a : "";
  }
  function nameOf(box) {
    return `step.${stepOf(box)}`;
  }

  // overrides/src/runbook.js
  function start() {
    rememberEdition();
    languageSwitch();
    openSearch();
    printDetails();
    tableSort();
    ticks();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
