/**
 * The edition and language that were used last, for the root page to lead on to.
 *
 * @typedef {{ edition: string, language: string }} LastUsed
 */

import { meta, recall, remember } from "./stored.js";

/** Remember what the page that is shown belongs to. */
export function rememberEdition() {
  const edition = meta("runbook-edition");
  const language = meta("runbook-language");
  if (edition && language) rememberLast({ edition, language });
}

/** @param {LastUsed} last */
export function rememberLast({ edition, language }) {
  remember("last", JSON.stringify({ edition, language }));
}

/** @returns {LastUsed | null} null if nothing, or nothing sensible, is remembered */
export function lastUsed() {
  try {
    const last = JSON.parse(recall("last") ?? "null");
    const whole = typeof last?.edition === "string" && typeof last?.language === "string";
    return whole ? last : null;
  } catch {
    return null;
  }
}
