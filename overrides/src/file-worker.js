/**
 * A stand-in for `Worker` on `file:` pages, where Chromium refuses the real one.
 *
 * The script runs in the page, as a classic script, at the first message. It finds its
 * end of the line as the `workerPort` property of its own script element (`ownPort`
 * in `worker-port.js` reads it). Loaded before the theme's script, or by our own search box.
 */

/** @typedef {import("./worker-port.js").PortedScript} PortedScript */

/** The script's end: what it posts arrives at the page's end, and the other way round. */
class ScriptPort extends EventTarget {
  /** @param {(message: unknown) => void} send */
  constructor(send) {
    super();
    this.postMessage = send;
  }
}

/** The page's end; it looks like a `Worker` that was given a classic script. */
class FileWorker extends EventTarget {
  /** @param {string | URL} url */
  constructor(url) {
    super();
    /** @type {((event: MessageEvent) => void) | null} */
    this.onmessage = null;
    /** @type {((event: Event) => void) | null} */
    this.onerror = null;
    /** @type {unknown[]} */
    this.waiting = [];
    this.ended = false;
    this.loaded = false;
    this.address = new URL(url, document.baseURI).href;
    /** @type {PortedScript | null} */
    this.script = null;
    this.port = new ScriptPort((message) => this.later(this, message));
    this.addEventListener("message", (event) => this.onmessage?.(/** @type {MessageEvent} */ (event)));
    this.addEventListener("error", (event) => this.onerror?.(event));
  }

  /** @param {unknown} message */
  postMessage(message) {
    if (this.loaded) {
      this.later(this.port, message);
      return;
    }
    this.waiting.push(structuredCopy(message));
    if (!this.script) this.load();
  }

  /** Nothing arrives at either end from now on. */
  terminate() {
    this.ended = true;
    this.waiting = [];
    this.script?.remove();
  }

  load() {
    const script = /** @type {PortedScript} */ (document.createElement("script"));
    script.src = this.address;
    script.workerPort = this.port;
    script.addEventListener("load", () => this.start());
    script.addEventListener("error", () => this.dispatchEvent(new Event("error")));
    this.script = script;
    document.head.append(script);
  }

  start() {
    this.loaded = true;
    for (const message of this.waiting.splice(0)) this.later(this.port, message);
  }

  /**
   * Deliver as a real worker does: a copy, and only after the present code has run.
   * @param {EventTarget} end
   * @param {unknown} message
   */
  later(end, message) {
    const data = structuredCopy(message);
    setTimeout(() => {
      if (!this.ended) end.dispatchEvent(new MessageEvent("message", { data }));
    });
  }
}

/**
 * @template T
 * @param {T} message
 * @returns {T}
 */
function structuredCopy(message) {
  // Why the fallback: phones from before 2022 lack structuredClone; the message then goes as it is.
  return typeof structuredClone === "function" ? structuredClone(message) : message;
}

if (location.protocol === "file:") {
  window.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (FileWorker));
}
