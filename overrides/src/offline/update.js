/** Tells that a new plan is ready, and what changed in it; the reader decides when to take it. */

import { lately } from "../clock.js";
import { recall, remember } from "../stored.js";
import { button, element } from "./elements.js";
import { takeOver } from "./news.js";
import { watch } from "./state.js";
import { say } from "./words.js";

/** So many changed pages are named; the others are counted. */
const NAMED = 4;

/** So long a plan that was put off isn't announced again, in milliseconds. */
const REST = 4 * 3_600_000;

const LATER = "later";

export function updates() {
  // Why: the page on saving says it itself.
  if (document.querySelector("[data-rb-saving]")) return;
  const told = element("div", "rb-hidden");
  told.setAttribute("role", "status");
  const box = element("section", "rb-update");
  box.hidden = true;
  // Why before the bar: so the keyboard meets it where the eye does.
  const bar = document.querySelector(".rb-bar");
  if (bar) bar.before(told, box);
  else document.body.append(told, box);
  let shown = 0;
  watch(({ next }) => {
    if (!next || next.sequence === shown || putOff(next)) return;
    shown = next.sequence;
    fill(box, next);
    told.textContent = box.querySelector("p")?.textContent ?? "";
  });
}

/**
 * @param {HTMLElement} box
 * @param {import("./news.js").Next} next
 */
function fill(box, next) {
  const title = element("p", "rb-update__title", say("page.update", { revision: next.revision }));
  title.id = "rb-update-title";
  box.setAttribute("aria-labelledby", title.id);
  const ways = element("div", "rb-update__ways");
  const later = () => {
    remember(LATER, `${next.sequence} ${Date.now()}`);
    box.hidden = true;
  };
  ways.append(
    button("rb-act rb-act--first", say("page.show"), takeOver),
    button("rb-act rb-act--plain", say("page.later"), later),
  );
  box.replaceChildren(title, ...changed(next.changes), ways);
  box.onkeydown = ({ key }) => {
    if (key === "Escape") later();
  };
  box.hidden = false;
}

/**
 * @param {import("./news.js").Next["changes"]} changes
 * @returns {HTMLElement[]}
 */
export function changed(changes) {
  return changes.length ? [element("p", "rb-update__changes", sentence(changes))] : [];
}

/**
 * @param {import("./worker.js").Change[]} changes
 * @returns {string}
 */
function sentence(changes) {
  const names = titles(changes);
  const more = names.length - NAMED;
  const named = names.slice(0, NAMED).join("; ");
  const rest = more > 0 ? ` ${say("page.more", { count: more })}` : "";
  return say("page.changed", { names: named + rest });
}

/**
 * @param {import("./worker.js").Change[]} changes
 * @returns {string[]} what the changed pages are called, each once
 */
export function titles(changes) {
  const named = changes.map(({ title, what }) => {
    return what === "changed" ? title : say(`page.${what}`, { title });
  });
  return [...new Set(named)];
}

/** @param {import("./news.js").Next} next */
function putOff(next) {
  const [sequence, at] = (recall(LATER) ?? "").split(" ").map(Number);
  return sequence === next.sequence && lately(at, REST);
}
