/** Everything that has to do with the copy on this device, begun when the page has nothing to do. */

import { badges } from "./badge.js";
import { panel } from "./panel.js";
import { saving } from "./saving.js";
import { steps } from "./steps.js";
import { updates } from "./update.js";

/** A page that is never idle has to wait no longer, in milliseconds. */
const LONGEST = 1000;

export function offline() {
  if (!document.querySelector("[data-rb-words]")) return;
  panel();
  steps();
  whenIdle(() => {
    badges();
    updates();
    void saving();
  });
}

/**
 * After the page is painted, and what its reader does first.
 * @param {() => void} act
 */
function whenIdle(act) {
  requestAnimationFrame(() => {
    if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: LONGEST });
    else setTimeout(act);
  });
}
