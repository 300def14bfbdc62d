/** What a device's clock says, which may be wrong, and be put right later. */

/**
 * Whether a moment that was remembered is less than so long ago. One that is still to come was
 * remembered by a clock that was fast: who waited for it might wait for years.
 * @param {string | number | null | undefined} moment in milliseconds since 1970
 * @param {number} pause in milliseconds
 * @returns {boolean}
 */
export function lately(moment, pause) {
  const age = Date.now() - Number(moment ?? 0);
  return age >= 0 && age < pause;
}
