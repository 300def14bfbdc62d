/**
 * "Is my card current?": the page's tables answer for a code that is typed, or that a sheet's QR
 * code carries in the address (`#code=K7F3X4P2`). Nothing is asked of any server.
 */

/** Codes are letters and digits in turn; these signs are in none, and are taken for their likes. */
const AS_DIGIT = /** @type {Record<string, string>} */ ({ Z: "2", A: "4", G: "6", T: "7", B: "8", Q: "9" });
const AS_LETTER = /** @type {Record<string, string>} */ ({ 3: "E", 4: "A", 7: "T", U: "V", N: "M" });

const LENGTH = 8;
const LENGTH_OF_PAGE = 5;

export function currentCard() {
  const form = document.querySelector("form[data-rb-check]");
  const input = form?.querySelector("input");
  const place = form?.querySelector("[data-rb-check-answer]");
  if (!(form instanceof HTMLFormElement) || !input || !place) return;
  form.hidden = false;
  for (const list of document.querySelectorAll("details[data-rb-codes]")) list.removeAttribute("open");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) answer(place, plain(input.value));
    else input.focus();
  });
  const scanned = () => {
    const code = /^#code=(.+)$/.exec(location.hash)?.[1];
    if (!code) return;
    const meant = plain(decoded(code));
    input.value = meant.length === LENGTH ? `${meant.slice(0, 4)}-${meant.slice(4)}` : meant;
    answer(place, meant);
  };
  window.addEventListener("hashchange", scanned);
  scanned();
}

/** @param {string} code */
function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

/**
 * A code as it was meant: capitals, no dashes or spaces, and signs that no code has as those that
 * they look like at their place.
 * @param {string} typed
 * @returns {string}
 */
export function plain(typed) {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (signs.length !== LENGTH) return signs;
  return [...signs].map((sign, at) => (at % 2 ? AS_DIGIT : AS_LETTER)[sign] ?? sign).join("");
}

/**
 * @param {Element} place
 * @param {string} code
 */
function answer(place, code) {
  const found = document.querySelector(`[data-rb-code="${code}"]`);
  const unknown = code.length === LENGTH_OF_PAGE ? "page" : "unknown";
  const state = found?.getAttribute("data-rb-state") ?? unknown;
  const template = document.querySelector(`template[data-rb-answer="${state}"]`);
  if (!(template instanceof HTMLTemplateElement)) return;
  const said = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  said.querySelector("[data-rb-told]")?.append(...told(found?.closest("[data-rb-sheet]")));
  place.className = `rb-check__answer rb-check__answer--${state}`;
  place.replaceChildren(said);
  place.scrollIntoView({ block: "nearest" });
}

/**
 * What the page tells of a sheet: its name, and what changed.
 * @param {Element | null | undefined} row
 * @returns {Node[]}
 */
function told(row) {
  const parts = row?.querySelectorAll("[data-rb-name], [data-rb-changes]") ?? [];
  return [...parts].map((part) =>
    (part instanceof HTMLTemplateElement ? part.content : part).cloneNode(true));
}
