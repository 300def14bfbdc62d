/** Tells that a new plan is ready, and what changed in it; the reader decides when to take it. */

import { ask, statusOf } from "./worker.js";
import { say } from "./words.js";

const NAMED = 4;
/** So many changed pages are named; the others are counted. */

/** @type {HTMLElement | undefined} */
let shown;

/** @param {ServiceWorker} worker the one that waits with the new plan */
export async function announce(worker) {
  const [status, changes] = await Promise.all([
    statusOf(worker),
    ask(worker, { type: "changes" }, "changes"),
  ]);
  shown?.remove();
  shown = note(worker, status.revision, changes.list);
  document.body.append(shown);
}

/**
 * @param {ServiceWorker} worker
 * @param {string} revision
 * @param {import("./worker.js").Change[]} changes
 * @returns {HTMLElement}
 */
function note(worker, revision, changes) {
  const box = element("aside", "rb-update");
  box.setAttribute("role", "status");
  box.append(element("strong", "rb-update__title", say("page.update", { revision })));
  if (changes.length) box.append(element("p", "rb-update__changes", sentence(changes)));
  const take = button("rb-update__take", say("page.show"), () => {
    worker.postMessage({ type: "take-over" });
  });
  box.append(take, button("rb-update__later", say("page.later"), () => box.remove()));
  return box;
}

/**
 * @param {import("./worker.js").Change[]} changes
 * @returns {string}
 */
export function sentence(changes) {
  const names = [...new Set(changes.map((change) => change.title))];
  const more = names.length - NAMED;
  const named = names.slice(0, NAMED).join(", ");
  const rest = more > 0 ? ` ${say("page.more", { count: more })}` : "";
  return say("page.changed", { names: named + rest });
}

/**
 * @param {string} tag
 * @param {string} name its class
 * @param {string} [words]
 * @returns {HTMLElement}
 */
export function element(tag, name, words = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  return made;
}

/**
 * @param {string} name its class
 * @param {string} words
 * @param {() => void} act
 * @returns {HTMLElement}
 */
export function button(name, words, act) {
  const made = element("button", name, words);
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}
