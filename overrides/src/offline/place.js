/** Where this page stands, and whether a copy can be saved from there at all. */

import { meta } from "../stored.js";

/** @returns {string} the site's root, ending in a slash */
export function root() {
  const path = new URL(meta("runbook-root") || ".", location.href).pathname;
  return path.endsWith("/") ? path : `${path}/`;
}

/** @returns {string} the folder of the edition and language that is read */
export function ownPart() {
  return `${meta("runbook-edition")}/${meta("runbook-language")}`;
}

/** @returns {import("./state.js").State | null} */
export function whyNot() {
  if (location.protocol === "file:") return { kind: "file", reason: "file" };
  if (!isSecureContext) return { kind: "not-saved", reason: "insecure" };
  if (!("serviceWorker" in navigator)) return { kind: "not-saved", reason: "unsupported" };
  return null;
}
