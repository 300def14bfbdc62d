/** The steps to an installed copy, ticked off as far as the page can see. */

/**
 * Ticks off the steps that this page can see to be done.
 * @param {import("./state.js").State} state
 */
export function steps(state) {
  const installed = matchMedia("(display-mode: standalone)").matches;
  const saved = state.kind === "saved";
  const offline = saved && !navigator.onLine;
  for (const step of document.querySelectorAll("[data-rb-way-step]")) {
    const name = /** @type {HTMLElement} */ (step).dataset["rbWayStep"] ?? "";
    const own = step.closest("[data-rb-way]")?.getAttribute("data-rb-way") === device();
    const seen = name === "see" ? saved : name === "try" ? offline : installed;
    const mark = /** @type {HTMLElement | null} */ (step.querySelector(".rb-ways__done"));
    if (mark) mark.hidden = !(own && seen);
  }
}

/** @returns {string} */
function device() {
  if (/android/i.test(navigator.userAgent)) return "android";
  return /iphone|ipad/i.test(navigator.userAgent) ? "iphone" : "computer";
}
