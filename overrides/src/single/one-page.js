/**
 * The pages of the file (`[data-rb-page]`) are shown one at a time, the one that the address names;
 * `[data-rb-all]` has a button that shows them all. What is shown is what gets printed.
 */

/** Lets the browser's own search look into pages that aren't shown, where it knows how. */
const HIDDEN = "onbeforematch" in document.documentElement ? "until-found" : "";

export function onePageAtATime() {
  const pages = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-rb-page]")
  );
  const first = pages[0];
  if (!first) return;
  /** @type {Map<string, number>} how far each address was read, for the way back */
  const read = new Map();
  const state = { all: false, tapped: false, at: location.hash };

  /** @param {Element | null | undefined} page */
  function reveal(page) {
    for (const one of pages) {
      if (state.all || one === page) one.removeAttribute("hidden");
      else one.setAttribute("hidden", HIDDEN);
    }
    page?.parentElement?.classList.toggle("rb-single--one", !state.all);
    mark(page?.id ?? "");
    state.at = location.hash;
  }

  /** @param {boolean} back */
  function show(back) {
    const target = placeOf(location.hash);
    const page = pageOf(target) ?? first;
    reveal(page);
    const before = back ? read.get(location.hash) : undefined;
    if (before !== undefined) scrollTo(0, before);
    else if (state.all || (target && target !== page)) target?.scrollIntoView();
    else scrollTo(0, 0);
  }

  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    if (state.at === location.hash) read.set(state.at, scrollY);
  }, { passive: true });
  document.addEventListener("click", (event) => {
    state.tapped = event.target instanceof Element && event.target.closest("a[href^='#']") !== null;
  });
  addEventListener("hashchange", () => {
    show(!state.tapped);
    state.tapped = false;
  });
  // The browser's own search has found something; it moves there by itself.
  document.addEventListener("beforematch", (event) => {
    const page = pageOf(event.target);
    if (!page || page === pageOf(placeOf(location.hash))) return;
    history.pushState(null, "", `#${page.id}`);
    reveal(page);
  });
  offerAll(state, () => show(false));
  show(false);
}

/**
 * @param {{ all: boolean }} state
 * @param {() => void} show
 */
function offerAll(state, show) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rb-all]"));
  const button = place?.querySelector("button");
  if (!place || !button) return;
  const words = [button.textContent ?? "", button.dataset["rbOne"] ?? ""];
  place.hidden = false;
  button.addEventListener("click", () => {
    state.all = !state.all;
    button.textContent = words[Number(state.all)] ?? "";
    const at = button.getBoundingClientRect().top;
    show();
    scrollBy(0, button.getBoundingClientRect().top - at);
  });
}

/**
 * @param {EventTarget | null} place
 * @returns {Element | null}
 */
function pageOf(place) {
  return place instanceof Element ? place.closest("[data-rb-page]") : null;
}

/**
 * @param {string} hash
 * @returns {HTMLElement | null}
 */
function placeOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/**
 * The bar says which of its places the page belongs to.
 * @param {string} page
 */
function mark(page) {
  for (const place of document.querySelectorAll(".rb-bar__place")) {
    const kind = place.getAttribute("href")?.slice(1);
    if (kind === page.split(".")[0]) place.setAttribute("aria-current", "page");
    else place.removeAttribute("aria-current");
  }
}
