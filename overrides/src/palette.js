/**
 * Light or dark, until the theme's own script is there (`theme-script.js`): the switch in the
 * head shows, the page takes the device's setting, and a change made meanwhile isn't lost.
 *
 * Why: the theme's page knows only a choice that was stored before; everything else it leaves
 * to its script.
 */

const COLOURS = ["scheme", "primary", "accent"];

const DEVICE = "(prefers-color-scheme)";

/**
 * @typedef {object} Storage
 * @property {(key: string) => { index?: number, color?: { media?: string } } | null} [__md_get]
 * @property {(key: string, value: object) => void} [__md_set]
 */

/** @returns {HTMLInputElement[]} */
const options = () => [...document.querySelectorAll("[data-md-component=palette] input")].filter(
  (option) => option instanceof HTMLInputElement,
);

/** Shows the switch's present state, and dresses the page as it says. */
export function palette() {
  const all = options();
  const kept = storage().__md_get?.("__palette");
  const index = kept?.index ?? all.findIndex(fits);
  const now = all[Math.max(0, Math.min(index, all.length - 1))];
  if (!now) return;
  for (const option of all) showLabel(option, option === now);
  if (!kept) dress(now, now.dataset.mdColorMedia === DEVICE ? ofDevice(all) : now, index);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => follow(all));
}

/**
 * The device has turned dark or light: so does the page, if that is what was chosen.
 * @param {HTMLInputElement[]} all
 */
function follow(all) {
  const index = all.findIndex((option) => option.dataset.mdColorMedia === DEVICE);
  const chosen = all[index];
  if (chosen && storage().__md_get?.("__palette")?.color?.media === DEVICE) dress(chosen, ofDevice(all), index);
}

/**
 * Has the theme's script, which has just come, take up a change that it missed.
 * @param {EventTarget | null} changed
 */
export function takeUp(changed) {
  if (changed instanceof HTMLInputElement && changed.name === "__palette") {
    changed.dispatchEvent(new Event("change"));
  }
}

/** The theme's own way to what it keeps in the browser. */
const storage = () => /** @type {Storage} */ (/** @type {unknown} */ (window));

/** @param {HTMLInputElement} option */
const fits = (option) => matchMedia(option.dataset.mdColorMedia ?? "all").matches;

/** @param {HTMLInputElement[]} all */
const ofDevice = (all) => all.find((option) => option.dataset.mdColorMedia !== DEVICE && fits(option));

/** @param {HTMLInputElement} option @param {boolean} shown */
function showLabel(option, shown) {
  const label = option.nextElementSibling;
  if (label instanceof HTMLElement) label.hidden = !shown;
}

/**
 * What is kept is what dresses the next page before its first paint.
 * @param {HTMLInputElement} chosen
 * @param {HTMLInputElement | undefined} meant the choice that holds the colours
 * @param {number} index
 */
function dress(chosen, meant, index) {
  if (!meant) return;
  /** @type {Record<string, string | null>} */
  const color = { media: chosen.getAttribute("data-md-color-media") };
  for (const name of COLOURS) color[name] = meant.getAttribute(`data-md-color-${name}`);
  for (const [name, value] of Object.entries(color)) {
    if (value !== null) document.body.setAttribute(`data-md-color-${name}`, value);
  }
  storage().__md_set?.("__palette", { index: Math.max(0, index), color });
}
