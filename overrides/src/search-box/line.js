/** The line to the search worker, which is started when the search is touched. */

/** Kinds of message, as the theme numbers them. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MORE = 4;
const FAILED = 5;

/**
 * @typedef {import("../search/items.js").Item} Item
 * @typedef {{ ready: () => void, answer: (pages: Item[][], count: number, partly: boolean) => void,
 *   more: (pages: Item[][]) => void, failed: () => void }} Hears
 *   failed: nothing can be found now; each letter tries again
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
  const asked = { words: "", ready: false, pending: false, failed: false };
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
      if (data.query === asked.words) hears.answer(data.items, data.count, data.partly === true);
      else ask();
    } else if (type === MORE && data.query === asked.words) hears.more(data.items);
    else if (type === FAILED) hears.failed();
  };
  let started = false;
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    Object.assign(asked, { ready: false, pending: false, failed: true });
    hears.failed();
  };
  /** @param {unknown[]} docs none if the worker reads them itself */
  const begin = (docs) => {
    worker = new Worker(new URL(docs.length ? "" : "#own", script));
    worker.addEventListener("message", heard);
    worker.addEventListener("error", fail);
    worker.postMessage({ type: SETUP, data: { docs, inTwo: true } });
  };
  const open = async () => begin(location.protocol === "file:" ? await fromFiles(script, base) : []);
  const start = () => {
    if (started) return;
    started = true;
    open().catch(fail);
  };
  return {
    start,
    query(words) {
      // Why not at a touch as well: it may be on the link that is shown instead.
      if (asked.failed) started = asked.failed = false;
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
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url.href;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
