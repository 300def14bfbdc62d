/** Responses that the worker makes itself. */

/** @typedef {import("./bytes.js").Bytes} Bytes */

/**
 * @param {Request} request
 * @param {Bytes} bytes
 * @param {Record<string, string>} headers
 * @returns {Response}
 */
export function answerFile(request, bytes, headers) {
  const all = new Headers(headers);
  all.set("X-Content-Type-Options", "nosniff");
  all.set("Accept-Ranges", "bytes");
  const range = rangeOf(request.headers.get("Range"), bytes.length);
  if (range === null) {
    all.set("Content-Range", `bytes */${bytes.length}`);
    return new Response(null, { status: 416, headers: all });
  }
  const [start, end] = range ?? [0, bytes.length];
  if (range) all.set("Content-Range", `bytes ${start}-${end - 1}/${bytes.length}`);
  all.set("Content-Length", String(end - start));
  const body = request.method === "HEAD" ? null : bytes.subarray(start, end);
  return new Response(body, { status: range ? 206 : 200, headers: all });
}

/**
 * The bytes that a `Range` header asks for.
 * @param {string | null} header
 * @param {number} size
 * @returns {[start: number, end: number] | null | undefined} undefined: all of them; null: none that exist
 */
export function rangeOf(header, size) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, "") ?? "");
  if (!asked || (!asked[1] && !asked[2])) return undefined;
  if (!asked[1]) return Number(asked[2]) ? [Math.max(0, size - Number(asked[2])), size] : null;
  const start = Number(asked[1]);
  const end = asked[2] ? Math.min(Number(asked[2]) + 1, size) : size;
  return start < size && start < end ? [start, end] : null;
}

/**
 * A page of the worker's own. Its only style is named in its policy by its hash.
 * @param {string} html
 * @param {number} status
 * @param {string} style what stands in its `<style>`
 * @returns {Promise<Response>}
 */
export async function answerPage(html, status, style) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
