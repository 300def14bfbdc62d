/** Closed `<details>` open for printing and close again afterwards. */

export function printDetails() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    const closed = /** @type {NodeListOf<HTMLDetailsElement>} */ (
      document.querySelectorAll("details:not([open])")
    );
    for (const details of closed) details.open = true;
    opened = [...opened, ...closed];
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
