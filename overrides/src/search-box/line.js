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
    asked.pending = true;
    worker?.postMessage({ type: QUERY, data: asked.words });
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
  return {
    start() {
      if (worker) return;
      worker = new Worker(script);
      worker.addEventListener("message", heard);
      void docsFor(base).then((docs) => worker?.postMessage({ type: SETUP, data: { docs, inTwo: true } }));
    },
    query(words) {
      asked.words = words;
      // Why also before it is ready: the worker keeps the last question until it can answer.
      if (!asked.ready || !asked.pending) ask();
    },
  };
}

/**
 * What the worker can't read by itself: on `file:` pages, which can't fetch, a script brings the texts.
 * @param {URL} base
 * @returns {Promise<unknown[]>} empty if the worker reads them
 */
function docsFor(base) {
  if (location.protocol !== "file:") return Promise.resolve([]);
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL("search/search_index.js", `${base.href.replace(/\/?$/, "/")}`).href;
    script.addEventListener("load", () => {
      resolve(/** @type {{ __index?: { docs: unknown[] } }} */ (/** @type {unknown} */ (window)).__index?.docs ?? []);
    });
    document.head.append(script);
  });
}
