/** Everything that has to do with the copy on this device, begun after the page is painted. */

import { badges } from "./badge.js";
import { panel } from "./panel.js";
import { saving } from "./saving.js";
import { steps } from "./steps.js";
import { updates } from "./update.js";

export function offline() {
  if (!document.querySelector("[data-rb-words]")) return;
  badges();
  panel();
  steps();
  updates();
  requestAnimationFrame(() => setTimeout(() => void saving()));
}
