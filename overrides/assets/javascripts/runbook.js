/* Built from overrides/src/runbook.js by `make schema`: change that file, not this one. */
"use strict";
(() => {
  // overrides/src/current.js
  var AS_DIGIT = (
    /** @type {Record<string, string>} */
    { Z: "2", A: "4", G: "6", T: "7", B: "8", Q: "9" }
  );
  var AS_LETTER = (
    /** @type {Record<string, string>} */
    { 3: "E", 4: "A", 7: "T", U: "V", N: "M" }
  );
  var LENGTH = 8;
  var LENGTH_OF_PAGE = 5;
  function currentCard() {
    const form = document.querySelector("form[data-rb-check]");
    const input = form == null ? void 0 : form.querySelector("input");
    const place = form == null ? void 0 : form.querySelector("[data-rb-check-answer]");
    if (!(form instanceof HTMLFormElement) || !input || !place) return;
    form.hidden = false;
    for (const list of document.querySelectorAll("details[data-rb-codes]")) list.removeAttribute("open");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) answer(place, plain(input.value));
      else input.focus();
    });
    const scanned = () => {
      var _a;
      const code = (_a = /^#code=(.+)$/.exec(location.hash)) == null ? void 0 : _a[1];
      if (!code) return;
      const meant = plain(decoded(code));
      input.value = meant.length === LENGTH ? `${meant.slice(0, 4)}-${meant.slice(4)}` : meant;
      answer(place, meant);
    };
    window.addEventListener("hashchange", scanned);
    scanned();
  }
  function decoded(code) {
    try {
      return decodeURIComponent(code);
    } catch (e) {
      return code;
    }
  }
  function plain(typed) {
    const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
    if (signs.length !== LENGTH) return signs;
    return [...signs].map((sign, at) => {
      var _a;
      return (_a = (at % 2 ? AS_DIGIT : AS_LETTER)[sign]) != null ? _a : sign;
    }).join("");
  }
  function answer(place, code) {
    var _a, _b;
    const found = document.querySelector(`[data-rb-code="${code}"]`);
    const unknown = code.length === LENGTH_OF_PAGE ? "page" : "unknown";
    const state2 = (_a = found == null ? void 0 : found.getAttribute("data-rb-state")) != null ? _a : unknown;
    const template = document.querySelector(`template[data-rb-answer="${state2}"]`);
    if (!(template instanceof HTMLTemplateElement)) return;
    const said = (
      /** @type {DocumentFragment} */
      template.content.cloneNode(true)
    );
    (_b = said.querySelector("[data-rb-told]")) == null ? void 0 : _b.append(...told(found == null ? void 0 : found.closest("[data-rb-sheet]")));
    place.className = `rb-check__answer rb-check__answer--${state2}`;
    place.replaceChildren(said);
    place.scrollIntoView({ block: "nearest" });
  }
  function told(row) {
    var _a;
    const parts2 = (_a = row == null ? void 0 : row.querySelectorAll("[data-rb-name], [data-rb-changes]")) != null ? _a : [];
    return [...parts2].map((part) => (part instanceof HTMLTemplateElement ? part.content : part).cloneNode(true));
  }

  // overrides/src/stored.js
  function siteRoot() {
    return new URL(meta("runbook-root") || ".", location.href).pathname;
  }
  function meta(name) {
    var _a;
    const element3 = document.querySelector(`meta[name="${name}"]`);
    return (_a = element3 == null ? void 0 : element3.getAttribute("content")) != null ? _a : "";
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
    for (const link2 of links) link2.addEventListener("click", () => remember2(link2));
    const keepPlace = () => {
      for (const link2 of links) link2.hash = location.hash;
    };
    addEventListener("hashchange", keepPlace);
    keepPlace();
  }
  function remember2(link2) {
    const edition = meta("runbook-edition");
    const language = link2.dataset["rbLanguage"];
    if (edition && language) rememberLast({ edition, language });
  }

  // overrides/src/offline/state.js
  var current = { kind: "checking" };
  var watching = [];
  function watch(show3) {
    watching.push(show3);
    show3(current);
  }
  function state() {
    return current;
  }
  function set(now) {
    const { next, kept, trouble, rest } = current;
    tell({ next, kept, trouble, rest, ...now });
  }
  function note(more2) {
    tell({ ...current, ...more2 });
  }
  function tell(now) {
    current = now;
    for (const show3 of watching) show3(now);
  }

  // overrides/src/offline/words.js
  var DAY = 864e5;
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
    const days = Math.min(0, Math.round((midnight(new Date(moment)) - midnight(/* @__PURE__ */ new Date())) / DAY));
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    if (days > -60) return words.format(days, "day");
    const months = Math.round(days / 30.44);
    return months > -24 ? words.format(months, "month") : words.format(Math.round(months / 12), "year");
  }
  function midnight(time) {
    return new Date(time).setHours(0, 0, 0, 0);
  }
  function over(last) {
    return Date.parse(last) + DAY < Date.now();
  }
  function day(moment) {
    const style = (
      /** @type {const} */
      { dateStyle: "long", timeZone: "UTC" }
    );
    const language = document.documentElement.lang.replace(/^en$/, "en-GB");
    return new Date(moment).toLocaleDateString(language, style);
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
    place.classList.toggle("rb-saved--late", expiry(state2) !== "");
    const news = state2.next && state2.kind === "saved" ? ` · ${say("page.next")}` : "";
    words.textContent = [headline(state2) + news, expiry(state2)].filter(Boolean).join(". ");
  }
  function headline(state2) {
    var _a;
    if (state2.kind === "saving") {
      return state2.all ? say("page.saving", { done: (_a = state2.done) != null ? _a : 0, all: state2.all }) : title(state2);
    }
    return state2.kind === "saved" ? counted("page.badge", state2) : title(state2);
  }
  function title(state2) {
    var _a, _b;
    switch (state2.kind) {
      case "saving":
        return say("page.saving_now");
      case "saved":
        return say("page.saved");
      case "damaged":
        return say("page.damaged", { count: (_b = (_a = state2.status) == null ? void 0 : _a.damaged) != null ? _b : 0 });
      case "file":
        return say("page.file");
      case "not-saved":
        return say("page.not_saved");
      default:
        return say("page.checking");
    }
  }
  function counted(key, { status }) {
    if (!status) return "";
    const files = status.parts.filter((part) => part.saved).reduce((sum, part) => sum + part.files, 0);
    return say(key, { files, revision: status.revision, age: ago(status.built) });
  }
  function expiry({ status }) {
    return (status == null ? void 0 : status.expires) && over(status.expires) ? say("page.expired", { date: day(status.expires) }) : "";
  }

  // overrides/src/offline/elements.js
  function element(tag, name, words = "") {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = words;
    return made;
  }
  function button(name, words, act2) {
    const made = element("button", name, words);
    made.setAttribute("type", "button");
    made.addEventListener("click", act2);
    return made;
  }

  // overrides/src/offline/installing.js
  var offered;
  function installable(changed2) {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      offered = /** @type {InstallEvent} */
      event;
      changed2();
    });
    addEventListener("appinstalled", () => {
      offered = void 0;
      changed2();
    });
  }
  function installButton() {
    return offered ? [button("rb-act", say("page.install"), () => void (offered == null ? void 0 : offered.prompt()))] : [];
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
    if (!sealed()) return { kind: "not-saved", reason: "unsealed" };
    if (!isSecureContext) return { kind: "not-saved", reason: "insecure" };
    if (!("serviceWorker" in navigator)) return { kind: "not-saved", reason: "unsupported" };
    return null;
  }
  function sealed() {
    return document.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null;
  }

  // overrides/src/offline/registering.js
  var LOGIN = [401, 403, 407, 511];
  var own;
  function registration() {
    return own;
  }
  async function register() {
    const scope = root();
    const script = `${scope}sw.js`;
    own = await existing(scope);
    if (own == null ? void 0 : own.active) return "";
    try {
      own = await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
      return "";
    } catch (e) {
      own = await existing(scope);
      return own ? "" : whyRefused(script);
    }
  }
  async function existing(scope) {
    const found = await navigator.serviceWorker.getRegistration(scope).catch(() => void 0);
    return (found == null ? void 0 : found.scope) === new URL(scope, location.href).href ? found : void 0;
  }
  async function whyRefused(script) {
    var _a;
    try {
      const answer2 = await fetch(script, { cache: "no-store", redirect: "manual", credentials: "omit" });
      if (answer2.type === "opaqueredirect" || LOGIN.includes(answer2.status)) return "not-the-plan";
      if (answer2.status === 404 || answer2.status === 410) return "mixed";
      if (!answer2.ok) return "network";
      const type = (_a = answer2.headers.get("Content-Type")) != null ? _a : "";
      return type.includes("javascript") ? "unsupported" : "not-the-plan";
    } catch (e) {
      return "network";
    }
  }

  // overrides/src/offline/worker.js
  var SILENCE = 2e4;
  function ask(worker, question, answer2, meanwhile = () => {
  }) {
    return new Promise((resolve) => {
      const ports = [];
      let timer2;
      const heard2 = ({ data }) => {
        clearTimeout(timer2);
        if (data.type !== answer2) {
          timer2 = setTimeout(put, SILENCE);
          return meanwhile(data);
        }
        for (const port of ports) port.close();
        resolve(data);
      };
      const put = () => {
        if (worker.state === "redundant") return;
        const { port1, port2 } = new MessageChannel();
        ports.push(port1);
        port1.onmessage = heard2;
        worker.postMessage(question, [port2]);
        timer2 = setTimeout(put, SILENCE);
      };
      put();
    });
  }
  function statusOf(worker) {
    return ask(worker, { type: "status" }, "status");
  }

  // overrides/src/offline/news.js
  var PAUSE = 6e4;
  var ASKED = "asked";
  async function check() {
    var _a;
    if (!navigator.onLine || Date.now() - Number((_a = recall(ASKED)) != null ? _a : 0) < PAUSE) return;
    await askNow().catch(() => void 0);
  }
  async function askNow() {
    var _a;
    remember(ASKED, String(Date.now()));
    try {
      const found = await ((_a = registration()) == null ? void 0 : _a.update());
      return (found == null ? void 0 : found.installing) || (found == null ? void 0 : found.waiting) ? "fetching" : "newest";
    } catch (e) {
      return "unreachable";
    }
  }
  async function announce(worker) {
    var _a;
    const active = (_a = registration()) == null ? void 0 : _a.active;
    const [next, now, { list }] = await Promise.all([
      statusOf(worker),
      active ? statusOf(active) : null,
      ask(worker, { type: "changes" }, "changes")
    ]);
    if (next.sequence === (now == null ? void 0 : now.sequence)) return;
    note({ next: { revision: next.revision, sequence: next.sequence, changes: ordered(list) } });
  }
  function takeOver() {
    var _a, _b;
    (_b = (_a = registration()) == null ? void 0 : _a.waiting) == null ? void 0 : _b.postMessage({ type: "take-over" });
  }
  var FIRST = ["calls", "roles", "scenarios", "contacts", "checklists", "cards", "sites"];
  function ordered(changes) {
    const own2 = changes.filter(({ path }) => path.startsWith(`${ownPart()}/`));
    const here = own2.length ? own2 : changes;
    const single = here.filter(({ path }) => !path.endsWith("/index.html"));
    return (single.length ? single : [...here]).sort(
      ({ path: one }, { path: other }) => rank(one) - rank(other) || (one < other ? -1 : 1)
    );
  }
  function rank(path) {
    var _a;
    const at = FIRST.indexOf((_a = path.split("/").slice(-2)[0]) != null ? _a : "");
    return at < 0 ? FIRST.length : at;
  }

  // overrides/src/offline/rest.js
  var PAUSE2 = 6e5;
  var FAILED = "rest-failed";
  var asking = false;
  async function saveOwn(worker, status) {
    set({ kind: "saving", status, trouble: void 0 });
    const after = (
      /** @type {Status} */
      await ask(worker, { type: "save-rest" }, "status")
    );
    return after.parts.some((part) => part.path === ownPart() && part.saved) ? after : null;
  }
  async function saveRest(worker, status, wanted = false) {
    if (asking || !status.parts.some(unfinished)) return;
    if (!wanted && (!navigator.onLine || frugal() || failedLately())) return;
    asking = true;
    note({ trouble: void 0 });
    const after = (
      /** @type {Status} */
      await ask(worker, { type: "save-rest" }, "status")
    );
    asking = false;
    remember(FAILED, after.parts.some(unfinished) ? String(Date.now()) : null);
    note({ status: after, rest: void 0 });
  }
  function unfinished(part) {
    return !part.saved || part.extras[0] < part.extras[1];
  }
  function frugal() {
    const { connection } = (
      /** @type {{connection?: {saveData?: boolean}}} */
      navigator
    );
    return (connection == null ? void 0 : connection.saveData) === true;
  }
  function failedLately() {
    var _a;
    return Date.now() - Number((_a = recall(FAILED)) != null ? _a : 0) < PAUSE2;
  }

  // overrides/src/offline/retrying.js
  var PASSING = /* @__PURE__ */ new Set(["network", "not-the-plan", "mixed", "changed-bytes", "browser"]);
  var HOPELESS = /* @__PURE__ */ new Set(["insecure", "unsupported", "unsealed"]);
  var FIRST2 = 1e4;
  var LONGEST = 3e5;
  var delay = FIRST2;
  var timer;
  function tryAgain(reason, act2) {
    clearTimeout(timer);
    if (!PASSING.has(reason)) return;
    timer = setTimeout(() => {
      if (!document.hidden) void act2();
    }, delay);
    delay = Math.min(delay * 2, LONGEST);
  }

  // overrides/src/offline/reloading.js
  var LONGEST2 = 5e3;
  function reload() {
    var _a;
    const worker = (_a = registration()) == null ? void 0 : _a.active;
    if ((worker == null ? void 0 : worker.state) !== "activating") return location.reload();
    worker.addEventListener("statechange", () => location.reload(), { once: true });
    setTimeout(() => location.reload(), LONGEST2);
  }

  // overrides/src/offline/saving.js
  var followed = /* @__PURE__ */ new WeakSet();
  var known2 = /* @__PURE__ */ new WeakSet();
  async function saving() {
    const hindrance = whyNot();
    if (hindrance) return set(hindrance);
    navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
    addEventListener("online", () => void goOn());
    document.addEventListener("visibilitychange", () => document.hidden || void goOn());
    await begin();
  }
  async function begin() {
    const refused = await register();
    const found = registration();
    if (refused || !found) return fail(refused || "browser");
    follow(found);
    await look();
    if (found.active) await check();
  }
  async function goOn() {
    const { kind, reason = "" } = state();
    if (kind === "not-saved" && PASSING.has(reason)) await begin();
    else if (kind === "saved") await Promise.all([check(), look()]);
  }
  function follow(found) {
    for (const worker of [found.installing, found.waiting, found.active]) {
      if (worker) followWorker(found, worker);
    }
    if (found.waiting) void announce(found.waiting);
    if (known2.has(found)) return;
    known2.add(found);
    found.addEventListener("updatefound", () => {
      if (found.installing) followWorker(found, found.installing);
    });
  }
  function followWorker(found, worker) {
    if (followed.has(worker)) return;
    followed.add(worker);
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed" && found.active) void announce(worker);
      if (worker.state === "activated") void look();
      if (worker.state === "redundant" && state().kind === "saving" && !found.active) fail("browser");
    });
  }
  async function look() {
    var _a;
    const found = registration();
    const worker = found == null ? void 0 : found.active;
    if (!worker || worker.state !== "activated") {
      if ((found == null ? void 0 : found.installing) && state().kind === "checking") set({ kind: "saving" });
      return;
    }
    const status = await statusOf(worker);
    const own2 = status.parts.find((part) => part.path === ownPart());
    if (status.damaged) return set({ kind: "damaged", status });
    if (own2 == null ? void 0 : own2.saved) {
      set({ kind: "saved", status });
      return saveRest(worker, status);
    }
    const after = await saveOwn(worker, status);
    if (!after) return fail((_a = state().trouble) != null ? _a : "network");
    set({ kind: "saved", status: after });
  }
  function fail(reason) {
    set({ kind: "not-saved", reason });
    tryAgain(reason, begin);
  }
  function heard(message) {
    if (message.type === "reload") reload();
    else if (message.type === "saved") void look();
    else if (message.type === "progress") progressed(message);
    else if (message.type === "failed") failed(message);
  }
  function progressed({ part, done, all }) {
    var _a;
    const { kind, status } = state();
    const saved = (_a = status == null ? void 0 : status.parts.find(({ path }) => path === part)) == null ? void 0 : _a.saved;
    if (kind !== "saved" && kind !== "damaged") {
      if (part === ownPart()) set({ kind: "saving", done, all });
    } else if (saved === false) note({ rest: { part, done, all } });
  }
  function failed({ reason }) {
    var _a;
    note({ trouble: reason, rest: void 0 });
    const { kind } = state();
    if (kind !== "saved" && kind !== "damaged" && !((_a = registration()) == null ? void 0 : _a.active)) fail(reason);
  }

  // overrides/src/offline/actions.js
  function actions(now, result) {
    const { kind, reason = "", next } = now;
    const news = next ? [act("page.show", takeOver, "rb-act--first")] : [];
    if (kind === "not-saved" && !HOPELESS.has(reason)) {
      return [act("page.save", () => void saveAgain(), "rb-act--first"), ...news];
    }
    if (kind === "damaged") {
      return [act("page.repair", () => void test("repair", result), "rb-act--first"), ...news];
    }
    return kind === "saved" && !next ? installButton() : news;
  }
  function moreActions({ kind, status, rest, next }, result) {
    if (kind !== "saved") return [];
    const left = !rest && (status == null ? void 0 : status.parts.some(unfinished));
    return [
      act("page.test", () => void test("self-test", result)),
      ...left ? [act("page.rest", () => void finish())] : [],
      ...next ? [] : [act("page.look", () => void lookForNews(result))]
    ];
  }
  function act(key, does, looks = "") {
    return button(`rb-act ${looks}`.trim(), say(key), does);
  }
  async function saveAgain() {
    set({ kind: "checking", trouble: void 0 });
    await begin();
  }
  async function finish() {
    var _a;
    const worker = (_a = registration()) == null ? void 0 : _a.active;
    const { status } = state();
    if (worker && status) await saveRest(worker, status, true);
  }
  async function lookForNews(result) {
    result.textContent = say("page.looking");
    result.textContent = say(`page.${await askNow()}`);
  }
  async function test(type, result) {
    var _a;
    const worker = (_a = registration()) == null ? void 0 : _a.active;
    if (!worker) return;
    if (type === "repair") note({ trouble: void 0 });
    const found = await ask(worker, { type }, "test-result", ({ done, all }) => {
      result.textContent = say("page.testing", { done, all });
    });
    const whole = found.damaged.length === 0;
    result.textContent = whole ? say("page.whole", { count: found.files }) : "";
    if (type === "repair" || !whole) await look();
  }

  // overrides/src/offline/keeping.js
  var asked = false;
  async function keep() {
    if (asked) return;
    asked = true;
    try {
      const { storage: storage2 } = navigator;
      note({ kept: await storage2.persisted() || await storage2.persist() });
    } catch (e) {
    }
  }

  // overrides/src/offline/parts.js
  function parts({ status, rest }) {
    var _a;
    const list = document.querySelector("[data-rb-saving-parts]");
    const all = (_a = status == null ? void 0 : status.parts) != null ? _a : [];
    const others = all.filter(({ path }) => path.split("/").length === 2 && path !== ownPart());
    list == null ? void 0 : list.replaceChildren(...others.map((part) => element("li", "", line(within(part, all), rest))));
  }
  function line(found, rest) {
    var _a, _b, _c;
    const title2 = (_b = (_a = found[0]) == null ? void 0 : _a.title) != null ? _b : "";
    const files = found.reduce((sum, part) => sum + part.files, 0);
    if (found.every(({ saved }) => saved)) return say("page.part", { title: title2, files });
    if (!found.some(({ path }) => path === (rest == null ? void 0 : rest.part))) return say("page.part_not", { title: title2, files });
    const before = found.filter(({ saved }) => saved).reduce((sum, part) => sum + part.files, 0);
    return say("page.part_now", { title: title2, done: before + ((_c = rest == null ? void 0 : rest.done) != null ? _c : 0), all: files });
  }
  function within(part, all) {
    return [part, ...all.filter(({ path }) => path.startsWith(`${part.path}/`))];
  }

  // overrides/src/offline/update.js
  var NAMED = 4;
  var REST = 4 * 36e5;
  var LATER = "later";
  function updates() {
    if (document.querySelector("[data-rb-saving]")) return;
    const told2 = element("div", "rb-hidden");
    told2.setAttribute("role", "status");
    const box = element("section", "rb-update");
    box.hidden = true;
    const bar = document.querySelector(".rb-bar");
    if (bar) bar.before(told2, box);
    else document.body.append(told2, box);
    let shown = 0;
    watch(({ next }) => {
      var _a, _b;
      if (!next || next.sequence === shown || putOff(next)) return;
      shown = next.sequence;
      fill(box, next);
      told2.textContent = (_b = (_a = box.querySelector("p")) == null ? void 0 : _a.textContent) != null ? _b : "";
    });
  }
  function fill(box, next) {
    const title2 = element("p", "rb-update__title", say("page.update", { revision: next.revision }));
    title2.id = "rb-update-title";
    box.setAttribute("aria-labelledby", title2.id);
    const ways = element("div", "rb-update__ways");
    const later2 = () => {
      remember(LATER, `${next.sequence} ${Date.now()}`);
      box.hidden = true;
    };
    ways.append(
      button("rb-act rb-act--first", say("page.show"), takeOver),
      button("rb-act rb-act--plain", say("page.later"), later2)
    );
    box.replaceChildren(title2, ...changed(next.changes), ways);
    box.onkeydown = ({ key }) => {
      if (key === "Escape") later2();
    };
    box.hidden = false;
  }
  function changed(changes) {
    return changes.length ? [element("p", "rb-update__changes", sentence(changes))] : [];
  }
  function sentence(changes) {
    const names = titles(changes);
    const more2 = names.length - NAMED;
    const named = names.slice(0, NAMED).join("; ");
    const rest = more2 > 0 ? ` ${say("page.more", { count: more2 })}` : "";
    return say("page.changed", { names: named + rest });
  }
  function titles(changes) {
    const named = changes.map(({ title: title2, what }) => {
      return what === "changed" ? title2 : say(`page.${what}`, { title: title2 });
    });
    return [...new Set(named)];
  }
  function putOff(next) {
    var _a;
    const [sequence, at] = ((_a = recall(LATER)) != null ? _a : "").split(" ").map(Number);
    return sequence === next.sequence && Date.now() - (at != null ? at : 0) < REST;
  }

  // overrides/src/offline/panel.js
  function panel() {
    const place = document.querySelector("[data-rb-saving]");
    if (!place) return;
    const first = element("p", "rb-saving__state");
    const result = element("p", "rb-saving__result");
    for (const line2 of [first, result]) line2.setAttribute("role", "status");
    const bar = (
      /** @type {HTMLProgressElement} */
      element("progress", "rb-saving__bar")
    );
    const details = element("div", "rb-saving__details");
    const news = element("div", "rb-saving__news");
    const ways = element("div", "rb-saving__ways");
    place.replaceChildren(first, details, bar, news, ways, result);
    watch((now) => {
      first.className = `rb-saving__state rb-saved--${now.kind}`;
      write(first, title(now));
      write(details, ...lines(now).map((words) => element("p", "rb-saving__detail", words)));
      measure(bar, now);
      write(news, ...whatIsNew(now));
      offer(ways, [...actions(now, result), ...moreActions(now, result)], first);
      if (now.kind === "saved") void keep();
    });
    watch(parts);
    installable(() => offer(ways, [...actions(state(), result), ...moreActions(state(), result)], first));
  }
  function write(place, ...content) {
    const made = element("div", "");
    made.append(...content);
    if (made.textContent !== place.textContent) place.replaceChildren(...made.childNodes);
  }
  function lines(now) {
    const { kind, done, all, reason, trouble, kept } = now;
    const saved = kind === "saved";
    return [
      expiry(now),
      saved ? counted("page.detail", now) : "",
      kind === "saving" && all ? say("page.progress", { done: done != null ? done : 0, all }) : "",
      kind === "not-saved" || kind === "file" ? say(`reason.${reason}`) : "",
      (saved || kind === "damaged") && trouble ? troubled(say(`reason.${trouble}`), trouble === "older") : "",
      extras(now),
      saved && kept !== void 0 ? say(kept ? "page.kept" : "page.not_kept") : "",
      matchMedia("(display-mode: standalone)").matches ? say("page.standalone") : ""
    ].filter(Boolean);
  }
  function troubled(reason, whole) {
    return whole ? reason : say("page.trouble", { reason });
  }
  function extras({ status }) {
    var _a;
    const counts = ((_a = status == null ? void 0 : status.parts) != null ? _a : []).map((part) => part.extras);
    const done = counts.reduce((sum, [saved]) => sum + saved, 0);
    const all = counts.reduce((sum, [, count2]) => sum + count2, 0);
    return all ? say("page.extras", { done, all }) : "";
  }
  function measure(bar, now) {
    var _a;
    bar.hidden = now.kind !== "saving";
    bar.setAttribute("aria-label", title(now));
    if (now.all) {
      bar.max = now.all;
      bar.value = (_a = now.done) != null ? _a : 0;
    } else bar.removeAttribute("value");
  }
  function whatIsNew({ next }) {
    var _a;
    if (!next) return [];
    const head = element("p", "rb-update__title", say("page.update", { revision: next.revision }));
    const all = titles(next.changes);
    const list = element("details", "rb-saving__all");
    list.append(element("summary", "", say("page.all_changes")), element("ul", ""));
    (_a = list.lastElementChild) == null ? void 0 : _a.append(...all.map((words) => element("li", "", words)));
    return [head, ...changed(next.changes), ...all.length > 4 ? [list] : []];
  }
  function offer(place, buttons, otherwise) {
    var _a;
    const words = (all) => [...all].map((one) => one.textContent).join("|");
    if (words(buttons) === words(place.children)) return;
    const had = place.contains(document.activeElement);
    place.replaceChildren(...buttons);
    if (!had) return;
    otherwise.tabIndex = -1;
    ((_a = buttons[0]) != null ? _a : otherwise).focus();
  }

  // overrides/src/offline/steps.js
  var TRIED = "tried";
  function steps() {
    var _a;
    const ways = [...document.querySelectorAll("details[data-rb-way]")];
    const own2 = ways.find((way) => way.getAttribute("data-rb-way") === device());
    if (!own2) return;
    for (const way of ways) way.open = way === own2;
    if (ways[0] !== own2) (_a = ways[0]) == null ? void 0 : _a.before(own2);
    const tick2 = (now) => {
      for (const step of own2.querySelectorAll("[data-rb-way-step]")) mark(step, now);
    };
    watch(tick2);
    addEventListener("appinstalled", () => added(own2));
  }
  function mark(step, { kind }) {
    var _a;
    const sign = (
      /** @type {HTMLElement | null} */
      step.querySelector(".rb-ways__done")
    );
    if (sign) sign.hidden = !seen((_a = step.getAttribute("data-rb-way-step")) != null ? _a : "", kind === "saved");
  }
  function seen(name, saved) {
    const installed = matchMedia("(display-mode: standalone)").matches;
    if (name === "see") return saved;
    if (name === "start") return installed && saved;
    if (name === "try") {
      if (saved && !navigator.onLine) remember(TRIED, "1");
      return saved && recall(TRIED) === "1";
    }
    return installed || name.endsWith("_open") && rightBrowser();
  }
  function added(way) {
    for (const sign of way.querySelectorAll('[data-rb-way-step$="_add"] .rb-ways__done')) {
      sign.hidden = false;
    }
  }
  function device() {
    const { userAgent, maxTouchPoints } = navigator;
    if (/android/i.test(userAgent)) return "android";
    const tablet = /macintosh/i.test(userAgent) && maxTouchPoints > 1;
    return tablet || /iphone|ipad/i.test(userAgent) ? "iphone" : "computer";
  }
  function rightBrowser() {
    const agent = navigator.userAgent;
    if (device() === "iphone") return /safari/i.test(agent) && !/crios|fxios|edgios|gsa\//i.test(agent);
    return device() === "computer" || /chrome/i.test(agent) && !/edga|samsung|opr\//i.test(agent);
  }

  // overrides/src/offline/start.js
  var LONGEST3 = 1e3;
  function offline() {
    if (!document.querySelector("[data-rb-words]")) return;
    panel();
    steps();
    whenIdle(() => {
      badges();
      updates();
      void saving();
    });
  }
  function whenIdle(act2) {
    requestAnimationFrame(() => {
      if ("requestIdleCallback" in window) requestIdleCallback(act2, { timeout: LONGEST3 });
      else setTimeout(act2);
    });
  }

  // overrides/src/open-search.js
  function openSearch() {
    const links = (
      /** @type {NodeListOf<HTMLElement>} */
      document.querySelectorAll("a[data-rb-search]")
    );
    for (const link2 of links) link2.addEventListener("click", open);
    nameDialog();
  }
  function nameDialog() {
    const dialog = document.querySelector(".md-search[role=dialog]");
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

  // overrides/src/palette.js
  var COLOURS = ["scheme", "primary", "accent"];
  var DEVICE = "(prefers-color-scheme)";
  var options = () => [...document.querySelectorAll("[data-md-component=palette] input")].filter(
    (option) => option instanceof HTMLInputElement
  );
  function palette() {
    var _a, _b, _c;
    const all = options();
    const kept = (_b = (_a = storage()).__md_get) == null ? void 0 : _b.call(_a, "__palette");
    const index = (_c = kept == null ? void 0 : kept.index) != null ? _c : all.findIndex(fits);
    const now = all[Math.max(0, Math.min(index, all.length - 1))];
    if (!now) return;
    for (const option of all) showLabel(option, option === now);
    if (!kept) dress(now, now.dataset.mdColorMedia === DEVICE ? ofDevice(all) : now, index);
  }
  function takeUp(changed2) {
    if (changed2 instanceof HTMLInputElement && changed2.name === "__palette") {
      changed2.dispatchEvent(new Event("change"));
    }
  }
  var storage = () => (
    /** @type {Storage} */
    /** @type {unknown} */
    window
  );
  var fits = (option) => {
    var _a;
    return matchMedia((_a = option.dataset.mdColorMedia) != null ? _a : "all").matches;
  };
  var ofDevice = (all) => all.find((option) => option.dataset.mdColorMedia !== DEVICE && fits(option));
  function showLabel(option, shown) {
    const label = option.nextElementSibling;
    if (label instanceof HTMLElement) label.hidden = !shown;
  }
  function dress(chosen, meant, index) {
    var _a, _b;
    if (!meant) return;
    const color = { media: chosen.getAttribute("data-md-color-media") };
    for (const name of COLOURS) color[name] = meant.getAttribute(`data-md-color-${name}`);
    for (const [name, value] of Object.entries(color)) {
      if (value !== null) document.body.setAttribute(`data-md-color-${name}`, value);
    }
    (_b = (_a = storage()).__md_set) == null ? void 0 : _b.call(_a, "__palette", { index: Math.max(0, index), color });
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

  // overrides/src/search-box/keys.js
  var STEPS = ":not(details) > [href], summary, details[open] [href]";
  var OPENING = ["f", "s", "/"];
  function listKeys(parts2, open2) {
    addEventListener("keydown", (event) => {
      if (event.metaKey || event.ctrlKey || event.isComposing) return;
      const done = parts2.toggle.checked ? inSearch(parts2, open2, event) : elsewhere(parts2.box, event);
      if (!done) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
  function inSearch({ box, list }, open2, { key }) {
    var _a, _b;
    const at = document.activeElement;
    if (key === "Escape" || key === "Tab") {
      open2(false);
      box.blur();
      return false;
    }
    if (key === "Enter") {
      if (at !== box) return false;
      (_a = list.querySelector("[href]")) == null ? void 0 : _a.click();
      return true;
    }
    if (key === "ArrowUp" || key === "ArrowDown") {
      const steps2 = (
        /** @type {HTMLElement[]} */
        [box, ...list.querySelectorAll(STEPS)]
      );
      const from = Math.max(0, steps2.indexOf(
        /** @type {HTMLElement} */
        at
      ));
      (_b = steps2[(from + (key === "ArrowUp" ? steps2.length - 1 : 1)) % steps2.length]) == null ? void 0 : _b.focus();
      return true;
    }
    if (at !== box && key.length === 1) box.focus();
    return false;
  }
  function elsewhere(box, { key, target, altKey }) {
    const writing = target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
    if (writing || altKey || !OPENING.includes(key)) return false;
    box.focus();
    box.select();
    return true;
  }

  // overrides/src/search-box/line.js
  var SETUP = 0;
  var READY = 1;
  var QUERY = 2;
  var RESULT = 3;
  var MORE = 4;
  function lineTo(script, base, hears) {
    let worker;
    const asked2 = { words: "", ready: false, pending: false };
    const ask2 = () => {
      if (!worker) return;
      asked2.pending = true;
      worker.postMessage({ type: QUERY, data: asked2.words });
    };
    const heard2 = ({ data: { type, data } }) => {
      if (type === READY) {
        asked2.ready = true;
        hears.ready();
      } else if (type === RESULT) {
        asked2.pending = false;
        if (data.query === asked2.words) hears.answer(data.items, data.count);
        else ask2();
      } else if (type === MORE && data.query === asked2.words) hears.more(data.items);
    };
    let started = false;
    const begin2 = (docs) => {
      worker = new Worker(script);
      worker.addEventListener("message", heard2);
      worker.postMessage({ type: SETUP, data: { docs, inTwo: true } });
    };
    const start2 = () => {
      if (started) return;
      started = true;
      if (location.protocol === "file:") void fromFiles(script, base).then(begin2);
      else begin2([]);
    };
    return {
      start: start2,
      query(words) {
        start2();
        asked2.words = words;
        if (!asked2.ready || !asked2.pending) ask2();
      }
    };
  }
  async function fromFiles(script, base) {
    var _a;
    const texts = new URL("search/search_index.js", base.href.replace(/\/?$/, "/"));
    await Promise.all([load(new URL("file-worker.js", script)), load(texts)]);
    const { __index: index } = (
      /** @type {{ __index?: { docs: unknown[] } }} */
      /** @type {unknown} */
      window
    );
    return (_a = index == null ? void 0 : index.docs) != null ? _a : [];
  }
  function load(url) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = url.href;
      script.addEventListener("load", resolve);
      document.head.append(script);
    });
  }

  // overrides/src/search/marked.js
  var ENTITIES = (
    /** @type {Record<string, string>} */
    {
      "&amp;": "&",
      "&lt;": "<",
      "&gt;": ">",
      "&quot;": '"',
      "&#39;": "'"
    }
  );
  function marked(html) {
    return html.split(/<\/?mark>/).map((part, at) => {
      const text = part.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => {
        var _a;
        return (_a = ENTITIES[one]) != null ? _a : one;
      });
      return at % 2 === 0 ? text : Object.assign(document.createElement("mark"), { textContent: text });
    });
  }

  // overrides/src/search-box/shown.js
  var FIRST3 = 6;
  var AT_ONCE = 4;
  function shower({ meta: meta2, list }, config) {
    let left = [];
    let waiting = false;
    const append = (count2) => {
      list.append(...left.splice(0, count2).map((items) => page(items, config)));
      if (left.length === 0 || waiting) return;
      waiting = true;
      later(() => {
        waiting = false;
        append(AT_ONCE);
      });
    };
    const more2 = (pages) => {
      left.push(...pages);
      append(0);
    };
    const show3 = (pages, count2, query) => {
      write2(meta2, counted2(config.translations, count2, query.trim() !== ""));
      list.replaceChildren();
      left = [...pages];
      append(FIRST3);
    };
    return { show: show3, more: more2 };
  }
  function later(act2) {
    if ("requestIdleCallback" in window) requestIdleCallback(act2, { timeout: 2e3 });
    else setTimeout(act2, 100);
  }
  function write2(place, words) {
    if (place.textContent !== words) place.textContent = words;
  }
  function counted2(words, count2, asked2) {
    var _a, _b, _c;
    if (count2 === 0) return (_a = words[asked2 ? "search.result.none" : "search.result.placeholder"]) != null ? _a : "";
    if (count2 === 1) return (_b = words["search.result.one"]) != null ? _b : "";
    return ((_c = words["search.result.other"]) != null ? _c : "#").replace("#", String(count2));
  }
  function page(items, config) {
    var _a, _b;
    const made = element2("li", "md-search-result__item");
    const own2 = items.findIndex(({ location: location2 }) => !location2.includes("#"));
    const sections = items.filter((_, at) => at !== own2);
    const best = (_b = (_a = items[0]) == null ? void 0 : _a.score) != null ? _b : 0;
    const near = sections.filter(({ score }) => score >= best);
    const far = sections.slice(near.length);
    const alone = own2 === 0 && near.length === 0;
    const head = items[own2];
    if (head) made.append(link(head, true, alone, config));
    made.append(...near.map((item) => link(item, false, true, config)));
    if (far.length) made.append(more(far, config));
    return made;
  }
  function more(items, config) {
    var _a;
    const made = element2("details", "md-search-result__more");
    const summary = element2("summary", "");
    summary.tabIndex = -1;
    const key = `search.result.more.${items.length === 1 ? "one" : "other"}`;
    const words = element2("div", "");
    words.textContent = ((_a = config.translations[key]) != null ? _a : "#").replace("#", String(items.length));
    summary.append(words);
    made.append(summary, ...items.map((item) => link(item, false, true, config)));
    return made;
  }
  function link({ location: path, title: title2, text, score, terms }, isPage, withText, config) {
    const made = (
      /** @type {HTMLAnchorElement} */
      element2("a", "md-search-result__link")
    );
    const url = new URL(path, new URL(config.base.replace(/\/?$/, "/"), location.href));
    if (config.features.includes("search.highlight")) url.searchParams.set("h", Object.keys(terms).join(" "));
    made.href = url.href;
    made.tabIndex = -1;
    const article = element2("article", "md-search-result__article md-typeset");
    article.dataset["mdScore"] = score.toFixed(2);
    if (isPage) article.append(element2("div", "md-search-result__icon md-icon"));
    const heading = element2(isPage ? "h1" : "h2", "");
    heading.append(...marked(title2));
    article.append(heading, ...withText ? marked(text) : []);
    made.append(article);
    return made;
  }
  function element2(tag, name) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    return made;
  }

  // overrides/src/search-box/still.js
  var COVERS = "(max-width: 59.984375em)";
  var STILL = "data-md-scrolllock";
  var read2;
  function still(wanted) {
    const { body } = document;
    if (wanted && read2 === void 0 && matchMedia(COVERS).matches) {
      read2 = scrollY;
      body.style.top = `${-read2}px`;
      body.setAttribute(STILL, "");
    } else if (!wanted && read2 !== void 0) {
      const back = read2;
      read2 = void 0;
      body.removeAttribute(STILL);
      body.style.top = "";
      scrollTo({ top: back, behavior: "instant" });
    }
  }

  // overrides/src/search-box/box.js
  var THEMES_OWN = ["search.suggest", "search.share"];
  var SEARCH = ".md-search, [for=__search], #__search, [data-rb-search]";
  function searchBox() {
    const config = configOf();
    const parts2 = partsOf();
    if (!config || !parts2 || !config.search.endsWith("/search-worker.js")) return false;
    if (THEMES_OWN.some((name) => config.features.includes(name))) return false;
    parts2.dialog.removeAttribute("data-md-component");
    wire(parts2, config);
    return true;
  }
  function configOf() {
    var _a, _b;
    return JSON.parse((_b = (_a = document.getElementById("__config")) == null ? void 0 : _a.textContent) != null ? _b : "null");
  }
  function partsOf() {
    const dialog = (
      /** @type {HTMLElement | null} */
      document.querySelector("[data-md-component=search]")
    );
    const box = dialog == null ? void 0 : dialog.querySelector("input");
    const meta2 = (
      /** @type {HTMLElement | null | undefined} */
      dialog == null ? void 0 : dialog.querySelector(".md-search-result__meta")
    );
    const list = (
      /** @type {HTMLElement | null | undefined} */
      dialog == null ? void 0 : dialog.querySelector(".md-search-result__list")
    );
    const toggle = document.getElementById("__search");
    if (!dialog || !box || !meta2 || !list || !(toggle instanceof HTMLInputElement)) return null;
    return { dialog, box, meta: meta2, list, toggle };
  }
  function wire(parts2, config) {
    var _a, _b;
    const { box, toggle, list, dialog } = parts2;
    const { show: show3, more: more2 } = shower(parts2, config);
    const line2 = lineTo(new URL(config.search, location.href), new URL(config.base, location.href), {
      ready: () => line2.query(box.value),
      answer: (pages, count2) => show3(pages, count2, box.value),
      more: more2
    });
    const open2 = (wanted) => {
      if (toggle.checked !== wanted) toggle.click();
    };
    for (const type of ["pointerdown", "focusin"]) {
      document.addEventListener(type, ({ target }) => {
        if (target instanceof Element && target.closest(SEARCH)) line2.start();
      }, { capture: true, passive: true });
    }
    const turned = () => {
      still(toggle.checked);
      list.setAttribute("role", toggle.checked ? "list" : "presentation");
      if (!toggle.checked) return;
      line2.start();
      box.focus();
    };
    toggle.addEventListener("change", turned);
    box.addEventListener("focus", () => open2(true));
    box.addEventListener("input", () => line2.query(box.value));
    (_a = box.form) == null ? void 0 : _a.addEventListener("submit", (event) => event.preventDefault());
    (_b = box.form) == null ? void 0 : _b.addEventListener("reset", () => {
      box.focus();
      setTimeout(() => line2.query(""));
    });
    dialog.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) open2(false);
    });
    if (toggle.checked) turned();
    listKeys(parts2, open2);
    openAsAsked(box, open2);
  }
  function openAsAsked(box, open2) {
    const asked2 = new URL(location.href).searchParams.get("q");
    if (asked2 === null) return;
    box.value = asked2;
    open2(true);
  }

  // overrides/src/theme-script.js
  var NEEDS_IT = ".tabbed-set, pre, #rb-article table:not([class])";
  var TOUCHED = ".md-header, .md-search, .md-toggle, [data-rb-search]";
  function themeScript() {
    const waiting = document.querySelector("script[nomodule]");
    if (!(waiting instanceof HTMLScriptElement)) return;
    document.documentElement.classList.replace("no-js", "js");
    const ours = searchBox();
    const wide = matchMedia("(min-width: 60em)");
    const asked2 = (ours ? /[?&]h=/ : /[?&][hq]=/).test(location.search);
    if (wide.matches || asked2 || document.querySelector(NEEDS_IT)) {
      load2(waiting);
      return;
    }
    loadWhenTouched(waiting, wide, ours);
  }
  function loadWhenTouched(waiting, wide, searchIsOurs) {
    var _a;
    const stop = new AbortController();
    const there = new AbortController();
    let changed2 = null;
    const options2 = { signal: stop.signal, capture: true };
    const go = () => {
      if (stop.signal.aborted) return;
      stop.abort();
      load2(waiting).addEventListener("load", () => {
        there.abort();
        takeUp(changed2);
      });
    };
    const touched = ({ target }) => {
      if (!(target instanceof Element) || searchIsOurs && target.closest(SEARCH)) return;
      if (target.closest(TOUCHED)) go();
    };
    const pressed = ({ target }) => {
      const searching = target instanceof Element && target.closest(SEARCH);
      if (!searchIsOurs || !searching) go();
    };
    for (const type of ["pointerdown", "focusin"]) document.addEventListener(type, touched, options2);
    document.addEventListener("change", (event) => {
      changed2 = event.target;
      focusBox(changed2);
      touched(event);
    }, { signal: there.signal, capture: true });
    document.addEventListener("keydown", pressed, options2);
    (_a = wide.addEventListener) == null ? void 0 : _a.call(wide, "change", go, options2);
  }
  function focusBox(toggle) {
    if (!(toggle instanceof HTMLInputElement) || toggle.id !== "__search" || !toggle.checked) return;
    const box = document.querySelector("input[data-md-component=search-query]");
    if (box instanceof HTMLInputElement) box.focus();
  }
  function load2({ src }) {
    const script = document.createElement("script");
    script.src = src;
    document.body.append(script);
    return script;
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
    addEventListener("storage", () => show2(boxes));
    addEventListener("pageshow", (event) => event.persisted && show2(boxes));
    offerReset(boxes);
    show2(boxes);
  }
  function tick(boxes, step, done) {
    for (const box of boxes.filter((other) => stepOf(other) === step)) {
      box.checked = done;
      remember(nameOf(box), done ? "1" : null);
    }
    count(boxes);
  }
  function show2(boxes) {
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
    const own2 = boxes.filter((box) => !box.closest("details"));
    const all = new Set(own2.map(stepOf));
    const done = new Set(own2.filter((box) => box.checked).map(stepOf));
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
  function atOnce() {
    palette();
    openSearch();
    themeScript();
  }
  function start() {
    inTurn([ticks, currentCard, languageSwitch, tableSort, printDetails, rememberEdition, offline]);
  }
  function inTurn([first, ...others]) {
    if (!first) return;
    const next = new MessageChannel();
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
})();
