/**
 * Why something couldn't be saved; pages translate the reason.
 *
 * @typedef {"network" | "not-the-plan" | "mixed" | "changed-bytes" | "older" | "no-space" | "format"} Reason
 */

export class Trouble extends Error {
  /**
   * @param {Reason} reason
   * @param {string} place the file or address it is about
   */
  constructor(reason, place) {
    super(`${reason}: ${place}`);
    this.reason = reason;
    this.place = place;
  }
}

/**
 * Any error as a `Trouble`; what we can't name is a fault in the format or in ourselves.
 * @param {unknown} error
 * @param {string} place
 * @returns {Trouble}
 */
export function troubleOf(error, place) {
  return error instanceof Trouble ? error : new Trouble("format", `${place} (${error})`);
}
