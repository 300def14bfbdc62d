/** What failed for a reason that passes is tried again, later and later, while the page is seen. */

/** Reasons that may be gone the next time. */
export const PASSING = new Set(["network", "not-the-plan", "mixed", "changed-bytes", "browser"]);

/** Why there is no copy, and trying again won't help. */
export const HOPELESS = new Set(["insecure", "unsupported", "unsealed"]);

const FIRST = 10_000;
const LONGEST = 300_000;

let delay = FIRST;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {string} reason
 * @param {() => Promise<void>} act
 */
export function tryAgain(reason, act) {
  clearTimeout(timer);
  if (!PASSING.has(reason)) return;
  timer = setTimeout(() => {
    if (!document.hidden) void act();
  }, delay);
  delay = Math.min(delay * 2, LONGEST);
}
