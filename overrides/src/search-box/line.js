/** The line to the search worker, which is started when the search is touched. */

/** Kinds of message, as the theme numbers them. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MORE = 4;

/**
 * @typedef {import("../search/items.js").Item} Item
 * @typedef {{ ready: () => void, answer: (pages: Item[][], count: number) => void,
 *   more: (pages: Item[][]) => void }} Hears
 * @typedef {{ start: () => void, query: (words: string) => void }} Line
 */

/**
 * @param {URL} script the worker's
 * @param {URL} base the edition's folder
 * @param {Hears} hears
 * @returns {Line}
 */
export function lineTo(script, base, hears) {
  /** @type {Worker | undefined} */
  let worker;
  /** What was asked last, and whether the answer has still to come. */
  const asked = { words: "", ready: false, pending: false };
  const ask = () => {
    if (!worker) return;
    asked.pending = true;
    worker.postMessage({ type: QUERY, data: asked.words });
  };
  const heard = (/** @type {MessageEvent} */ { data: { type, data } }) => {
    if (type === READY) {
      asked.ready = true;
      hears.ready();
    } else if (type === RESULT) {
      asked.pending = false;
      // Why not asked again at each letter: only the last one counts.
      if (data.query === asked.words) hears.answer(data.items, data.count);
      else ask();
    } else if (type === MORE && data.query === asked.words) hears.more(data.items);
  };
  let started = false;
  /** @param {unknown[]} docs none if the worker reads them itself */
  const begin = (docs) => {
    worker = new Worker(new URL(docs.length ? "" : "#own", script));
    worker.addEventListener("message", heard);
    worker.postMessage({ type: SETUP, data: { docs, inTwo: true } });
  };
  const start = () => {
    if (started) return;
    started = true;
    if (location.protocol === "file:") void fromFiles(script, base).then(begin);
    else begin([]);
  };
  return {
    start,
    query(words) {
      start();
      asked.words = words;
      // Why also before it is ready: the worker keeps the last question until it can answer.
      if (!asked.ready || !asked.pending) ask();
    },
  };
}

/**
 * On `file:` pages, which have no workers and can't fetch, scripts bring a stand-in and the texts.
 * @param {URL} script
 * @param {URL} base
 * @returns {Promise<unknown[]>}
 */
async function fromFiles(script, base) {
  const texts = new URL("search/search_index.js", base.href.replace(/\/?$/, "/"));
  await Promise.all([load(new URL("file-worker.js", script)), load(texts)]);
  const { __index: index } = /** @type {{ __index?: { docs: unknown[] } }} */ (/** @type {unknown} */ (window));
  return index?.docs ?? [];
}

/** @param {URL} url */
function load(url) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = url.href;
    script.addEventListener("load", resolve);
    document.head.append(script);
  });
}
