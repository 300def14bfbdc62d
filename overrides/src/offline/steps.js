/** The steps to an installed copy: those of this device first, ticked off as far as the page can see. */

import { mayStore, recall, remember } from "../stored.js";
import { watch } from "./state.js";

const TRIED = "tried";

/** Fold the ways of other devices, and tick off what is done. */
export function steps() {
  const ways = [...document.querySelectorAll("details[data-rb-way]")];
  const own = ways.find((way) => way.getAttribute("data-rb-way") === device());
  // Why not on `file:` pages: a copy on a stick can't be saved, so that no step of it is done.
  if (!own || !mayStore()) return;
  for (const way of ways) /** @type {HTMLDetailsElement} */ (way).open = way === own;
  if (ways[0] !== own) ways[0]?.before(own);
  const tick = (/** @type {import("./state.js").State} */ now) => {
    for (const step of own.querySelectorAll("[data-rb-way-step]")) mark(step, now);
  };
  watch(tick);
  addEventListener("appinstalled", () => added(own));
}

/**
 * @param {Element} step
 * @param {import("./state.js").State} now
 */
function mark(step, { kind }) {
  const sign = /** @type {HTMLElement | null} */ (step.querySelector(".rb-ways__done"));
  if (sign) sign.hidden = !seen(step.getAttribute("data-rb-way-step") ?? "", kind === "saved");
}

/**
 * @param {string} name
 * @param {boolean} saved
 */
function seen(name, saved) {
  const installed = matchMedia("(display-mode: standalone)").matches;
  if (name === "see") return saved;
  if (name === "start") return installed && saved;
  if (name === "try") {
    if (saved && !navigator.onLine) remember(TRIED, "1");
    return saved && recall(TRIED) === "1";
  }
  return installed || (name.endsWith("_open") && rightBrowser());
}

/** @param {Element} way whose app was installed just now, in another window */
function added(way) {
  for (const sign of way.querySelectorAll('[data-rb-way-step$="_add"] .rb-ways__done')) {
    /** @type {HTMLElement} */ (sign).hidden = false;
  }
}

/** @returns {string} */
function device() {
  const { userAgent, maxTouchPoints } = navigator;
  if (/android/i.test(userAgent)) return "android";
  // Why: an iPad says that it is a Mac.
  const tablet = /macintosh/i.test(userAgent) && maxTouchPoints > 1;
  return tablet || /iphone|ipad/i.test(userAgent) ? "iphone" : "computer";
}

/** Whether this is the browser that the first step asks for. */
function rightBrowser() {
  const agent = navigator.userAgent;
  if (device() === "iphone") return /safari/i.test(agent) && !/crios|fxios|edgios|gsa\//i.test(agent);
  return device() === "computer" || (/chrome/i.test(agent) && !/edga|samsung|opr\//i.test(agent));
}
