/* Built from overrides/src/file-worker.js by `make schema`: change that file, not this one. */
"use strict";
(() => {
  // overrides/src/file-worker.js
  var ScriptPort = class extends EventTarget {
    /** @param {(message: unknown) => void} send */
    constructor(send) {
      super();
      this.postMessage = send;
    }
  };
  var FileWorker = class extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.onmessage = null;
      this.onerror = null;
      this.waiting = [];
      this.ended = false;
      this.loaded = false;
      this.address = new URL(url, document.baseURI).href;
      this.script = null;
      this.port = new ScriptPort((message) => this.later(this, message));
      this.addEventListener("message", (event) => {
        var _a;
        return (_a = this.onmessage) == null ? void 0 : _a.call(
          this,
          /** @type {MessageEvent} */
          event
        );
      });
      this.addEventListener("error", (event) => {
        var _a;
        return (_a = this.onerror) == null ? void 0 : _a.call(this, event);
      });
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
      var _a;
      this.ended = true;
      this.waiting = [];
      (_a = this.script) == null ? void 0 : _a.remove();
    }
    load() {
      const script = (
        /** @type {PortedScript} */
        document.createElement("script")
      );
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
  };
  function structuredCopy(message) {
    return typeof structuredClone === "function" ? structuredClone(message) : message;
  }
  if (location.protocol === "file:") {
    window.Worker = /** @type {typeof Worker} */
    /** @type {unknown} */
    FileWorker;
  }
})();
