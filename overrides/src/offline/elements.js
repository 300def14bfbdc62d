/** Elements as the scripts make them: with a class and words, never from markup. */

/**
 * @param {string} tag
 * @param {string} name its class
 * @param {string} [words]
 * @returns {HTMLElement}
 */
export function element(tag, name, words = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  return made;
}

/**
 * @param {string} name its class
 * @param {string} words
 * @param {() => void} act
 * @returns {HTMLElement}
 */
export function button(name, words, act) {
  const made = element("button", name, words);
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}
