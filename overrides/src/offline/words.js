/** The words of the reader's language, from `data-rb-words` in the page. */

const DAY = 86_400_000;

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
  // Why never in the future: a phone's clock may be slow.
  const days = Math.min(0, Math.round((midnight(new Date(moment)) - midnight(new Date())) / DAY));
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  if (days > -60) return words.format(days, "day");
  const months = Math.round(days / 30.44);
  return months > -24 ? words.format(months, "month") : words.format(Math.round(months / 12), "year");
}

/** @param {Date} time */
function midnight(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

/**
 * @param {string} last a day or a moment, ISO 8601
 * @returns {boolean} whether that day has passed
 */
export function over(last) {
  return Date.parse(last) + DAY < Date.now();
}

/**
 * @param {string} moment a day or a moment, ISO 8601
 * @returns {string} the day, written out
 */
export function day(moment) {
  const style = /** @type {const} */ ({ dateStyle: "long", timeZone: "UTC" });
  // Why British: so the pages write their dates.
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  return new Date(moment).toLocaleDateString(language, style);
}
