/** What the reader can do about the copy on this device. */

import { button } from "./elements.js";
import { installButton } from "./installing.js";
import { askNow, takeOver } from "./news.js";
import { registration } from "./registering.js";
import { saveRest, unfinished } from "./rest.js";
import { HOPELESS } from "./retrying.js";
import { begin, look } from "./saving.js";
import { note, set, state } from "./state.js";
import { say } from "./words.js";
import { ask } from "./worker.js";

/** @typedef {import("./state.js").State} State */

/**
 * What helps most in this state.
 * @param {State} now
 * @param {HTMLElement} result where the answer goes
 * @returns {HTMLElement[]}
 */
export function actions(now, result) {
  const { kind, reason = "", next } = now;
  const news = next ? [act("page.show", takeOver, "rb-act--first")] : [];
  if (kind === "not-saved" && !HOPELESS.has(reason)) {
    return [act("page.save", () => void saveAgain(), "rb-act--first"), ...news];
  }
  if (kind === "damaged") {
    return [act("page.repair", () => void test("repair", result), "rb-act--first"), ...news];
  }
  return kind === "saved" && !next ? installButton() : news;
}

/**
 * What else can be done.
 * @param {State} now
 * @param {HTMLElement} result
 * @returns {HTMLElement[]}
 */
export function moreActions({ kind, status, rest, next }, result) {
  if (kind !== "saved") return [];
  const left = !rest && status?.parts.some(unfinished);
  return [
    act("page.test", () => void test("self-test", result)),
    ...(left ? [act("page.rest", () => void finish())] : []),
    ...(next ? [] : [act("page.look", () => void lookForNews(result))]),
  ];
}

/**
 * @param {string} key
 * @param {() => void} does
 * @param {string} [looks]
 */
function act(key, does, looks = "") {
  return button(`rb-act ${looks}`.trim(), say(key), does);
}

async function saveAgain() {
  set({ kind: "checking", trouble: undefined });
  await begin();
}

async function finish() {
  const worker = registration()?.active;
  const { status } = state();
  if (worker && status) await saveRest(worker, status, true);
}

/** @param {HTMLElement} result */
async function lookForNews(result) {
  result.textContent = say("page.looking");
  result.textContent = say(`page.${await askNow()}`);
}

/**
 * @param {"self-test" | "repair"} type
 * @param {HTMLElement} result
 */
async function test(type, result) {
  const worker = registration()?.active;
  if (!worker) return;
  if (type === "repair") note({ trouble: undefined });
  const found = await ask(worker, { type }, "test-result", ({ done, all }) => {
    result.textContent = say("page.testing", { done, all });
  });
  const whole = found.damaged.length === 0;
  result.textContent = whole ? say("page.whole", { count: found.files }) : "";
  if (type === "repair" || !whole) await look();
}
