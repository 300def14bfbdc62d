/** The list of what else this device has: other languages and editions, and how far they are. */

import { element } from "./elements.js";
import { ownPart } from "./place.js";
import { say } from "./words.js";

/** @typedef {import("./worker.js").Part} Part */

/** @param {import("./state.js").State} now */
export function parts({ status, rest }) {
  const list = document.querySelector("[data-rb-saving-parts]");
  const all = status?.parts ?? [];
  const others = all.filter(({ path }) => path.split("/").length === 2 && path !== ownPart());
  list?.replaceChildren(...others.map((part) => element("li", "", line(within(part, all), rest))));
}

/**
 * @param {Part[]} found a part, and the albums in it
 * @param {import("./state.js").State["rest"]} rest
 */
function line(found, rest) {
  const title = found[0]?.title ?? "";
  const files = found.reduce((sum, part) => sum + part.files, 0);
  if (found.every(({ saved }) => saved)) return say("page.part", { title, files });
  if (!found.some(({ path }) => path === rest?.part)) return say("page.part_not", { title, files });
  const before = found.filter(({ saved }) => saved).reduce((sum, part) => sum + part.files, 0);
  return say("page.part_now", { title, done: before + (rest?.done ?? 0), all: files });
}

/**
 * @param {Part} part
 * @param {Part[]} all
 * @returns {Part[]}
 */
function within(part, all) {
  return [part, ...all.filter(({ path }) => path.startsWith(`${part.path}/`))];
}
