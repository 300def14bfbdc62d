/** Values of JSON are what they should be, or a `TypeError` is thrown. */

/**
 * @param {boolean} right
 */
export function within(right) {
  if (!right) throw new TypeError("not what the format says");
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function object(value) {
  within(typeof value === "object" && value !== null && !Array.isArray(value));
  return /** @type {Record<string, unknown>} */ (value);
}

/**
 * @param {unknown} value
 * @param {number} [fewest]
 * @param {number} [most]
 * @returns {unknown[]}
 */
export function array(value, fewest = 0, most = Infinity) {
  within(Array.isArray(value) && value.length >= fewest && value.length <= most);
  return /** @type {unknown[]} */ (value);
}

/**
 * @template T
 * @param {unknown} value
 * @param {(item: unknown) => T} read
 * @returns {T[]}
 */
export function list(value, read) {
  return array(value).map((item) => read(item));
}

/**
 * @template T
 * @param {unknown} value
 * @param {(value: unknown) => T} read
 * @returns {T | null}
 */
export function optional(value, read) {
  return value === undefined || value === null ? null : read(value);
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function text(value) {
  within(typeof value === "string");
  return /** @type {string} */ (value);
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function hash(value) {
  within(/^[0-9a-f]{64}$/.test(text(value)));
  return /** @type {string} */ (value);
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function time(value) {
  within(!Number.isNaN(Date.parse(text(value))));
  return /** @type {string} */ (value);
}

/**
 * A path inside the site: no step up, no empty step, no slash at either end.
 * @param {unknown} value
 * @returns {string}
 */
export function path(value) {
  within(text(value).split("/").every((step) => step !== "" && step !== "." && step !== ".."));
  return /** @type {string} */ (value);
}

/**
 * @param {unknown} value
 * @param {number} [below]
 * @returns {number}
 */
export function count(value, below = Infinity) {
  within(Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < below);
  return Number(value);
}
