/**
 * Steps that are ticked off (`<input type="checkbox" data-rb-step="id">`) stay so on this
 * device, in every edition and language: the id is the step's own.
 *
 * `[data-rb-ticks-count]` shows how many are done; `[data-rb-ticks-reset="Really?"]`, hidden
 * until this runs, clears the page's steps after asking its question.
 */

import { mayStore, recall, remember } from "./stored.js";

export function ticks() {
  const boxes = /** @type {HTMLInputElement[]} */ (
    [...document.querySelectorAll("input[type=checkbox][data-rb-step]")]
  );
  if (boxes.length === 0) return;
  for (const box of boxes) {
    box.addEventListener("change", () => tick(boxes, stepOf(box), box.checked));
  }
  addEventListener("storage", () => show(boxes));
  addEventListener("pageshow", (event) => event.persisted && show(boxes));
  offerReset(boxes);
  show(boxes);
}

/**
 * The same step may stand on a page twice.
 * @param {HTMLInputElement[]} boxes
 * @param {string} step
 * @param {boolean} done
 */
function tick(boxes, step, done) {
  for (const box of boxes.filter((other) => stepOf(other) === step)) {
    box.checked = done;
    remember(nameOf(box), done ? "1" : null);
  }
  count(boxes);
}

/**
 * Show what this or another window has stored. Local files store nothing, so that there the
 * boxes themselves are all there is.
 * @param {HTMLInputElement[]} boxes
 */
function show(boxes) {
  if (mayStore()) for (const box of boxes) box.checked = recall(nameOf(box)) !== null;
  count(boxes);
}

/** @param {HTMLInputElement[]} boxes */
function offerReset(boxes) {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-rb-ticks-reset]")
  );
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const question = button.dataset["rbTicksReset"] || button.textContent || "?";
      if (!confirm(question.trim())) return;
      for (const box of boxes) tick(boxes, stepOf(box), false);
    });
  }
}

/** @param {HTMLInputElement[]} boxes */
function count(boxes) {
  // What is folded away isn't this reader's own list.
  const own = boxes.filter((box) => !box.closest("details"));
  const all = new Set(own.map(stepOf));
  const done = new Set(own.filter((box) => box.checked).map(stepOf));
  for (const place of document.querySelectorAll("[data-rb-ticks-count]")) {
    place.textContent = `${done.size} / ${all.size}`;
  }
}

/**
 * @param {HTMLInputElement} box
 * @returns {string}
 */
function stepOf(box) {
  return box.dataset["rbStep"] ?? "";
}

/**
 * @param {HTMLInputElement} box
 * @returns {string}
 */
function nameOf(box) {
  return `step.${stepOf(box)}`;
}
