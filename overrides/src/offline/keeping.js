/** Asks the browser to keep the copy when space gets short; its answer is shown. */

import { note } from "./state.js";

let asked = false;

/** Once per page, and only where the reader sees the answer. */
export async function keep() {
  if (asked) return;
  asked = true;
  try {
    const { storage } = navigator;
    note({ kept: (await storage.persisted()) || (await storage.persist()) });
  } catch {
    // The browser can't say.
  }
}
