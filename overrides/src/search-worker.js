/**
 * The search worker that the theme's search box talks to.
 *
 * The theme sends the search entries once and then the query at each letter; it takes
 * the answer's titles and texts as HTML.
 */

import { Search } from "./search/engine.js";
import { ownPort } from "./worker-port.js";

/** Kinds of message, as the theme numbers them. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/**
 * @typedef {{ type: number, data: unknown }} Message
 * @typedef {{ docs: import("./search/entries.js").SearchDoc[] }} Setup
 */

const port = ownPort();
let search = new Search([]);

port.addEventListener("message", (event) => {
  const { type, data } = /** @type {MessageEvent<Message>} */ (event).data;
  if (type === SETUP) {
    // Why first: the box may be written in meanwhile; a query waits its turn.
    port.postMessage({ type: READY });
    search = new Search(/** @type {Setup} */ (data).docs);
  } else if (type === QUERY) {
    port.postMessage({ type: RESULT, data: { items: search.answer(String(data)) } });
  }
});
