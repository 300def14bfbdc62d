/** A hit's title or text in the page: what the search escaped, made text again, with its `<mark>`s. */

const ENTITIES = /** @type {Record<string, string>} */ ({
  "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'",
});

/**
 * @param {string} html escaped text with `<mark>` in it, as the search gives it
 * @returns {(string | HTMLElement)[]}
 */
export function marked(html) {
  return html.split(/<\/?mark>/).map((part, at) => {
    const text = part.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one);
    return at % 2 === 0 ? text : Object.assign(document.createElement("mark"), { textContent: text });
  });
}
