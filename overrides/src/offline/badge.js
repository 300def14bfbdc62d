/** The line that says whether this copy is saved, on every page. */

import { watch } from "./state.js";
import { ago, day, say } from "./words.js";

const KINDS = ["checking", "saving", "saved", "not-saved", "damaged", "file"];

export function badges() {
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-rb-saved]")]);
  if (places.length) watch((state) => places.forEach((place) => show(place, state)));
}

/**
 * @param {HTMLElement} place
 * @param {import("./state.js").State} state
 */
function show(place, state) {
  const words = place.querySelector(".rb-saved__words");
  if (!words || state.kind === "checking") return;
  place.hidden = false;
  for (const kind of KINDS) place.classList.toggle(`rb-saved--${kind}`, kind === state.kind);
  words.textContent = [headline(state), expiry(state)].filter(Boolean).join(" ");
}

/**
 * What the reader has to know, in one line.
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function headline(state) {
  if (state.kind === "saving") {
    return say("page.saving", { done: state.done ?? 0, all: state.all ?? "…" });
  }
  if (state.kind === "saved") return counted("page.badge", state);
  if (state.kind === "damaged") return say("page.damaged", { count: state.status?.damaged ?? 0 });
  if (state.kind === "file") return say("page.file");
  return state.kind === "not-saved" ? say("page.not_saved") : say("page.checking");
}

/**
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function detail(state) {
  return counted("page.detail", state);
}

/**
 * @param {string} key words with `{files}`, `{revision}` and `{age}`
 * @param {import("./state.js").State} state
 * @returns {string}
 */
function counted(key, state) {
  const status = state.status;
  if (!status) return "";
  const files = status.parts.filter((part) => part.saved).reduce((sum, part) => sum + part.files, 0);
  return say(key, { files, revision: status.revision, age: ago(status.built) });
}

/**
 * A plan past its review says so loudly, and opens all the same.
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function expiry(state) {
  const expires = state.status?.expires;
  if (!expires || Date.parse(expires) > Date.now()) return "";
  return say("page.expired", { date: day(expires) });
}
