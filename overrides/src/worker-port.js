/**
 * Where a worker script finds the line to the page, in a real worker and on `file:` pages.
 *
 * @typedef {EventTarget & { postMessage: (message: unknown) => void }} Port
 * @typedef {HTMLScriptElement & { workerPort?: Port }} PortedScript
 */

/**
 * The line to the page. Must be called while the script first runs.
 * @returns {Port}
 */
export function ownPort() {
  if (typeof document === "undefined") return /** @type {Port} */ (/** @type {unknown} */ (self));
  const script = /** @type {PortedScript | null} */ (document.currentScript);
  if (!script?.workerPort) throw new Error("This script only runs as a worker.");
  return script.workerPort;
}
