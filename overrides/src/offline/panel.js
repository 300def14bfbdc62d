/** The page "Save on this phone": what this device has, and what to do about it. */

import { detail, expiry, headline } from "./badge.js";
import { active, look, saveAgain } from "./saving.js";
import { watch } from "./state.js";
import { steps } from "./steps.js";
import { button, element } from "./update.js";
import { say } from "./words.js";
import { ask } from "./worker.js";

const HOPELESS = new Set(["insecure", "unsupported", "unsealed"]);
/** Why there is no copy, and trying again won't help. */

export function panel() {
  const place = document.querySelector("[data-rb-saving]");
  if (!place) return;
  const result = element("p", "rb-saving__result");
  result.setAttribute("role", "status");
  watch((state) => void show(place, state, result));
  watch(parts);
  watch(steps);
}

/**
 * @param {Element} place
 * @param {import("./state.js").State} state
 * @param {HTMLElement} result where the answer of a test goes
 */
async function show(place, state, result) {
  const kept = state.kind === "saved" ? await keep() : null;
  const line = element("p", `rb-saving__state rb-saved--${state.kind}`, first(state));
  const more = [
    state.kind === "saved" && detail(state),
    extras(state),
    expiry(state),
    state.reason && say(`reason.${state.reason}`),
    kept !== null && say(kept ? "page.kept" : "page.not_kept"),
    matchMedia("(display-mode: standalone)").matches && say("page.standalone"),
  ];
  const lines = more.filter((words) => typeof words === "string" && words);
  place.replaceChildren(
    line,
    ...lines.map((words) => element("p", "rb-saving__detail", String(words))),
    ...bar(state),
    ...actions(state, result),
    result,
  );
}

/**
 * @param {import("./state.js").State} state
 * @returns {string}
 */
function first(state) {
  return state.kind === "saved" ? say("page.saved") : headline(state);
}

/**
 * @param {import("./state.js").State} state
 * @returns {string}
 */
function extras(state) {
  const counts = (state.status?.parts ?? []).map((part) => part.extras);
  const done = counts.reduce((sum, [saved]) => sum + saved, 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return all ? say("page.extras", { done, all }) : "";
}

/**
 * @param {import("./state.js").State} state
 * @returns {Element[]}
 */
function bar(state) {
  if (state.kind !== "saving" || !state.all) return [];
  const made = document.createElement("progress");
  made.className = "rb-saving__bar";
  made.max = state.all;
  made.value = state.done ?? 0;
  made.setAttribute("aria-label", headline(state));
  return [made];
}

/**
 * @param {import("./state.js").State} state
 * @param {HTMLElement} result
 * @returns {Element[]}
 */
function actions(state, result) {
  if (state.kind === "not-saved" && !HOPELESS.has(state.reason ?? "")) {
    return [button("rb-saving__act", say("page.save"), () => void saveAgain())];
  }
  if (state.kind === "saved") {
    return [button("rb-saving__act", say("page.test"), () => void test("self-test", result))];
  }
  if (state.kind === "damaged") {
    return [button("rb-saving__act", say("page.repair"), () => void test("repair", result))];
  }
  return [];
}

/**
 * @param {"self-test" | "repair"} type
 * @param {HTMLElement} result
 */
async function test(type, result) {
  const worker = active();
  if (!worker) return;
  const found = await ask(worker, { type }, "test-result", ({ done, all }) => {
    result.textContent = say("page.testing", { done, all });
  });
  const damaged = found.damaged.length;
  result.textContent = damaged
    ? say("page.damaged", { count: damaged })
    : say("page.whole", { count: found.files });
  if (type === "repair" || damaged) await look();
}

/** @returns {Promise<boolean | null>} whether the browser keeps the copy; null if it can't say */
async function keep() {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}

/** @param {import("./state.js").State} state */
function parts(state) {
  const list = document.querySelector("[data-rb-saving-parts]");
  const named = (state.status?.parts ?? []).filter((part) => part.path);
  list?.replaceChildren(
    ...named.map(({ saved, title, files }) =>
      element("li", "", say(saved ? "page.part" : "page.part_not", { title, files })),
    ),
  );
}
