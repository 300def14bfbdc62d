/** The page "Save on this phone": what this device has, and what to do about it. */

import { actions, moreActions } from "./actions.js";
import { counted, expiry, title } from "./badge.js";
import { element } from "./elements.js";
import { installable } from "./installing.js";
import { keep } from "./keeping.js";
import { parts } from "./parts.js";
import { state, watch } from "./state.js";
import { changed, titles } from "./update.js";
import { say } from "./words.js";

export function panel() {
  const place = document.querySelector("[data-rb-saving]");
  if (!place) return;
  const first = element("p", "rb-saving__state");
  const result = element("p", "rb-saving__result");
  for (const line of [first, result]) line.setAttribute("role", "status");
  const bar = /** @type {HTMLProgressElement} */ (element("progress", "rb-saving__bar"));
  const details = element("div", "rb-saving__details");
  const news = element("div", "rb-saving__news");
  const ways = element("div", "rb-saving__ways");
  place.replaceChildren(first, details, bar, news, ways, result);
  watch((now) => {
    first.className = `rb-saving__state rb-saved--${now.kind}`;
    write(first, title(now));
    write(details, ...lines(now).map((words) => element("p", "rb-saving__detail", words)));
    measure(bar, now);
    write(news, ...whatIsNew(now));
    offer(ways, [...actions(now, result), ...moreActions(now, result)], first);
    if (now.kind === "saved") void keep();
  });
  watch(parts);
  installable(() => offer(ways, [...actions(state(), result), ...moreActions(state(), result)], first));
}

/**
 * Only what differs is written, so that nothing is read out twice.
 * @param {HTMLElement} place
 * @param {...(string | HTMLElement)} content
 */
function write(place, ...content) {
  const made = element("div", "");
  made.append(...content);
  if (made.textContent !== place.textContent) place.replaceChildren(...made.childNodes);
}

/**
 * @param {import("./state.js").State} now
 * @returns {string[]}
 */
function lines(now) {
  const { kind, done, all, reason, trouble, kept } = now;
  const saved = kind === "saved";
  return [
    expiry(now),
    saved ? counted("page.detail", now) : "",
    kind === "saving" && all ? say("page.progress", { done: done ?? 0, all }) : "",
    kind === "not-saved" || kind === "file" ? say(`reason.${reason}`) : "",
    (saved || kind === "damaged") && trouble ? troubled(say(`reason.${trouble}`), trouble === "older") : "",
    extras(now),
    saved && kept !== undefined ? say(kept ? "page.kept" : "page.not_kept") : "",
    matchMedia("(display-mode: standalone)").matches ? say("page.standalone") : "",
  ].filter(Boolean);
}

/**
 * @param {string} reason
 * @param {boolean} whole whether nothing is missing all the same
 */
function troubled(reason, whole) {
  return whole ? reason : say("page.trouble", { reason });
}

/**
 * What comes after the pages: large files, and the albums, parts that have none.
 * @param {import("./state.js").State} now
 */
function extras({ status }) {
  let [done, all] = [0, 0];
  for (const { path, pages, files, saved, extras: [some, every] } of status?.parts ?? []) {
    const album = path && !pages ? files : 0;
    done += saved ? some + album : 0;
    all += every + album;
  }
  return all ? say("page.extras", { done, all }) : "";
}

/**
 * @param {HTMLProgressElement} bar
 * @param {import("./state.js").State} now
 */
function measure(bar, now) {
  bar.hidden = now.kind !== "saving";
  bar.setAttribute("aria-label", title(now));
  // Why not the files: on a slow network half of the plan comes before the first is whole.
  if (now.came) bar.value = now.came;
  else bar.removeAttribute("value");
}

/**
 * @param {import("./state.js").State} now
 * @returns {HTMLElement[]}
 */
function whatIsNew({ next }) {
  if (!next) return [];
  const head = element("p", "rb-update__title", say("page.update", { revision: next.revision }));
  const all = titles(next.changes);
  const list = element("details", "rb-saving__all");
  list.append(element("summary", "", say("page.all_changes")), element("ul", ""));
  list.lastElementChild?.append(...all.map((words) => element("li", "", words)));
  return [head, ...changed(next.changes), ...(all.length > 4 ? [list] : [])];
}

/**
 * The buttons, only if others are wanted; who had pressed one finds the next.
 * @param {HTMLElement} place
 * @param {HTMLElement[]} buttons
 * @param {HTMLElement} otherwise
 */
function offer(place, buttons, otherwise) {
  const words = (/** @type {Iterable<Element>} */ all) => [...all].map((one) => one.textContent).join("|");
  if (words(buttons) === words(place.children)) return;
  const had = place.contains(document.activeElement);
  place.replaceChildren(...buttons);
  if (!had) return;
  otherwise.tabIndex = -1;
  (buttons[0] ?? otherwise).focus();
}
