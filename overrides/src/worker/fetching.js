/** Fetching a file as the host has it now, whole and without redirects, cookies or caches. */

import { readAll } from "./bytes.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */

/** A host that says nothing for so long is taken for dead; slow ones are waited for. */
export const SILENCE_MS = 30_000;

/** A connection that breaks is tried once more, after this time. */
const AGAIN_MS = 300;

/** Answers with which a host or a portal asks for a login. */
const LOGIN = [401, 403, 407, 511];

/**
 * The bytes of a file. Whether they are the right ones is for the caller to check.
 * @param {string} address
 * @param {number} limit more bytes than this are not read
 * @returns {Promise<Bytes>}
 */
export async function fetchWhole(address, limit) {
  try {
    return await fetchOnce(address, limit);
  } catch (error) {
    if (!(error instanceof Trouble) || error.reason !== "network") throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return fetchOnce(address, limit);
  }
}

/**
 * @param {string} address
 * @param {number} limit
 * @returns {Promise<Bytes>}
 */
async function fetchOnce(address, limit) {
  const ending = new AbortController();
  let timer = setTimeout(() => ending.abort(), SILENCE_MS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ending.abort(), SILENCE_MS);
  };
  try {
    // Why not redirect: "error": that can't be told from a dead host, and it mostly is a login page.
    const response = await fetch(address, {
      cache: "no-store", redirect: "manual", credentials: "omit", signal: ending.signal,
    });
    heard();
    refuseOddAnswers(response, address);
    return response.body ? await readAll(response.body, limit, heard) : new Uint8Array();
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("network", address);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @param {string} address
 */
function refuseOddAnswers(response, address) {
  if (response.status === 200 && response.type === "basic" && !response.redirected) return;
  const redirected = response.type === "opaqueredirect" || response.redirected;
  if (redirected || LOGIN.includes(response.status)) throw new Trouble("not-the-plan", address);
  const missing = response.status === 404 || response.status === 410;
  throw new Trouble(missing ? "mixed" : "network", address);
}
