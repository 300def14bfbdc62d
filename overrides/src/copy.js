/** A tap copies a prepared message; who pastes it fills in the blanks. */

export function copyText() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-rb-copied]"));
  const text = document.querySelector("[data-rb-copy]");
  const told = button?.parentElement?.querySelector("[role=status]");
  if (!button || !text || !told) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    // Why selected as well: where nothing may be copied by a script, it is one tap more.
    getSelection()?.selectAllChildren(text);
    if (await copied(text.textContent ?? "")) told.textContent = button.dataset["rbCopied"] ?? "";
  });
}

/**
 * @param {string} words what is selected
 * @returns {Promise<boolean>} whether it could be copied
 */
async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // Why the old way: the new one needs https.
    return document.execCommand("copy");
  }
}
