/** While the search covers a phone's screen, the page behind it stays where it is. */

const COVERS = "(max-width: 59.984375em)";

/** The theme's name for a page that doesn't scroll. */
const STILL = "data-md-scrolllock";

/** @type {number | undefined} how far the page was read */
let read;

/**
 * Why at once: what the theme moves about meanwhile would make the page three times as wide.
 * @param {boolean} wanted
 */
export function still(wanted) {
  const { body } = document;
  if (wanted && read === undefined && matchMedia(COVERS).matches) {
    read = scrollY;
    body.style.top = `${-read}px`;
    body.setAttribute(STILL, "");
  } else if (!wanted && read !== undefined) {
    const back = read;
    read = undefined;
    body.removeAttribute(STILL);
    body.style.top = "";
    scrollTo({ top: back, behavior: "instant" });
  }
}
