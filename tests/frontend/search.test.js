import assert from "node:assert/strict";
import { test } from "node:test";

import { Search } from "../../overrides/src/search/engine.js";
import { DOCS } from "./search-docs.js";

const search = new Search(DOCS);

/** @param {string} query */
const found = (query) => search.answer(query).map(([first]) => first.location);

test("the title that is the query comes first, then the title's beginning, then the text", () => {
  const docs = [
    { location: "text.html", title: "Iets anders", text: "brand" },
    { location: "section.html", title: "Nog iets", text: "" },
    { location: "section.html#brand", title: "Brand", text: "" },
    { location: "keyword.html", title: "Vuur", text: "", keywords: ["brand"] },
    { location: "inside.html", title: "Het brandalarm", text: "" },
    { location: "prefix.html", title: "Brandalarm", text: "" },
    { location: "exact.html", title: "Brand", text: "" },
  ];
  assert.deepEqual(new Search(docs).answer("brand").map(([first]) => first.location), [
    "exact.html", "prefix.html", "inside.html", "keyword.html", "section.html#brand", "text.html",
  ]);
});

test("every word must match, in any order", () => {
  assert.deepEqual(found("trap brand"), ["incidents/fire.html"]);
  assert.equal(search.find("trap brand").partly, undefined);
});

test("where no page has every word, those with the most of them come, and it is known", () => {
  assert.deepEqual(found("gsm renée müller"), ["contacts/a.html"]);
  assert.deepEqual(found("mueler gsmnummer"), ["contacts/a.html"]);
  assert.equal(search.find("gsm renée müller").partly, true);
  assert.deepEqual(found("trap pompen").sort(), ["incidents/fire.html", "incidents/flood.html"]);
});

test("of the words that no page has together, the rarer one counts for more", () => {
  const docs = [
    { location: "a.html", title: "Leverancier", text: "", keywords: ["gsm"] },
    { location: "b.html", title: "Telefonie", text: "", keywords: ["gsm"] },
    { location: "c.html", title: "Netwerk", text: "" },
    { location: "c.html#jonas", title: "Jonas Wouters", text: "" },
  ];
  const places = new Search(docs).answer("gsm jonas").map(([first]) => first.location);
  assert.deepEqual(places, ["c.html#jonas", "a.html", "b.html"]);
});

test("a page with less than half of the words is no answer, nor one without the number", () => {
  assert.deepEqual(found("gsm van renée thuis"), []);
  assert.equal(search.find("gsm van renée thuis").partly, false);
  assert.deepEqual(found("renée 0198"), []);
  assert.deepEqual(found("gsm"), []);
});

test("of two titles that hold the query, the one with fewer other words comes first", () => {
  const docs = [
    { location: "what-if.html", title: "Wat als we dit verliezen: Knooppunt Gent?", text: "" },
    { location: "site.html", title: "Knooppunt Gent", text: "" },
    { location: "card.html", title: "Netwerkleider – Een knooppunt ligt plat", text: "" },
    { location: "role.html", title: "Netwerkleider", text: "Gent" },
  ];
  const places = (/** @type {string} */ typed) => new Search(docs).answer(typed).map(([first]) => first.location);
  assert.deepEqual(places("gent"), ["site.html", "what-if.html", "role.html"]);
  assert.deepEqual(places("netwerk"), ["role.html", "card.html"]);
});

test("what is for normal times stands below what is for the emergency", () => {
  const docs = [
    { location: "what-if/ann.html", title: "What if we lose Ann?", text: "", later: true },
    { location: "contacts/a.html", title: "Office", text: "" },
    { location: "contacts/a.html#ann", title: "Ann", text: "" },
    { location: "risks/index.html", title: "Risks", text: "", later: true },
    { location: "levels/index.html", title: "Levels", text: "Risks to people" },
  ];
  const places = (/** @type {string} */ typed) => new Search(docs).answer(typed).map(([first]) => first.location);
  assert.deepEqual(places("ann"), ["contacts/a.html#ann", "what-if/ann.html"]);
  assert.deepEqual(places("risks"), ["risks/index.html", "levels/index.html"]);
});

test("a word may be left to the title of the section's page", () => {
  const [hits] = search.answer("brand verzamelplaats");
  assert.deepEqual(hits.map(({ location }) => location), ["incidents/fire.html#evacuate", "incidents/fire.html"]);
});

test("words that only meet across the sections of one page still find it", () => {
  assert.deepEqual(found("lift parking").length, 1);
});

test("a page comes with a hit in one of its sections, for the theme to head the list", () => {
  const [hits] = search.answer("parking");
  assert.deepEqual(hits.map(({ location }) => location), ["incidents/fire.html#evacuate", "incidents/fire.html"]);
  assert.equal(hits[1].score, 0);
});

test("keywords find a page and are shown where they alone did", () => {
  const [[hit]] = search.answer("elektriciteit");
  assert.equal(hit.location, "incidents/power.html");
  assert.equal(hit.text, "geen <mark>elektriciteit</mark> · De noodstroomgroep start vanzelf.");
  assert.doesNotMatch(search.answer("brand")[0][0].text, /vuur/);
});

test("no match runs over two keywords", () => {
  const docs = [
    { location: "a.html", title: "", text: "", keywords: ["rook ruiken", "vuur zien"] },
    { location: "b.html", title: "", text: "", keywords: ["ruiken vuur"] },
  ];
  const found = new Search(docs).answer("ruikenvuur");
  assert.deepEqual(found.map(([first]) => first.location), ["b.html"]);
});

