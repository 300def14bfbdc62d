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

/**
 * Ask, and get the answer; what comes before it goes to `meanwhile`.
 * @param {ServiceWorker} worker
 * @param {{type: string, [name: string]: unknown}} question
 * @param {string} answer the type that ends the talk
 * @param {(message: any) => void} [meanwhile]
 * @returns {Promise<any>}
 */
export function ask(worker, question, answer, meanwhile = () => {}) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.type !== answer) return meanwhile(data);
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<Status>}
 */
export function statusOf(worker) {
  return ask(worker, { type: "status" }, "status");
}
