/**
 * Links to the list of all pages (`a[data-rb-search]`) open the theme's search box instead,
 * on pages that have one.
 */

export function openSearch() {
  const links = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("a[data-rb-search]")
  );
  for (const link of links) link.addEventListener("click", open);
  nameDialog();
}

/** The theme's search dialog has no name for screen readers; its box's prompt is one. */
function nameDialog() {
  const dialog = document.querySelector(".md-search[role=dialog]");
  const box = document.querySelector("input[data-md-component=search-query]");
  if (dialog && box instanceof HTMLInputElement) dialog.setAttribute("aria-label", box.placeholder);
}

/** @param {MouseEvent} event */
function open(event) {
  const toggle = document.getElementById("__search");
  const box = document.querySelector("input[data-md-component=search-query]");
  if (!(toggle instanceof HTMLInputElement) || !(box instanceof HTMLInputElement)) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // Why a click and not `checked`: the theme listens to the toggle's change.
  if (!toggle.checked) toggle.click();
  // Why at once: phones only show their keyboard while the reader's tap is being handled.
  box.focus();
}
