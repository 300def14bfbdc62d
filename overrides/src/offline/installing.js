/** A browser that offers to install the app gets a button for it. */

import { button } from "./elements.js";
import { say } from "./words.js";

/** @typedef {Event & {prompt: () => Promise<unknown>}} InstallEvent */

/** @type {InstallEvent | undefined} */
let offered;

/** @param {() => void} changed told when the offer comes or goes */
export function installable(changed) {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offered = /** @type {InstallEvent} */ (event);
    changed();
  });
  addEventListener("appinstalled", () => {
    offered = undefined;
    changed();
  });
}

/** @returns {HTMLElement[]} */
export function installButton() {
  return offered ? [button("rb-act", say("page.install"), () => void offered?.prompt())] : [];
}
