/** Where this page stands, and whether a copy can be saved from there at all. */

import { meta } from "../stored.js";

/** @returns {string} the path of the site's root, ending in a slash */
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
  if (!sealed()) return { kind: "not-saved", reason: "unsealed" };
  if (!isSecureContext) return { kind: "not-saved", reason: "insecure" };
  if (!("serviceWorker" in navigator)) return { kind: "not-saved", reason: "unsupported" };
  return null;
}

/** Sealing gives every page its policy; a preview has none, and no worker either. */
function sealed() {
  return document.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null;
}