for (const typed of [
  "+33 1 99 00 12 34", "+33199001234", "0033 1 99 00 12 34", "01 99 00 12 34", "0199001234",
  "01.99.00.12.34", "99 00 12 3", "9900", "4471", "٠١٩٩٠٠١٢٣٤",
]) {
  test(`the phone number is found by ${typed}`, () => assert.deepEqual(found(typed), ["contacts/a.html"]));
}

test("a number with a country's code finds one written without", () => {
  assert.deepEqual(found("+49 171 3920012"), ["contacts/b.html"]);
  assert.deepEqual(found("0171 39200"), ["contacts/b.html"]);
});

test("a wrong digit finds nothing", () => {
  assert.deepEqual(found("01 99 00 12 35"), []);
});

test("a name and a number together", () => {
  assert.deepEqual(found("renée 0199"), ["contacts/a.html"]);
});

test("two short numbers are two words", () => {
  const docs = [{ location: "a.html", title: "112 en 100", text: "" }];
  assert.equal(new Search(docs).answer("112 100").length, 1);
});

test("the hit's number is marked whole", () => {
  assert.match(search.answer("0199001234")[0][0].text, /<mark>\+33 1 99 00 12 34<\/mark>/);
});

test("a number that is repeated in bare digits is shown once, and others are left", () => {
  const text = "Karim +49 171 3920002 491713920002 +33 1 99 00 10 02 33199001002 toestel 4471 5554471";
  const shown = (query) => new Search([{ location: "a.html", title: "A", text }]).answer(query)[0][0].text;
  const once = "Karim +49 171 3920002 +33 1 99 00 10 02 toestel 4471 5554471";
  assert.equal(shown("karim").replaceAll(/<\/?mark>/g, ""), once);
  assert.match(shown("491713920002"), /<mark>\+49 171 3920002<\/mark>/);
});

test("what the plan says is escaped, and only marks are HTML", () => {
  const [[page]] = search.answer("uitwijklocatie tekst");
  assert.equal(page.title, "<mark>Uitwijklocatie</mark>");
  assert.match(page.text, /<mark>tekst<\/mark> met &lt;img src=x onerror=alert\(1\)&gt;/);
  const [[section]] = search.answer("sleutels kluis");
  assert.equal(section.title, "<mark>Sleutels</mark> &amp; &lt;b&gt;<mark>kluis</mark>&lt;/b&gt;");
  const everything = search.answer("e").flat().concat(search.answer("b").flat(), page, section);
  const html = everything.map(({ title, text }) => title + text).join("");
  assert.doesNotMatch(html.replace(/<\/?mark>/g, ""), /[<>]/);
});

test("tags are escaped too, and found", () => {
  const docs = [{ location: "a.html", title: "A", text: "", tags: ["<i>nacht"] }];
  assert.deepEqual(new Search(docs).answer("nacht")[0][0].tags, ["&lt;i&gt;<mark>nacht</mark>"]);
});

test("a long text is cut around the hit, between words", () => {
  const text = `${"vóór het woord ".repeat(200)}speldenknop${" daarna nog iets".repeat(200)}`;
  const [[hit]] = new Search([{ location: "a.html", title: "A", text }]).answer("speldenk");
  assert.match(hit.text, /^… .*\S <mark>speldenknop<\/mark> daarna .* …$/);
  assert.ok(hit.text.length < 300, String(hit.text.length));
});

test("a hit far into a text whose folding changes its length is still shown", () => {
  const text = `${"ß".repeat(3000)} ${"— ".repeat(3000)}speld ${"x ".repeat(3000)}`;
  const [[hit]] = new Search([{ location: "a.html", title: "A", text }]).answer("speld");
  assert.match(hit.text, /<mark>speld<\/mark>/);
});

test("words of scripts without spaces are found inside a run", () => {
  const docs = [{ location: "a.html", title: "火災時の対応", text: "避難する" }, { location: "b.html", title: "停電", text: "" }];
  const small = new Search(docs);
  assert.deepEqual(small.answer("災").map(([first]) => first.location), ["a.html"]);
  assert.deepEqual(small.answer("避難").map(([first]) => first.location), ["a.html"]);
});

test("Arabic is found without its short vowels and with either form of a letter", () => {
  const docs = [{ location: "a.html", title: "إِخْلَاء المبنى", text: "" }];
  assert.equal(new Search(docs).answer("اخلاء المبني").length, 1);
});

test("a query without words finds nothing, and strange ones do no harm", () => {
  for (const query of ["", "  ", "?!", "*", "+", "(", "[-", "\\", "|", "__proto__x", "a".repeat(5000)]) {
    assert.deepEqual(search.answer(query), [], query);
  }
});

test("sections whose page has no entry are headed by the page's address", () => {
  const small = new Search([{ location: "a.html#x", title: "Kluis", text: "" }]);
  assert.deepEqual(small.answer("kluis")[0].map(({ location }) => location), ["a.html#x", "a.html"]);
});

test("the terms are told to the theme", () => {
  assert.deepEqual(search.answer("Brand trap")[0][0].terms, { brand: true, trap: true });
});

test("long lists are cut for the phone's sake", () => {
  const docs = Array.from({ length: 300 }, (_, n) => ({ location: `${n}.html`, title: "Kluis", text: "" }));
  assert.equal(new Search(docs).answer("kluis").length, 50);
});
