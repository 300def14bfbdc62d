/** From an address to a file: `/x`, `/x/` and `/x/index.html` are the same page. */

/**
 * The part that an address belongs to.
 * @param {import("./manifest.js").Site} site
 * @param {string} address relative to the scope; it may have a query
 * @returns {string} its path; "" is the root's
 */
export function partOf(site, address) {
  const path = decoded(address);
  const within = site.parts.filter((part) => part.path && `${path}/`.startsWith(`${part.path}/`));
  return within.reduce((longest, part) => (part.path.length > longest.length ? part.path : longest), "");
}

/**
 * The path that an address names, without query and `#`.
 * @param {string} address relative to the scope
 * @returns {string}
 */
export function decoded(address) {
  const path = address.split(/[?#]/, 1)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Which file a path names, and whether the reader has to be sent to another address so that the
 * page's relative links are right.
 * @param {(path: string) => boolean} has
 * @param {string} path relative to its part
 * @returns {{ path: string, move: "" | "slash" | "html" } | null} null if there is none
 */
export function fileOf(has, path) {
  const ends = path === "" || path.endsWith("/");
  const folder = path.replace(/(^|\/)index\.html$/, "$1");
  const page = `${folder.replace(/\/$/, "")}.html`;
  if (has(path)) return { path, move: "" };
  if (ends && has(`${path}index.html`)) return { path: `${path}index.html`, move: "" };
  if (!ends && has(`${path}/index.html`)) return { path: `${path}/index.html`, move: "slash" };
  if (has(page)) return { path: page, move: ends || folder !== path ? "html" : "" };
  return null;
}
