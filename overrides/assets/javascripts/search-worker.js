/* Built from overrides/src/search-worker.js by `make schema`: change that file, not this one. */
"use strict";
(() => {
  // overrides/src/search/distance.js
  function letterSet(word) {
    let set = 0;
    for (let index = 0; index < word.length; index += 1) set |= 1 << (word.charCodeAt(index) & 31);
    return set;
  }
  function prefixWithin(word, known, allowed) {
    var _a;
    if (allowed < 0 || known.length < word.length - allowed) return null;
    let older = [];
    let old = Array.from({ length: word.length + 1 }, (_, index) => index);
    let errors = allowed + 1;
    let length = 0;
    const end = Math.min(known.length, word.length + allowed);
    for (let column = 1; column <= end; column += 1) {
      const row = nextRow(word, known, column, old, older);
      const total = (_a = row[word.length]) != null ? _a : Infinity;
      if (total < errors || total === errors && column === word.length) {
        errors = total;
        length = column;
      }
      if (Math.min(...row) > allowed) break;
      older = old;
      old = row;
    }
    return errors <= allowed ? { stretch: known.slice(0, length), errors } : null;
  }
  function nextRow(word, known, column, old, older) {
    const letter = known[column - 1];
    const row = [column];
    for (let index = 1; index <= word.length; index += 1) {
      const same = word[index - 1] === letter ? 0 : 1;
      let least = Math.min(at(row, index - 1) + 1, at(old, index) + 1, at(old, index - 1) + same);
      const swapped = word[index - 2] === letter && word[index - 1] === known[column - 2];
      if (index > 1 && column > 1 && swapped) least = Math.min(least, at(older, index - 2) + 1);
      row.push(least);
    }
    return row;
  }
  function at(row, index) {
    var _a;
    return (_a = row[index]) != null ? _a : Infinity;
  }

  // overrides/src/search/compounds.js
  var SHORTEST = 3;
  var ONE_ERROR = 4;
  var LINKS = ["", "s", "n", "en", "e", "es", "er"];
  function compounds(word, vocabulary2) {
    const cuts = [];
    for (let cut2 = SHORTEST; cut2 <= word.length - SHORTEST; cut2 += 1) {
      const first = unlinked(word.slice(0, cut2), vocabulary2);
      cuts.push({ typed: word.slice(0, cut2), first, rest: word.slice(cut2) });
    }
    const right = cuts.flatMap(({ first, rest }) => first && begins(rest, vocabulary2) ? [[first, rest]] : []);
    if (right.length > 0) return right;
    return cuts.flatMap(({ typed, first, rest }) => {
      const near = first ? meant(rest, vocabulary2, false).map((last) => [first, last]) : [];
      if (first || !vocabulary2.has(rest)) return near;
      return meant(typed, vocabulary2, true).map((start) => [start, rest]);
    });
  }
  function unlinked(part, vocabulary2) {
    const stems = LINKS.filter((link) => part.endsWith(link)).map((link) => part.slice(0, part.length - link.length));
    return stems.find((stem) => stem.length >= SHORTEST && vocabulary2.has(stem));
  }
  function begins(part, vocabulary2) {
    if (vocabulary2.has(part)) return true;
    for (const known of vocabulary2.keys()) if (known.startsWith(part)) return true;
    return false;
  }
  function meant(part, vocabulary2, whole) {
    if (part.length < ONE_ERROR) return [];
    const wanted = letterSet(part);
    const near = /* @__PURE__ */ new Set();
    for (const [known, letters] of vocabulary2) {
      const missing = wanted & ~letters;
      if ((missing & missing - 1) !== 0) continue;
      const hit = prefixWithin(part, known, 1);
      if (hit && (!whole || hit.stretch === known)) near.add(hit.stretch);
    }
    return [...near];
  }

  // overrides/src/search/fold.js
  var MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
  var LETTERS = (
    /** @type {Record<string, string>} */
    {
      ß: "ss",
      æ: "ae",
      œ: "oe",
      ø: "o",
      đ: "d",
      ð: "d",
      þ: "th",
      ł: "l",
      ı: "i",
      ħ: "h",
      ى: "ي",
      ة: "ه",
      ک: "ك",
      ی: "ي"
    }
  );
  var SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  var EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
  var PLAIN = /^[\x20-\x7e\n]*$/;
  var GAPS = /[^\p{L}\p{N}\p{M}]+/gu;
  var WORD = /[\p{L}\p{N}\p{M}\u0640]+/gu;
  var SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  function fold(text) {
    return foldLetters(text).replace(GAPS, " ").trim();
  }
  function foldLetters(text) {
    const lower = text.toLowerCase();
    if (PLAIN.test(lower)) return lower;
    const plain = lower.normalize("NFKD").replace(MARKS, "").normalize("NFC");
    return asciiDigits(plain).replace(SPECIAL, (letter) => {
      var _a;
      return (_a = LETTERS[letter]) != null ? _a : letter;
    });
  }
  function asciiDigits(text) {
    return text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
  }
  function soughtInside(word) {
    return word.length >= 3 || SPACELESS.test(word);
  }

  // overrides/src/search/numbers.js
  var RUN = /\+?\(?\d(?:[\s().\/\-\u2010-\u2013]{0,3}\d)*/g;
  var SHORTEST2 = 4;
  var SHORTEST_LOCAL = 6;
  function digitsIn(text) {
    return numberRuns(text).map((run) => run.digits).join(" ");
  }
  function numberRuns(text) {
    const runs = [];
    for (const match of asciiDigits(text).matchAll(RUN)) {
      const digits = match[0].replace("(0)", "").replace(/\D/g, "");
      if (digits.length < SHORTEST2) continue;
      runs.push({ start: match.index, end: match.index + match[0].length, digits, written: match[0] });
    }
    return runs;
  }
  function numberNeedles(written) {
    const digits = written.replace("(0)", "").replace(/\D/g, "");
    const bare = digits.replace(/^0+(?=\d{3})/, "");
    if (!written.startsWith("+") && !digits.startsWith("00")) return [bare];
    const local = [1, 2, 3].map((length) => bare.slice(length));
    return [bare, ...local.filter((rest) => rest.length >= SHORTEST_LOCAL)];
  }

  // overrides/src/search/entries.js
  var BETWEEN = " | ";
  function entry(doc) {
    var _a, _b;
    const keywords = [...(_a = doc.keywords) != null ? _a : [], ...(_b = doc.tags) != null ? _b : []];
    let digits;
    return {
      doc,
      section: doc.location.includes("#"),
      title: spaced(fold(doc.title)),
      keywords: spaced(keywords.map(fold).join(BETWEEN)),
      text: spaced(fold(doc.text)),
      // Why only when asked for: most queries hold no number, and it takes as long as all the rest.
      get digits() {
        return digits != null ? digits : digits = digitsIn([doc.title, ...keywords, doc.text].join(" | "));
      }
    };
  }
  function pages(docs) {
    var _a;
    const found = /* @__PURE__ */ new Map();
    for (const doc of docs) {
      const address = (_a = doc.location.split("#", 1)[0]) != null ? _a : "";
      const page = found.get(address);
      if (!page) found.set(address, { doc: ownPage(doc, address), entries: [entry(doc)] });
      else if (doc.location.includes("#")) page.entries.push(entry(doc));
      else found.set(address, { doc, entries: [entry(doc), ...page.entries] });
    }
    return [...found.values()];
  }
  function ownPage(doc, address) {
    return doc.location === address ? doc : { location: address, title: doc.title, text: "" };
  }
  function vocabulary(all) {
    const words2 = /* @__PURE__ */ new Set();
    for (const { entries } of all) {
      for (const { title, keywords, text } of entries) {
        for (const word of `${title}${keywords}${text}`.split(" ")) words2.add(word);
      }
    }
    words2.delete("");
    words2.delete("|");
    return new Map([...words2].map((word) => [word, letterSet(word)]));
  }
  function spaced(text) {
    return ` ${text} `;
  }

  // overrides/src/search/forgive.js
  var ONE_ERROR2 = 4;
  var TWO_ERRORS = 8;
  var INSIDE = 6;
  var MOST_NEEDLES = 8;
  function nearest(word, vocabulary2) {
    var _a;
    if (/\d/.test(word)) return [];
    let allowed = word.length >= TWO_ERRORS ? 2 : word.length >= ONE_ERROR2 ? 1 : 0;
    if (allowed === 0) return [];
    const near = new Map(compounds(word, vocabulary2).map((words2) => [words2.join(" "), 1]));
    const wanted = letterSet(word);
    for (const [known, letters] of vocabulary2) {
      if (bits(wanted & ~letters) > allowed) continue;
      const hit = nearStretch(word, known, allowed);
      if (!hit) continue;
      allowed = Math.min(allowed, Math.max(hit.errors, 1));
      near.set(hit.stretch, Math.min(hit.errors, (_a = near.get(hit.stretch)) != null ? _a : hit.errors));
    }
    return [...near].filter(([, errors]) => errors <= allowed).sort(([a, x], [b, y]) => x - y || firstDiffers(a, word) - firstDiffers(b, word)).slice(0, MOST_NEEDLES).map(([stretch]) => stretch);
  }
  function bits(set) {
    let count = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
    return count;
  }
  function nearStretch(word, known, allowed) {
    let best = prefixWithin(word, known, allowed);
    if (word.length < INSIDE) return best;
    const first = word.charAt(0);
    for (let at3 = known.indexOf(first, 1); at3 > 0; at3 = known.indexOf(first, at3 + 1)) {
      const hit = prefixWithin(word, known.slice(at3), best ? best.errors - 1 : allowed);
      if (hit) best = hit;
    }
    return best;
  }
  function firstDiffers(a, b) {
    return a.charAt(0) === b.charAt(0) ? 0 : 1;
  }

  // overrides/src/search/query.js
  var LONGEST = 200;
  function readings(query) {
    const typed = query.slice(0, LONGEST);
    const numbers = numberRuns(typed);
    const plain = words(typed);
    if (numbers.length === 0) return [plain];
    let rest = typed;
    for (const { start, end } of numbers) {
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    }
    return [[...words(rest), ...numbers.map(({ written }) => number(written))], plain];
  }
  function term(label, sought) {
    const parts = sought.flatMap((words2) => words2.split(" "));
    return { label, needles: sought.map(needle), parts: parts.map(needle), digits: [] };
  }
  function needle(word) {
    return { word, start: ` ${word}`, whole: ` ${word} `, inside: soughtInside(word) };
  }
  function wordHolds(word, sought) {
    return sought.inside ? word.includes(sought.word) : word.startsWith(sought.word);
  }
  function words(typed) {
    const found = new Set(fold(typed).split(" "));
    found.delete("");
    return [...found].map((word) => term(word, [word]));
  }
  function number(written) {
    return { ...term(written, [fold(written)]), digits: numberNeedles(written) };
  }

  // overrides/src/search/spans.js
  var AROUND = 300;
  function spans(text, terms) {
    const needles = terms.flatMap((term2) => term2.parts);
    const found = numberSpans(text, terms);
    for (const match of text.matchAll(WORD)) {
      const word = foldLetters(match[0]);
      if (!needles.some((one) => wordHolds(word, one))) continue;
      found.push({ start: match.index, end: match.index + match[0].length });
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  function firstSpan(text, folded, terms) {
    const number2 = numberSpans(text, terms)[0];
    if (number2) return number2;
    const place = firstPlace(folded, terms);
    if (place < 0) return void 0;
    const likely = Math.round(place / folded.length * text.length);
    const from = likely <= AROUND ? 0 : text.indexOf(" ", likely - AROUND) + 1;
    const near = spans(text.slice(from, likely + AROUND), terms)[0];
    if (near) return { start: near.start + from, end: near.end + from };
    return spans(text, terms)[0];
  }
  function firstPlace(folded, terms) {
    for (const one of terms.flatMap((term2) => term2.needles)) {
      const start = folded.indexOf(one.start);
      if (start >= 0) return start;
      const inside = one.inside ? folded.indexOf(one.word) : -1;
      if (inside >= 0) return inside;
    }
    return -1;
  }
  function numberSpans(text, terms) {
    const wanted = terms.flatMap((term2) => term2.digits);
    if (wanted.length === 0) return [];
    const hit = (digits) => wanted.some((part) => digits.includes(part));
    return numberRuns(text).filter(({ digits }) => hit(digits)).map(({ start, end }) => ({ start, end }));
  }

  // overrides/src/search/score.js
  var TITLE = { whole: 100, start: 95, inside: 85 };
  var KEYWORD = { whole: 75, start: 70, inside: 65 };
  var HEADING = { whole: 55, start: 50, inside: 45 };
  var TEXT = { whole: 30, start: 25, inside: 15 };
  var SECTION_TEXT = { whole: 29, start: 24, inside: 14 };
  var NUMBER = 60;
  var TITLE_IS_QUERY = 1e3;
  var TITLE_STARTS_WITH_QUERY = 500;
  var KEYWORD_IS_QUERY = 5;
  var HEADING_IS_QUERY = 5;
  function termScore(entry2, term2) {
    let best = nameScore(entry2, term2);
    const weights = entry2.section ? SECTION_TEXT : TEXT;
    for (const needle2 of term2.needles) {
      if (best < weights.whole) best = Math.max(best, fieldScore(entry2.text, needle2, weights));
    }
    if (term2.digits.some((digits) => entry2.digits.includes(digits))) best = Math.max(best, NUMBER);
    return best;
  }
  function nameScore(entry2, term2) {
    let best = 0;
    for (const needle2 of term2.needles) {
      const title = fieldScore(entry2.title, needle2, entry2.section ? HEADING : TITLE);
      best = Math.max(best, title, fieldScore(entry2.keywords, needle2, KEYWORD));
    }
    return best;
  }
  function phraseScore(entry2, phrase) {
    const whole = ` ${phrase} `;
    if (entry2.section) return entry2.title === whole ? HEADING_IS_QUERY : 0;
    if (entry2.title === whole) return TITLE_IS_QUERY;
    if (entry2.title.startsWith(` ${phrase}`)) return TITLE_STARTS_WITH_QUERY;
    return ` |${entry2.keywords}| `.includes(`|${whole}|`) ? KEYWORD_IS_QUERY : 0;
  }
  function fieldHolds(field, needle2) {
    return fieldScore(field, needle2, TEXT) > 0;
  }
  function fieldScore(field, needle2, weights) {
    if (!field.includes(needle2.inside ? needle2.word : needle2.start)) return 0;
    if (field.includes(needle2.whole)) return weights.whole;
    return field.includes(needle2.start) ? weights.start : weights.inside;
  }

  // overrides/src/search/teaser.js
  var BEFORE = 60;
  var AFTER = 160;
  var ECHOED = 6;
  var ENTITIES = (
    /** @type {Record<string, string>} */
    {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;"
    }
  );
  function teaser(entry2, terms) {
    const { doc } = entry2;
    const synonym = decidingKeyword(entry2, terms);
    const text = marked(withoutEchoes(cut(entry2, terms)), terms);
    const shown2 = {
      title: marked(doc.title, terms),
      text: synonym ? `${marked(synonym, terms)} · ${text}` : text
    };
    return doc.tags ? { ...shown2, tags: doc.tags.map((tag) => marked(tag, terms)) } : shown2;
  }
  function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (letter) => {
      var _a;
      return (_a = ENTITIES[letter]) != null ? _a : letter;
    });
  }
  function decidingKeyword({ doc, title, text }, terms) {
    var _a;
    const untold = terms.filter(({ needles }) => !needles.some(
      (needle2) => fieldHolds(title, needle2) || fieldHolds(text, needle2)
    ));
    if (untold.length === 0) return void 0;
    return (_a = doc.keywords) == null ? void 0 : _a.find((keyword) => spans(keyword, untold).length > 0);
  }
  function cut({ doc: { text }, text: folded }, terms) {
    var _a, _b;
    const hit = (_b = (_a = firstSpan(text, folded, terms)) == null ? void 0 : _a.start) != null ? _b : 0;
    let start = Math.max(0, hit - BEFORE);
    if (start > 0) start = Math.min(text.indexOf(" ", start) + 1 || start, hit);
    let end = Math.min(text.length, hit + AFTER);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), hit + BEFORE);
    return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  }
  function withoutEchoes(text) {
    return text.replace(/ (\d{7,15})(?!\d)/g, (echo, digits, at3) => {
      var _a, _b;
      const before = (_b = (_a = /[\d\s().\/-]*$/.exec(text.slice(0, at3))) == null ? void 0 : _a[0].replace(/\D/g, "")) != null ? _b : "";
      return before.length >= ECHOED && before.slice(-ECHOED) === digits.slice(-ECHOED) ? "" : echo;
    });
  }
  function marked(text, terms) {
    let html = "";
    let done = 0;
    for (const { start, end } of spans(text, terms)) {
      if (start < done) continue;
      html += `${escapeHtml(text.slice(done, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
      done = end;
    }
    return html + escapeHtml(text.slice(done));
  }

  // overrides/src/search/items.js
  function shown({ pages: found, terms }, from = 0, to = found.length) {
    return found.slice(from, to).map((hits) => items(hits, terms));
  }
  function items({ page, hits }, terms) {
    const made = hits.map((hit) => item(hit.entry, hit.score, terms));
    if (hits.every((hit) => hit.entry.section)) {
      made.push(item(entry({ ...page.doc, text: "" }), 0, []));
    }
    return made;
  }
  function item(found, score, terms) {
    const labels = terms.map(({ label }) => [label, true]);
    const { location: location2 } = found.doc;
    return { location: location2, ...teaser(found, terms), score, terms: Object.fromEntries(labels) };
  }

  // overrides/src/search/page-hits.js
  var MOST_SECTIONS = 5;
  var SCATTERED = 0.3;
  function pageHits(page, terms, phrase) {
    const own = scored(page, terms);
    if (own.length === 0) return [];
    const lent = terms.map((term2) => own[0] ? lentScore(own[0].entry, term2) : 0);
    const touched = own.filter(({ row }) => row.some((score) => score > 0));
    const full = touched.filter(({ row }) => row.every((score, term2) => score > 0 || at2(lent, term2) > 0));
    const factor = full.length > 0 ? 1 : SCATTERED;
    return (full.length > 0 ? full : touched).map(({ entry: entry2, row }) => ({ entry: entry2, score: mean(row) * factor + phraseScore(entry2, phrase) })).sort((a, b) => b.score - a.score).slice(0, MOST_SECTIONS);
  }
  function scored({ entries }, terms) {
    const own = entries.map((entry2) => ({ entry: entry2, row: [] }));
    for (const term2 of terms) {
      let best = 0;
      for (const { entry: entry2, row } of own) {
        const score = termScore(entry2, term2);
        row.push(score);
        if (score > best) best = score;
      }
      if (best === 0) return [];
    }
    return own;
  }
  function lentScore(entry2, term2) {
    return entry2.section ? 0 : nameScore(entry2, term2);
  }
  function mean(row) {
    return row.reduce((sum, score) => sum + score, 0) / row.length;
  }
  function at2(row, index) {
    var _a;
    return (_a = row[index]) != null ? _a : 0;
  }

  // overrides/src/search/engine.js
  var MOST_PAGES = 50;
  var Search = class {
    /** @param {SearchDoc[]} docs */
    constructor(docs) {
      this.pages = pages(docs);
      this.words = void 0;
    }
    /** Every word of the texts; made at the first query with words, if not before. */
    get vocabulary() {
      var _a;
      return (_a = this.words) != null ? _a : this.words = vocabulary(this.pages);
    }
    /** Makes, while there is time, what is otherwise made at the first words and the first number. */
    prepare() {
      void this.vocabulary;
      for (const { entries } of this.pages) for (const entry2 of entries) void entry2.digits;
    }
    /**
     * One list per page, the best first: the page's and its sections' hits.
     * @param {string} query
     * @returns {Item[][]}
     */
    answer(query) {
      return shown(this.find(query));
    }
    /**
     * The pages that answer a query, the best first; `shown` writes out what is shown of them.
     *
     * A word that the plan doesn't hold is taken for a typing error; so is any word if the
     * query as it stands finds nothing. Last of all, compounds are taken apart.
     * @param {string} query
     * @returns {Found}
     */
    find(query) {
      const ways = readings(query).filter((terms) => terms.length > 0);
      for (const read of [this.asMeant, this.forgiven, this.apart]) {
        for (const way of ways) {
          const terms = way.flatMap(read, this);
          const found = terms.every((sought) => this.holds(sought)) ? this.look(terms, fold(query)) : [];
          if (found.length > 0) return { pages: found, terms };
        }
      }
      return { pages: [], terms: [] };
    }
    /**
     * @param {Term} typed
     * @returns {Term}
     */
    asMeant(typed) {
      return this.holds(typed) ? typed : this.forgiven(typed);
    }
    /**
     * @param {Term} typed
     * @returns {Term} the same one where nothing is near enough
     */
    forgiven(typed) {
      const near = typed.digits.length > 0 ? [] : nearest(typed.label, this.vocabulary);
      return near.length > 0 ? term(typed.label, near) : typed;
    }
    /**
     * @param {Term} typed
     * @returns {Term[]} two for a compound, whose parts may stand anywhere on a page
     */
    apart(typed) {
      var _a;
      const parts = typed.digits.length > 0 ? [] : (_a = compounds(typed.label, this.vocabulary)[0]) != null ? _a : [];
      return parts.length > 0 ? parts.map((part) => term(part, [part])) : [this.asMeant(typed)];
    }
    /**
     * Whether some entry may hold a term: a look at all words, quicker than one at all texts.
     * @param {Term} term
     * @returns {boolean}
     */
    holds({ needles, digits }) {
      if (digits.length > 0 || needles.some(({ word }) => word.includes(" "))) return true;
      for (const known of this.vocabulary.keys()) {
        if (needles.some((one) => wordHolds(known, one))) return true;
      }
      return false;
    }
    /**
     * @param {Term[]} terms
     * @param {string} phrase
     * @returns {PageHits[]}
     */
    look(terms, phrase) {
      const found = [];
      for (const page of this.pages) {
        const hits = pageHits(page, terms, phrase);
        if (hits[0]) found.push({ page, hits, score: hits[0].score });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, MOST_PAGES);
    }
  };

  // overrides/src/worker-port.js
  function ownPort() {
    if (typeof document === "undefined") return (
      /** @type {Port} */
      /** @type {unknown} */
      self
    );
    const script = (
      /** @type {PortedScript | null} */
      document.currentScript
    );
    if (!(script == null ? void 0 : script.workerPort)) throw new Error("This script only runs as a worker.");
    return script.workerPort;
  }

  // overrides/src/search-worker.js
  var SETUP = 0;
  var READY = 1;
  var QUERY = 2;
  var RESULT = 3;
  var MORE = 4;
  var FIRST = 10;
  var TEXTS = "../../search/search_index.js";
  var port = ownPort();
  var search;
  var waiting;
  var reading = false;
  var inTwo = false;
  var answered = 0;
  port.addEventListener("message", (event) => {
    const { type, data } = (
      /** @type {MessageEvent<Message>} */
      event.data
    );
    if (type === SETUP) {
      const setup = (
        /** @type {Setup} */
        data
      );
      inTwo = setup.inTwo === true;
      void setUp(setup.docs);
    } else if (type === QUERY) answer(String(data));
  });
  async function setUp(docs) {
    reading = true;
    const all = docs.length > 0 ? docs : await ownTexts().catch(() => null);
    reading = false;
    if (!all) return;
    const made = new Search(all);
    search = made;
    port.postMessage({ type: READY });
    if (waiting !== void 0) answer(waiting);
    setTimeout(() => made.prepare());
  }
  function answer(query) {
    waiting = search ? void 0 : query;
    if (search) tell(search, query);
    else if (!reading) void setUp([]);
  }
  function tell(all, query) {
    answered += 1;
    const turn = answered;
    const found = all.find(query);
    const count = found.pages.length;
    const first = shown(found, 0, inTwo ? FIRST : count);
    port.postMessage({ type: RESULT, data: { items: first, query, count } });
    if (first.length === count) return;
    setTimeout(() => {
      if (turn !== answered) return;
      port.postMessage({ type: MORE, data: { items: shown(found, FIRST), query } });
    }, 50);
  }
  async function ownTexts() {
    if (typeof document !== "undefined") return [];
    const script = await (await fetch(new URL(TEXTS, location.href))).text();
    const index = script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1);
    return JSON.parse(index).docs;
  }
})();
