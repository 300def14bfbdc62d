/**
 * Prints how long the search takes on a thousand pages of made-up words:
 * `node tests/frontend/search-timing.js [slower]`; 4 stands for a phone four times slower.
 */

import { Search } from "../../overrides/src/search/engine.js";

const PAGES = 1000;
const SECTIONS = 6;
const SYLLABLES = "ba de ki lo mu ra sto ver nood plan brand weer gang trap lift ge be ten ing heid".split(" ");
const QUERIES = [
  "b", "br", "brand", "brandtrap", "brnadtrap", "noodplam kelderpmop", "brand trap nood",
  "xqxqxqxq", "0199001234",
];
const ROUNDS = 7;

let state = 1;

/** @param {number} below */
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

const VOCABULARY = Array.from({ length: 20000 }, () => (
  Array.from({ length: 1 + random(4) }, () => SYLLABLES[random(SYLLABLES.length)]).join("")
));

/** @param {number} count */
function words(count) {
  const pick = () => VOCABULARY[Math.min(random(VOCABULARY.length), random(VOCABULARY.length))];
  return Array.from({ length: count }, pick).join(" ");
}

/** @param {number} number */
function page(number) {
  const location = `page-${number}.html`;
  const text = `${words(40)} +33 1 99 00 ${1000 + number}`;
  const sections = Array.from({ length: SECTIONS }, (_, index) => (
    { location: `${location}#s${index}`, title: words(3), text: words(40) }
  ));
  return [{ location, title: words(3), text, keywords: [words(1), words(2)] }, ...sections];
}

/** @param {() => unknown} work the median of some rounds, in milliseconds */
function took(work) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
}

const slower = Number(process.argv[2] ?? 1);
const docs = Array.from({ length: PAGES }, (_, number) => page(number)).flat();
const search = new Search(docs);
/** @param {number} time */
const shown = (time) => `${(time * slower).toFixed(1)} ms`.padStart(10);
console.log(`${docs.length} entries, ${(JSON.stringify(docs).length / 1e6).toFixed(1)} MB`);
console.log(shown(took(() => new Search(docs))), "to set up");
for (const query of QUERIES) console.log(shown(took(() => search.answer(query))), query);
