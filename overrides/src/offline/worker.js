/** Speaks with the service worker; what is said stands in decision 0010. */

/**
 * @typedef {object} Part
 * @property {string} path the part's folder, such as `staff/nl`
 * @property {string} language
 * @property {string} title
 * @property {boolean} saved
 * @property {number} files
 * @property {number} pages
 * @property {number} size in bytes
 * @property {[number, number]} extras saved, and all
 */

/**
 * @typedef {object} Status
 * @property {string} revision
 * @property {number} sequence
 * @property {string} built ISO 8601
 * @property {string | null} expires
 * @property {Part[]} parts
 * @property {number} damaged files
 */

/** @typedef {{path: string, title: string, what: "changed" | "new" | "gone"}} Change */

/** After so long a silence, in milliseconds, the question is put again. */
const SILENCE = 20_000;

/**
 * Ask, and get the answer; what comes before it goes to `meanwhile`.
 *
 * Why again after a silence: browsers end workers in the middle of an answer, and the question goes
 * with them. A worker that is still at it takes the two for one.
 * @param {ServiceWorker} worker
 * @param {{type: string, [name: string]: unknown}} question
 * @param {string} answer the type that ends the talk
 * @param {(message: any) => void} [meanwhile]
 * @returns {Promise<any>}
 */
export function ask(worker, question, answer, meanwhile = () => {}) {
  return new Promise((resolve) => {
    /** @type {MessagePort[]} */
    const ports = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const heard = (/** @type {MessageEvent} */ { data }) => {
      clearTimeout(timer);
      if (data.type !== answer) {
        timer = setTimeout(put, SILENCE);
        return meanwhile(data);
      }
      for (const port of ports) port.close();
      resolve(data);
    };
    const put = () => {
      if (worker.state === "redundant") return;
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      port1.onmessage = heard;
      worker.postMessage(question, [port2]);
      timer = setTimeout(put, SILENCE);
    };
    put();
  });
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<Status>}
 */
export function statusOf(worker) {
  return ask(worker, { type: "status" }, "status");
}
