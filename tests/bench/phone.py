"""A phone for the bench: real Chromium, started cold for each page, its processor slowed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct
from playwright.sync_api import Page, Playwright

from tests.browser.conftest import QUIET
from tests.browser_setup import CHROMIUM

SLOWER = 4
"""Times; of the page's own thread, not of workers: more can't be asked of Chromium."""

AT_REST = 2000
"""Milliseconds after which a page, or a browser that has just started, does nothing any more."""

_SEARCH = "[data-rb-search], label.md-header__button[for=__search]"
"""What opens the search, ours or the theme's; only one of them is seen."""

_WATCH = """
window.bench = {tasks: [], paint: 0, tap: 0, ready: 0, key: 0, answer: 0};
const watch = (type, heard) => new PerformanceObserver((list) => list.getEntries().forEach(heard))
  .observe({type, buffered: true});
watch("longtask", ({startTime, duration}) => bench.tasks.push([startTime, duration]));
watch("largest-contentful-paint", ({startTime}) => { bench.paint = startTime; });
addEventListener("pointerdown", () => { bench.tap ||= performance.now(); }, true);
addEventListener("keydown", () => { bench.key = performance.now(); bench.answer = 0; }, true);
addEventListener("DOMContentLoaded", () => {
  const meta = document.querySelector(".md-search-result__meta");
  if (!meta) return;
  const first = meta.textContent.trim();
  new MutationObserver(() => {
    if (meta.textContent.trim() !== first) bench.ready ||= performance.now();
  }).observe(meta, {childList: true, characterData: true, subtree: true});
  new MutationObserver((all) => {
    if (all.some(({addedNodes}) => addedNodes.length)) bench.answer ||= performance.now();
  }).observe(document.querySelector(".md-search-result__list"), {childList: true});
  if (location.hash === "#bench-search") {
    document.getElementById("__search").click();
  }
});
"""

_UNTIL = """(what) => new Promise((resolve) => {
  const rested = () => {
    const last = bench.tasks.at(-1);
    return performance.now() - Math.max(bench.tap, last ? last[0] + last[1] : 0) > 1200;
  };
  const is = {
    painted: () => bench.paint,
    atRest: () => document.readyState === "complete" && bench.tap && rested(),
    searchIsReady: () => bench.ready,
    answered: () => bench.answer,
  }[what];
  const look = () => is() ? resolve() : setTimeout(look, 10);
  look();
})"""
"""Resolves when it is so. At rest: no long task for 1.2 s after the last one, and after the tap."""

_INSTALL = """async () => {
  const start = performance.now();
  const found = await navigator.serviceWorker.register("/sw.js", {updateViaCache: "none"});
  const worker = found.installing ?? found.waiting ?? found.active;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
  const time = performance.now() - start;
  return [time, (await navigator.storage.estimate()).usage];
}"""


class Opened(Struct, frozen=True):
    """How a page opened, in milliseconds: the largest paint; the first tap, made as soon as
    something was painted, reaches the page; long tasks that began before it, and all of them."""

    paint: float
    tap: float
    before: float
    all: float


class Searched(Struct, frozen=True):
    """Milliseconds from navigation until the box, opened at once, was ready; then from each letter
    to its answer."""

    ready: float
    letters: list[float]


class Phone:
    """One browser profile: what it has saved stays between starts."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.playwright = playwright
        self.profile = profile

    @contextmanager
    def _started(self, slower: int = SLOWER) -> Iterator[Page]:
        context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=CHROMIUM,
            headless=True,
            args=[*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
            viewport={"width": 360, "height": 740},
            has_touch=True,
            is_mobile=True,
        )
        try:
            page = context.pages[0]
            speed = context.new_cdp_session(page)
            speed.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.add_init_script(_WATCH)
            yield page
        finally:
            context.close()

    def install(self, url: str) -> tuple[float, int]:
        """Have the worker registered from an address that runs no script of the site's; returns
        the time until it is active, in milliseconds, and the bytes of storage used."""
        # Why not slowed, and at rest: to slow a page, Chromium keeps one of the two processors
        # busy, which slows no worker by the same; and its own start takes half a second of another.
        with self._started(slower=1) as page:
            page.goto(url)
            page.wait_for_timeout(AT_REST)
            time, used = page.evaluate(_INSTALL)
            return float(time), int(used)

    def open(self, url: str) -> Opened:
        """Open a page, and touch it as soon as something is painted."""
        with self._started() as page:
            page.goto(url, wait_until="commit")
            page.evaluate(_UNTIL, "painted")
            page.touchscreen.tap(2, 400)
            page.evaluate(_UNTIL, "atRest")
            found: dict[str, Any] = page.evaluate("bench")
        before = sum(length for start, length in found["tasks"] if start < found["tap"])
        return Opened(found["paint"], found["tap"], before, sum(one[1] for one in found["tasks"]))

    def search(self, url: str, word: str) -> Searched:
        """Open the search box when the page is there, and type a word letter by letter."""
        with self._started() as page:
            page.goto(f"{url}#bench-search", wait_until="commit")
            page.evaluate(_UNTIL, "searchIsReady")
            ready = float(page.evaluate("bench.ready"))
            box = page.locator("[data-md-component=search-query]")
            box.focus()
            letters = []
            for letter in word:
                page.wait_for_timeout(300)
                box.press(letter)
                page.evaluate(_UNTIL, "answered")
                letters.append(float(page.evaluate("bench.answer - bench.key")))
        return Searched(ready, letters)

    def touch_search(self, url: str) -> float:
        """Touch the search on a page that has come to rest; returns the milliseconds until it is
        ready, 0 if it was before."""
        with self._started() as page:
            page.goto(url)
            page.wait_for_timeout(AT_REST)
            place = page.locator(_SEARCH).locator("visible=true").first.bounding_box()
            assert place, "nothing opens the search"
            across, down = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
            page.touchscreen.tap(across, down)
            page.evaluate(_UNTIL, "searchIsReady")
            return max(0.0, float(page.evaluate("bench.ready - bench.tap")))
