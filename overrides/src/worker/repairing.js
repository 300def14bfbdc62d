/** The way back from a damage page: what is damaged is fetched again, then the page is shown. */

import { current, forget } from "./current.js";
import { OFFLINE, SCOPE } from "./place.js";
import { repair } from "./testing.js";

/** The damage page's link leads here; `back` says where the reader came from. */
export const REPAIR = `${OFFLINE}repair?`;

/**
 * @param {string} url
 * @returns {Promise<Response>}
 */
export async function repairAndReturn(url) {
  const now = await current().catch(() => null);
  if (now) await repair(now.revision, () => {}).catch(() => {});
  forget();
  const back = new URL(SCOPE + (new URL(url).searchParams.get("back") ?? "")).href;
  return Response.redirect(back.startsWith(SCOPE) ? back : SCOPE, 302);
}
