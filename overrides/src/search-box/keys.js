/** Keys in the search, and those that open it. */

/** @typedef {import("./box.js").Parts} Parts */

/** What the arrows move through. */
const STEPS = ":not(details) > [href], summary, details[open] [href]";

/** Keys that open the search where nothing is being written. */
const OPENING = ["f", "s", "/"];

/**
 * @param {Parts} parts
 * @param {(wanted: boolean) => void} open
 */
export function listKeys(parts, open) {
  addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.isComposing) return;
    const done = parts.toggle.checked ? inSearch(parts, open, event) : elsewhere(parts.box, event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/**
 * @param {Parts} parts
 * @param {(wanted: boolean) => void} open
 * @param {KeyboardEvent} event
 * @returns {boolean} whether nothing else may come of the key
 */
function inSearch({ box, list }, open, { key }) {
  const at = document.activeElement;
  if (key === "Escape" || key === "Tab") {
    open(false);
    box.blur();
    return false;
  }
  if (key === "Enter") {
    if (at !== box) return false;
    /** @type {HTMLElement | null} */ (list.querySelector("[href]"))?.click();
    return true;
  }
  if (key === "ArrowUp" || key === "ArrowDown") {
    const steps = /** @type {HTMLElement[]} */ ([box, ...list.querySelectorAll(STEPS)]);
    const from = Math.max(0, steps.indexOf(/** @type {HTMLElement} */ (at)));
    steps[(from + (key === "ArrowUp" ? steps.length - 1 : 1)) % steps.length]?.focus();
    return true;
  }
  if (at !== box && key.length === 1) box.focus();
  return false;
}

/**
 * @param {HTMLInputElement} box
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function elsewhere(box, { key, target, altKey }) {
  const writing = target instanceof HTMLElement
    && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
  if (writing || altKey || !OPENING.includes(key)) return false;
  box.focus();
  box.select();
  return true;
}
