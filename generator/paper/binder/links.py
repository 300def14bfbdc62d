"""Where the links of articles lead in the binder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, unquote

from msgspec import Struct, field

from generator.views.page import Page
from generator.views.sheets.binder import Section

_IDS = re.compile(r'\sid="([^"]+)"')
_HREFS = re.compile(r'\shref="([^"]+)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Target(Struct, frozen=True):
    """A place in the binder: the label that stands there, and its section's code."""

    label: str
    code: str


class Places(Struct, frozen=True):
    """Every place that something may link to.

    ``codes`` are the sections' codes by the pages' paths, ``ids`` the anchors on each page,
    ``wanted`` the labels that some link leads to.
    """

    codes: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    wanted: set[str] = field(default_factory=set)

    def find(self, href: str, here: str) -> Target | None:
        """Where a link on the page at the path ``here`` leads; None if not within the binder."""
        if _SCHEME.match(href):
            return None
        path, _, anchor = unquote(href).partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        if page not in self.codes:
            return None
        there = anchor if anchor in self.ids[page] else ""
        return Target(label(page, there), self.codes[page])


@lru_cache(8192)
def label(path: str, anchor: str = "") -> str:
    """The label of a page, or of a place on it: plain ASCII, as ``paper/links.py`` needs it."""
    return quote(f"{path}#{anchor}" if anchor else path, safe="/#")


class Article(Struct, frozen=True):
    """A page's article as HTML, the anchors in it, and where its links lead."""

    html: str
    ids: frozenset[str]
    hrefs: frozenset[str]

    @classmethod
    def of(cls, html: str) -> Article:
        """Look through an article."""
        return cls(html, frozenset(_IDS.findall(html)), frozenset(_HREFS.findall(html)))


def places(sections: Iterable[Section], articles: Mapping[str, Article]) -> Places:
    """The places of all articles, which stand by their pages' paths."""
    codes = {path_of(page): one.code for one in sections for page in one.pages}
    found = Places(codes, {path: one.ids for path, one in articles.items()})
    for path, one in articles.items():
        for href in one.hrefs:
            target = found.find(href, path)
            if target:
                found.wanted.add(target.label)
    return found


def path_of(page: Page) -> str:
    """A page's path in its edition and language."""
    return page.address.path
