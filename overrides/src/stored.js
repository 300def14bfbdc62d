/**
 * What the site remembers on this device, apart from its neighbours on the same host.
 *
 * On `file:` pages nothing is stored: there the storage is shared by all local files.
 * Storage may also be full, switched off or forbidden; the site then just doesn't remember.
 */

/**
 * The path of the site's root, from `<meta name="runbook-root" content="../..">`.
 * @returns {string}
 */
function siteRoot() {
  return new URL(meta("runbook-root") || ".", location.href).pathname;
}

/**
 * The content of a `<meta>`, empty if there is none.
 * @param {string} name
 * @returns {string}
 */
export function meta(name) {
  const element = document.querySelector(`meta[name="${name}"]`);
  return element?.getAttribute("content") ?? "";
}

/**
 * @param {string} name
 * @returns {string | null}
 */
export function recall(name) {
  try {
    return mayStore() ? localStorage.getItem(keyOf(name)) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value null forgets it
 */
export function remember(name, value) {
  try {
    if (!mayStore()) return;
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // Not remembered.
  }
}

/** @returns {boolean} */
export function mayStore() {
  return location.protocol !== "file:";
}

/**
 * @param {string} name
 * @returns {string}
 */
function keyOf(name) {
  return `runbook.${name}:${siteRoot()}`;
}
