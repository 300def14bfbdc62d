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
 * @template File
 * @param {(path: string) => Promise<File | null>} find
 * @param {string} path relative to its part
 * @returns {Promise<{ file: File, move: "" | "slash" | "html" } | null>} null if there is none
 */
export async function fileOf(find, path) {
  const ends = path === "" || path.endsWith("/");
  const folder = path.replace(/(^|\/)index\.html$/, "$1");
  const page = `${folder.replace(/\/$/, "")}.html`;
  /** @type {[path: string, move: "" | "slash" | "html", asked: boolean][]} */
  const ways = [
    [path, "", true],
    [`${path}index.html`, "", ends],
    [`${path}/index.html`, "slash", !ends],
    [page, ends || folder !== path ? "html" : "", true],
  ];
  for (const [name, move, asked] of ways) {
    const file = asked && (await find(name));
    if (file) return { file, move };
  }
  return null;
}
