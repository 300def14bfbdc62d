/**
 * The search worker behind the search box, the theme's or ours (`search-box/`).
 *
 * It is set up once and then asked at each letter; it takes in the answer's titles and texts as HTML.
 * When it is set up without entries it reads the edition's own.
 */

import { Search } from "./search/engine.js";
import { shown } from "./search/items.js";
import { ownPort } from "./worker-port.js";

/** Kinds of message, as the theme numbers them. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** What follows on a result, for our own box: the pages further down. */
const MORE = 4;

/** The texts can't be read now; said to our own box only. */
const FAILED = 5;

/** So many pages are in the first answer, which a reader waits for. */
const FIRST = 10;

/** From this script's place. */
const TEXTS = "../../search/search_index.js";

/**
 * @typedef {import("./search/entries.js").SearchDoc} SearchDoc
 * @typedef {{ type: number, data: unknown }} Message
 * @typedef {{ docs: SearchDoc[], inTwo?: boolean }} Setup `inTwo`: our own box, which takes more
 */

const port = ownPort();

/** @type {Search | undefined} */
let search;

/** @type {string | undefined} asked before the texts were there */
let waiting;

/** Whether the texts are being read. */
let reading = false;

/** Whether an answer may come in two. */
let inTwo = false;

/** The texts, asked for before the page's first message where the address says that it brings none. */
let early = location.hash === "#own" ? ownTexts() : undefined;
early?.catch(() => {});

/** How many queries were answered. */
let answered = 0;

port.addEventListener("message", (event) => {
  const { type, data } = /** @type {MessageEvent<Message>} */ (event).data;
  if (type === SETUP) {
    const setup = /** @type {Setup} */ (data);
    inTwo = setup.inTwo === true;
    void setUp(setup.docs);
  } else if (type === QUERY) answer(String(data));
});

/** @param {SearchDoc[]} docs */
async function setUp(docs) {
  reading = true;
  const all = docs.length > 0 ? docs : await (early ?? ownTexts()).catch(() => null);
  early = undefined;
  reading = false;
  if (!all) {
    if (inTwo) port.postMessage({ type: FAILED });
    return;
  }
  const made = new Search(all);
  search = made;
  port.postMessage({ type: READY });
  if (waiting !== undefined) answer(waiting);
  // Why later: it is done before the first letter comes.
  setTimeout(() => made.prepare());
}

/** @param {string} query */
function answer(query) {
  waiting = search ? undefined : query;
  if (search) tell(search, query);
  // Why again: the network that failed at first may be there by now.
  else if (!reading) void setUp([]);
}

/**
 * @param {Search} all
 * @param {string} query
 */
function tell(all, query) {
  answered += 1;
  const turn = answered;
  const found = all.find(query);
  const count = found.pages.length;
  const first = shown(found, 0, inTwo ? FIRST : count);
  port.postMessage({ type: RESULT, data: { items: first, query, count, partly: found.partly } });
  if (first.length === count) return;
  // Why later: the next letter may be waiting already.
  setTimeout(() => {
    if (turn !== answered) return;
    port.postMessage({ type: MORE, data: { items: shown(found, FIRST), query } });
  }, 50);
}

/** @returns {Promise<SearchDoc[]>} none on `file:` pages, where nothing can be fetched */
async function ownTexts() {
  if (typeof document !== "undefined") return [];
  const script = await (await fetch(new URL(TEXTS, location.href))).text();
  const index = script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1);
  return JSON.parse(index).docs;
}
