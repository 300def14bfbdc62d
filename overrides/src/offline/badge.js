/** The line that says whether this copy is saved, on every page. */

import { watch } from "./state.js";
import { ago, day, over, say } from "./words.js";

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
  place.classList.toggle("rb-saved--late", expiry(state) !== "");
  const news = state.next && state.kind === "saved" ? ` · ${say("page.next")}` : "";
  words.textContent = [headline(state) + news, expiry(state)].filter(Boolean).join(". ");
}

/**
 * What the reader has to know, in one line.
 * @param {import("./state.js").State} state
 * @returns {string}
 */
function headline(state) {
  if (state.kind === "saving") {
    return state.all ? say("page.saving", { done: state.done ?? 0, all: state.all }) : title(state);
  }
  return state.kind === "saved" ? counted("page.badge", state) : title(state);
}

/**
 * The same without numbers, so that it can be read out.
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function title(state) {
  switch (state.kind) {
    case "saving": return say("page.saving_now");
    case "saved": return say("page.saved");
    case "damaged": return say("page.damaged", { count: state.status?.damaged ?? 0 });
    case "file": return say("page.file");
    case "not-saved": return say("page.not_saved");
    default: return say("page.checking");
  }
}

/**
 * @param {string} key words with `{files}`, `{revision}` and `{age}`
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function counted(key, { status }) {
  if (!status) return "";
  const files = status.parts.filter((part) => part.saved).reduce((sum, part) => sum + part.files, 0);
  return say(key, { files, revision: status.revision, age: ago(status.built) });
}

/**
 * A plan past its review says so loudly, and opens all the same. A copy that no worker keeps, on a
 * stick or from the network, has the day in its pages.
 * @param {import("./state.js").State} state
 * @returns {string}
 */
export function expiry({ status }) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rb-review]"));
  const last = status?.expires ?? place?.dataset["rbReview"];
  return last && over(last) ? say("page.expired", { date: day(last) }) : "";
}
