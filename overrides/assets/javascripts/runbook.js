/* Built from overrides/src/runbook.js by `make schema`: change that file, not this one. */
"use strict";
(() => {
  // overrides/src/stored.js
  function siteRoot() {
    return new URL(meta("runbook-root") || ".", location.href).pathname;
  }
  function meta(name) {
    var _a;
    const element2 = document.querySelector(`meta[name="${name}"]`);
    return (_a = element2 == null ? void 0 : element2.getAttribute("content")) != null ? _a : "";
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

  // overrides/src/offline/state.js
  var current = { kind: "checking" };
  var watching = [];
  function watch(show4) {
    watching.push(show4);
    show4(current);
  }
  function state() {
    return current;
  }
  function set(next) {
    current = next;
    for (const show4 of watching) show4(current);
  }

  // overrides/src/offline/words.js
  var known;
  function say(key, slots = {}) {
    var _a;
    known != null ? known : known = read();
    const words = (_a = known[key]) != null ? _a : "";
    return words.replace(/\{(\w+)\}/g, (all, name) => {
      var _a2;
      return String((_a2 = slots[name]) != null ? _a2 : all);
    });
  }
  function read() {
    var _a;
    const place = (
      /** @type {HTMLElement | null} */
      document.querySelector("[data-rb-words]")
    );
    return JSON.parse((_a = place == null ? void 0 : place.dataset["rbWords"]) != null ? _a : "{}");
  }
  function ago(moment) {
    const days = Math.round((Date.parse(moment) - Date.now()) / 864e5);
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    if (Math.abs(days) < 60) return words.format(days, "day");
    return words.format(Math.round(days / 30.44), "month");
  }
  function day(moment) {
    return new Date(moment).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  }

  // overrides/src/offline/badge.js
  var KINDS = ["checking", "saving", "saved", "not-saved", "damaged", "file"];
  function badges() {
    const places = (
      /** @type {HTMLElement[]} */
      [...document.querySelectorAll("[data-rb-saved]")]
    );
    if (places.length) watch((state2) => places.forEach((place) => show(place, state2)));
  }
  function show(place, state2) {
    const words = place.querySelector(".rb-saved__words");
    if (!words || state2.kind === "checking") return;
    place.hidden = false;
    for (const kind of KINDS) place.classList.toggle(`rb-saved--${kind}`, kind === state2.kind);
    words.textContent = [headline(state2), expiry(state2)].filter(Boolean).join(" ");
  }
  function headline(state2) {
    var _a, _b, _c, _d;
    if (state2.kind === "saving") {
      return say("page.saving", { done: (_a = state2.done) != null ? _a : 0, all: (_b = state2.all) != null ? _b : "…" });
    }
    if (state2.kind === "saved") return counted("page.badge", state2);
    if (state2.kind === "damaged") return say("page.damaged", { count: (_d = (_c = state2.status) == null ? void 0 : _c.damaged) != null ? _d : 0 });
    if (state2.kind === "file") return say("page.file");
    return state2.kind === "not-saved" ? say("page.not_saved") : say("page.checking");
  }
  function detail(state2) {
    return counted("page.detail", state2);
  }
  function counted(key, state2) {
    const status = state2.status;
    if (!status) return "";
    const files = status.parts.filter((part) => part.saved).reduce((sum, part) => sum + part.files, 0);
    return say(key, { files, revision: status.revision, age: ago(status.built) });
  }
  function expiry(state2) {
    var _a;
    const expires = (_a = state2.status) == null ? void 0 : _a.expires;
    if (!expires || Date.parse(expires) > Date.now()) return "";
    return say("page.expired", { date: day(expires) });
  }

  // overrides/src/offline/place.js
  function root() {
    const path = new URL(meta("runbook-root") || ".", location.href).pathname;
    return path.endsWith("/") ? path : `${path}/`;
  }
  function ownPart() {
    return `${meta("runbook-edition")}/${meta("runbook-language")}`;
  }
  function whyNot() {
    if (location.protocol === "file:") return { kind: "file", reason: "file" };
    if (!isSecureContext) return { kind: "not-saved", reason: "insecure" };
    if (!("serviceWorker" in navigator)) return { kind: "not-saved", reason: "unsupported" };
    return null;
  }

  // overrides/src/offline/worker.js
  function ask(worker, question, answer, meanwhile = () => {
  }) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        if (data.type !== answer) return meanwhile(data);
        port1.close();
        resolve(data);
      };
      worker.postMessage(question, [port2]);
    });
  }
  function statusOf(worker) {
    return ask(worker, { type: "status" }, "status");
  }

  // overrides/src/offline/update.js
  var NAMED = 4;
  var shown;
  async function announce(worker) {
    const [status, changes] = await Promise.all([
      statusOf(worker),
      ask(worker, { type: "changes" }, "changes")
    ]);
    shown == null ? void 0 : shown.remove();
    shown = note(worker, status.revision, changes.list);
    document.body.append(shown);
  }
  function note(worker, revision, changes) {
    const box = element("aside", "rb-update");
    box.setAttribute("role", "status");
    box.append(element("strong", "rb-update__title", say("page.update", { revision })));
    if (changes.length) box.append(element("p", "rb-update__changes", sentence(changes)));
    const take = button("rb-update__take", say("page.show"), () => {
      worker.postMessage({ type: "take-over" });
    });
    box.append(take, button("rb-update__later", say("page.later"), () => box.remove()));
    return box;
  }
  function sentence(changes) {
    const names = [...new Set(changes.map((change) => change.title))];
    const more = names.length - NAMED;
    const named = names.slice(0, NAMED).join(", ");
    const rest = more > 0 ? ` ${say("page.more", { count: more })}` : "";
    return say("page.changed", { names: named + rest });
  }
  function element(tag, name, words = "") {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = words;
    return made;
  }
  function button(name, words, act) {
    const made = element("button", name, words);
    made.setAttribute("type", "button");
    made.addEventListener("click", act);
    return made;
  }

  // overrides/src/offline/saving.js
  var ASKED_AGAIN = 6e4;
  var registration;
  var asked = 0;
  async function saving() {
    const hindrance = whyNot();
    if (hindrance) return set(hindrance);
    navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
    try {
      registration = await navigator.serviceWorker.register(`${root()}sw.js`, {
        scope: root(),
        updateViaCache: "none"
      });
    } catch (e) {
      registration = await navigator.serviceWorker.getRegistration(root());
    }
    if (!registration) return set({ kind: "not-saved", reason: navigator.onLine ? "unsealed" : "network" });
    follow(registration);
    if (!registration.active) asked = Date.now();
    await look();
    addEventListener("online", () => void check());
    document.addEventListener("visibilitychange", () => document.hidden || void check());
    await check();
  }
  async function check() {
    if (!registration || !navigator.onLine || Date.now() - asked < ASKED_AGAIN) return;
    asked = Date.now();
    await registration.update().catch(() => void 0);
  }
  async function saveAgain() {
    await (registration == null ? void 0 : registration.unregister());
    location.reload();
  }
  function active() {
    var _a;
    return (_a = registration == null ? void 0 : registration.active) != null ? _a : null;
  }
  function follow(found) {
    if (found.waiting) void announce(found.waiting);
    found.addEventListener("updatefound", () => {
      const worker = found.installing;
      worker == null ? void 0 : worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && found.active) void announce(worker);
        if (worker.state === "activated") void look();
        if (worker.state === "redundant" && state().kind === "saving") {
          set({ kind: "not-saved", reason: "browser" });
        }
      });
    });
  }
  async function look() {
    const worker = active();
    if (!worker || worker.state !== "activated") {
      if ((registration == null ? void 0 : registration.installing) && state().kind === "checking") set({ kind: "saving" });
      return;
    }
    const status = await statusOf(worker);
    const own = status.parts.find((part) => part.path === ownPart());
    if (status.damaged) return set({ kind: "damaged", status });
    if (!(own == null ? void 0 : own.saved)) return set({ kind: "not-saved", reason: "network", status });
    set({ kind: "saved", status });
    if (status.parts.some(unfinished)) await saveRest(worker);
  }
  function unfinished(part) {
    return !part.saved || part.extras[0] < part.extras[1];
  }
  async function saveRest(worker) {
    const connection = (
      /** @type {{saveData?: boolean} | undefined} */
      /** @type {any} */
      navigator.connection
    );
    if (!navigator.onLine || (connection == null ? void 0 : connection.saveData)) return;
    const status = await ask(worker, { type: "save-rest" }, "status");
    set({ kind: "saved", status });
  }
  function heard(message) {
    const before = state();
    if (message.type === "reload") location.reload();
    else if (message.type === "saved") void look();
    else if (before.kind === "saved" || before.kind === "damaged") return;
    else if (message.type === "progress") {
      set({ kind: "saving", done: message.done, all: message.all });
    } else if (message.type === "failed") set({ kind: "not-saved", reason: message.reason });
  }

  // overrides/src/offline/steps.js
  function steps(state2) {
    var _a, _b;
    const installed = matchMedia("(display-mode: standalone)").matches;
    const saved = state2.kind === "saved";
    const offline2 = saved && !navigator.onLine;
    for (const step of document.querySelectorAll("[data-rb-way-step]")) {
      const name = (
        /** @type {HTMLElement} */
        (_a = step.dataset["rbWayStep"]) != null ? _a : ""
      );
      const own = ((_b = step.closest("[data-rb-way]")) == null ? void 0 : _b.getAttribute("data-rb-way")) === device();
      const seen = name === "see" ? saved : name === "try" ? offline2 : installed;
      const mark = (
        /** @type {HTMLElement | null} */
        step.querySelector(".rb-ways__done")
      );
      if (mark) mark.hidden = !(own && seen);
    }
  }
  function device() {
    if (/android/i.test(navigator.userAgent)) return "android";
    return /iphone|ipad/i.test(navigator.userAgent) ? "iphone" : "computer";
  }

  // overrides/src/offline/panel.js
  var HOPELESS = /* @__PURE__ */ new Set(["insecure", "unsupported", "unsealed"]);
  function panel() {
    const place = document.querySelector("[data-rb-saving]");
    if (!place) return;
    const result = element("p", "rb-saving__result");
    result.setAttribute("role", "status");
    watch((state2) => void show2(place, state2, result));
    watch(parts);
    watch(steps);
  }
  async function show2(place, state2, result) {
    const kept = state2.kind === "saved" ? await keep() : null;
    const line = element("p", `rb-saving__state rb-saved--${state2.kind}`, first(state2));
    const more = [
      state2.kind === "saved" && detail(state2),
      extras(state2),
      expiry(state2),
      state2.reason && say(`reason.${state2.reason}`),
      kept !== null && say(kept ? "page.kept" : "page.not_kept"),
      matchMedia("(display-mode: standalone)").matches && say("page.standalone")
    ];
    const lines = more.filter((words) => typeof words === "string" && words);
    place.replaceChildren(
      line,
      ...lines.map((words) => element("p", "rb-saving__detail", String(words))),
      ...bar(state2),
      ...actions(state2, result),
      result
    );
  }
  function first(state2) {
    return state2.kind === "saved" ? say("page.saved") : headline(state2);
  }
  function extras(state2) {
    var _a, _b;
    const counts = ((_b = (_a = state2.status) == null ? void 0 : _a.parts) != null ? _b : []).map((part) => part.extras);
    const done = counts.reduce((sum, [saved]) => sum + saved, 0);
    const all = counts.reduce((sum, [, count2]) => sum + count2, 0);
    return all ? say("page.extras", { done, all }) : "";
  }
  function bar(state2) {
    var _a;
    if (state2.kind !== "saving" || !state2.all) return [];
    const made = document.createElement("progress");
    made.className = "rb-saving__bar";
    made.max = state2.all;
    made.value = (_a = state2.done) != null ? _a : 0;
    made.setAttribute("aria-label", headline(state2));
    return [made];
  }
  function actions(state2, result) {
    var _a;
    if (state2.kind === "not-saved" && !HOPELESS.has((_a = state2.reason) != null ? _a : "")) {
      return [button("rb-saving__act", say("page.save"), () => void saveAgain())];
    }
    if (state2.kind === "saved") {
      return [button("rb-saving__act", say("page.test"), () => void test("self-test", result))];
    }
    if (state2.kind === "damaged") {
      return [button("rb-saving__act", say("page.repair"), () => void test("repair", result))];
    }
    return [];
  }
  async function test(type, result) {
    const worker = active();
    if (!worker) return;
    const found = await ask(worker, { type }, "test-result", ({ done, all }) => {
      result.textContent = say("page.testing", { done, all });
    });
    const damaged = found.damaged.length;
    result.textContent = damaged ? say("page.damaged", { count: damaged }) : say("page.whole", { count: found.files });
    if (type === "repair" || damaged) await look();
  }
  async function keep() {
    try {
      return await navigator.storage.persisted() || await navigator.storage.persist();
    } catch (e) {
      return null;
    }
  }
  function parts(state2) {
    var _a, _b;
    const list = document.querySelector("[data-rb-saving-parts]");
    const named = ((_b = (_a = state2.status) == null ? void 0 : _a.parts) != null ? _b : []).filter((part) => part.path);
    list == null ? void 0 : list.replaceChildren(
      ...named.map(
        ({ saved, title, files }) => element("li", "", say(saved ? "page.part" : "page.part_not", { title, files }))
      )
    );
  }

  // overrides/src/offline/start.js
  function offline() {
    if (!document.querySelector("[data-rb-words]")) return;
    badges();
    panel();
    requestAnimationFrame(() => setTimeout(() => void saving()));
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
    const button2 = document.createElement("button");
    button2.type = "button";
    button2.className = "rb-table__sort";
    button2.append(...heading.childNodes);
    heading.append(button2);
    button2.addEventListener("click", () => {
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
    addEventListener("storage", () => show3(boxes));
    addEventListener("pageshow", (event) => event.persisted && show3(boxes));
    offerReset(boxes);
    show3(boxes);
  }
  function tick(boxes, step, done) {
    for (const box of boxes.filter((other) => stepOf(other) === step)) {
      box.checked = done;
      remember(nameOf(box), done ? "1" : null);
    }
    count(boxes);
  }
  function show3(boxes) {
    if (mayStore()) for (const box of boxes) box.checked = recall(nameOf(box)) !== null;
    count(boxes);
  }
  function offerReset(boxes) {
    const buttons = (
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("[data-rb-ticks-reset]")
    );
    for (const button2 of buttons) {
      button2.hidden = false;
      button2.addEventListener("click", () => {
        const question = button2.dataset["rbTicksReset"] || button2.textContent || "?";
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
    offline();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
