"""What a person sees of the plan in a browser, whichever engine it has."""

from __future__ import annotations

import json

from tests.browser.server import Server
from tests.engines.engine import Engine
from tests.engines.revisions import NEIGHBOUR, PART, Revision

BADGE = "document.querySelector('.rb-saved--saved:not([hidden]) .rb-saved__words')?.textContent"

SEEN = """(() => {
  const words = (element) => element?.textContent.trim().replace(/\\s+/g, " ");
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
  const badge = document.querySelector(".rb-saved--saved:not([hidden]) .rb-saved__words");
  if (!badge || document.readyState !== "complete") return null;
  return {
    title: words(document.querySelector("title")),
    h1: words(document.querySelector("h1")),
    badge: words(badge),
    rules: sheets.map((sheet) => sheet.sheet?.cssRules.length ?? 0),
    styled: getComputedStyle(badge.closest("[data-rb-saved]")).display,
    foreign: performance.getEntriesByType("resource").map(({ name }) => name)
      .filter((name) => !name.startsWith(location.origin)),
  };
})()"""
"""What a page shows, as soon as its script has asked the worker and said that it is saved, and all
its sheets are there: the one for print comes late, and holds nothing up."""


DIGESTS = """async (paths) => {
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const one = async (path) => {
    const bytes = await (await fetch(`/${path}`)).arrayBuffer();
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  };
  return Promise.all(paths.map((path) => one(path).catch(String)));
}"""


def save(browser: Engine, server: Server) -> str:
    """Open the start page and wait for the badge; what it says."""
    browser.open(f"{server.url}{PART}/index.html")
    return str(browser.until(BADGE))


def leave_for_long(browser: Engine, url: str) -> None:
    """As if the last page had been read more than a minute ago: it asks the host for nothing any
    more, and the next one doesn't know that anybody has asked lately."""
    browser.open(f"{url}{NEIGHBOUR}")
    browser.run("localStorage.clear()")


def faults(browser: Engine, root: str, revision: Revision) -> list[str]:
    """The pages that don't open as the revision has them; each is opened as by a link."""
    found: list[str] = []
    for path, (title, h1) in revision.pages().items():
        browser.open(root + path)
        seen = browser.until(SEEN)
        right = (seen["title"], seen["h1"], seen["foreign"]) == (title, h1, [])
        dressed = len(seen["rules"]) >= 2 and min(seen["rules"]) > 0
        if not (right and dressed and f"revisie {revision.number} " in seen["badge"]):
            found.append(f"{path}: {seen}")
    return found


def differences(browser: Engine, revision: Revision) -> list[str]:
    """The files of the part that the worker doesn't answer as the revision has them."""
    files = revision.files()
    assert len(files) > len(revision.pages())
    answers = browser.run(f"({DIGESTS})({json.dumps(list(files))})")
    return [path for path, answer in zip(files, answers, strict=True) if answer != files[path]]


def search(browser: Engine, query: str) -> list[str]:
    """Type into the search box of the page that is open; the addresses that it finds."""
    browser.tap("a[data-rb-search]")
    browser.until("document.activeElement?.matches('[data-md-component=search-query]')")
    # Why only the last letter: each that is typed has an answer of its own.
    browser.run(f"void (document.activeElement.value = {json.dumps(query[:-1])})")
    browser.type("[data-md-component=search-query]", query[-1])
    links = "[...document.querySelectorAll('.md-search-result__link')].map((link) => link.href)"
    browser.until(f"{links}.length")
    return [str(link) for link in browser.run(links)]
