import assert from "node:assert/strict";
import { test } from "node:test";

import { Search } from "../../overrides/src/search/engine.js";
import { DOCS } from "./search-docs.js";

const search = new Search(DOCS);

/** @param {string} query */
const found = (query) => search.answer(query).map(([first]) => first.location);

test("a beginning finds the word, and so does the middle of a compound", () => {
  assert.ok(found("overstr").includes("incidents/flood.html"));
  assert.ok(found("alarm").includes("roles/warden.html"));
  assert.ok(found("verantwoordelijke").includes("roles/warden.html"));
});

test("two letters are not sought in the middle of words", () => {
  assert.deepEqual(found("ft"), []);
});

test("accents, capitals and special letters don't matter", () => {
  assert.deepEqual(found("renee MULLER"), ["contacts/a.html"]);
  assert.deepEqual(found("grosshandler lodz"), ["contacts/b.html"]);
});

test("an umlaut may be typed as two letters", () => {
  assert.deepEqual(found("mueller"), ["contacts/a.html"]);
});

for (const [typed, meant] of [
  ["brnad", "incidents/fire.html"],
  ["stroomuitvla", "incidents/power.html"],
  ["overstoming", "incidents/flood.html"],
  ["overstromming", "incidents/flood.html"],
  ["uitwijklokatie", "tech/x.html"],
  ["verdiepngsverantwoordelike", "roles/warden.html"],
  ["noodstrom", "incidents/power.html"],
]) {
  test(`the typing error ${typed} is forgiven`, () => assert.ok(found(typed).includes(meant)));
}

test("a typing error inside a compound is forgiven in longer words", () => {
  assert.deepEqual(found("stromgroep"), ["incidents/power.html"]);
});

test("two words typed as one are found", () => {
  const docs = [{ location: "a.html", title: "Brand alarm", text: "" }];
  assert.equal(new Search(docs).answer("brandalarm").length, 1);
});

test("a compound with a typing error finds it, and its two words", () => {
  const docs = [
    { location: "one.html", title: "Brandalarm", text: "" },
    { location: "two.html", title: "Het brand alarm", text: "" },
    { location: "none.html", title: "Brand", text: "" },
  ];
  const places = (/** @type {string} */ typed) => new Search(docs).answer(typed).map(([first]) => first.location).sort();
  assert.deepEqual(places("brandalram"), ["one.html", "two.html"]);
  assert.deepEqual(places("barndalarm"), ["one.html", "two.html"]);
});

for (const [typed, meant] of [
  ["brandalarm", "fire.html"],
  ["brandalram", "fire.html"],
  ["veiligheidsdeur", "door.html"],
  ["fluchttur", "exit.html"],
  ["rettungsplna", "rescue.html"],
]) {
  test(`the parts of "${typed}" may stand apart`, () => {
    const docs = [
      { location: "fire.html", title: "Alarm bij brand", text: "" },
      { location: "door.html", title: "De deur", text: "Voor de veiligheid dicht." },
      { location: "exit.html", title: "Tür zur Flucht", text: "" },
      { location: "rescue.html", title: "Plan der Wege", text: "Rettung naht." },
      { location: "other.html", title: "Iets anders", text: "Dicht." },
    ];
    assert.equal(new Search(docs).answer(typed)[0]?.[0]?.location, meant);
  });
}

const FORGIVEN = [
  { location: "room.html", title: "De crisiskamer", text: "Vierde verdieping." },
  { location: "alarm.html", title: "Brand alarm", text: "Neem de trap." },
  { location: "staff.html", title: "Krisenstab", text: "Leitung: Jürgen Müller." },
  { location: "place.html", title: "Notfall-Sammelplatz", text: "Am Parkplatz.", keywords: ["Treffpunkt"] },
  { location: "other.html", title: "Andere zaken", text: "De kamer naast de crisiskamer; het alarm na brand." },
];
const forgiving = new Search(FORGIVEN);

for (const [typed, meant] of [
  ["crisiskamer", "room.html"],
  ["crisis kamer", "room.html"],
  ["kamer crisis", "room.html"],
  ["crisiskaemr", "room.html"],
  ["brandalarm", "alarm.html"],
  ["brand-alarm", "alarm.html"],
  ["krisen stab", "staff.html"],
  ["krisnstab", "staff.html"],
  ["Muller", "staff.html"],
  ["Mueller", "staff.html"],
  ["jurgen muler", "staff.html"],
  ["notfallsammelplatz", "place.html"],
  ["sammelplatz", "place.html"],
  ["treffpunkt", "place.html"],
  ["trefpunkt", "place.html"],
]) {
  test(`"${typed}" finds what is meant, first of all`, () => {
    assert.equal(forgiving.answer(typed)[0]?.[0]?.location, meant);
  });
}

test("nothing is forgiven where the word itself is found, nor in short words and numbers", () => {
  const docs = [
    { location: "a.html", title: "Trap", text: "kamer 4471" },
    { location: "b.html", title: "Trip", text: "lif" },
  ];
  const small = new Search(docs);
  assert.deepEqual(small.answer("trap").map(([first]) => first.location), ["a.html"]);
  assert.deepEqual(small.answer("lit"), []);
  assert.deepEqual(small.answer("4472"), []);
});
