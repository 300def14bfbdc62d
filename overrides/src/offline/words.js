/** The words of the reader's language, from `data-rb-words` in the page. */

/** @type {Record<string, string> | undefined} */
let known;

/**
 * The words of a key such as `page.saved`, with its `{slots}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [slots]
 * @returns {string}
 */
export function say(key, slots = {}) {
  known ??= read();
  const words = known[key] ?? "";
  return words.replace(/\{(\w+)\}/g, (all, name) => String(slots[name] ?? all));
}

/** @returns {Record<string, string>} */
function read() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rb-words]"));
  return JSON.parse(place?.dataset["rbWords"] ?? "{}");
}

/**
 * How long ago a moment is, in words: "3 days ago".
 * @param {string} moment ISO 8601
 * @returns {string}
 */
export function ago(moment) {
  const days = Math.round((Date.parse(moment) - Date.now()) / 86_400_000);
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  if (Math.abs(days) < 60) return words.format(days, "day");
  return words.format(Math.round(days / 30.44), "month");
}

/**
 * @param {string} moment ISO 8601
 * @returns {string} a day, written out
 */
export function day(moment) {
  return new Date(moment).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}
