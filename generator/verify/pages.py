"""Reads a site's pages and style sheets: what they name, what they fetch, where links lead.

Pages of one site repeat most of their tags, so each distinct tag is read only once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.attributes import attributes
from generator.outputs.search_index import JSON_PATH, SCRIPT_PATH

PAGE_SUFFIXES = (".html", ".htm")

_REST = r"[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>"  # of a tag: quotes may hold a `>`
_RAW = "(?i:script|style|textarea|title)"
_TOKEN = re.compile(
    # A tag without attributes names nothing. The first line is for most tags: it needs no look at
    # whether a raw text begins. What stands in comments, scripts and styles is no tag.
    rf"<(?:[a-rA-RuvwxyzUVWXYZ][^\s/>]*+[\s/]{_REST}"
    rf"|{_RAW}\b{_REST}.*?(?:</{_RAW}|\Z)"
    rf"|[sStT][^\s/>]*+[\s/]{_REST}"
    r"|!--.*?(?:-->|\Z))",
    re.DOTALL,
)
_TAG = re.compile(rf"<([a-zA-Z][^\s/>]*)({_REST})", re.DOTALL)
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

_FETCHING = frozenset({"src", "poster", "data", "background", "xlink:href", "manifest"})
_FETCHING_RELATIONS = frozenset(
    {
        "apple-touch-icon",
        "dns-prefetch",
        "icon",
        "manifest",
        "mask-icon",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "prerender",
        "stylesheet",
    }
)


class Facts(NamedTuple):
    """What one tag, one page or one style sheet names: ids, links to follow, addresses to fetch."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    fetches: tuple[str, ...] = ()


@dataclass
class SiteFiles:
    """A site's files: every path, what its pages and style sheets name, its search indexes."""

    paths: set[str] = field(default_factory=set)
    pages: dict[str, Facts] = field(default_factory=dict)
    sheets: dict[str, Facts] = field(default_factory=dict)
    indexes: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids on each page, once all files are taken in."""
        return {path: frozenset(facts.ids) for path, facts in self.pages.items()}

    @classmethod
    def joined(cls, parts: Iterable[SiteFiles]) -> SiteFiles:
        """One site from its parts."""
        whole = cls()
        for part in parts:
            whole.paths |= part.paths
            whole.pages |= part.pages
            whole.sheets |= part.sheets
            whole.indexes |= part.indexes
        return whole

    def add(self, path: str, content: Callable[[], bytes]) -> None:
        """Take one file in; only those that name others are read."""
        self.paths.add(path)
        if path.endswith(PAGE_SUFFIXES):
            self.pages[path] = page_facts(content().decode("utf-8", "replace"))
        elif path.endswith(".css"):
            css = content().decode("utf-8", "replace")
            self.sheets[path] = Facts(fetches=tuple(_css_addresses(css)))
        elif path.endswith(".webmanifest"):
            self.sheets[path] = manifest_facts(content())
        elif f"/{path}".endswith((f"/{JSON_PATH}", f"/{SCRIPT_PATH}")):
            self.indexes[path] = content()


def read_site(folder: Path) -> SiteFiles:
    """The files below ``folder``."""
    site = SiteFiles()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            site.add(file.relative_to(folder).as_posix(), file.read_bytes)
    return site


def manifest_facts(content: bytes) -> Facts:
    """What a web app manifest names; nothing if it can't be read."""
    try:
        said = json.loads(content)
        short = said.get("shortcuts", [])
        icons = [*said.get("icons", []), *(icon for one in short for icon in one.get("icons", []))]
        links = (said.get("start_url", ""), *(one["url"] for one in short))
        return Facts(links=links, fetches=tuple(icon["src"] for icon in icons))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Facts()


def page_facts(html: str) -> Facts:
    """What a page names."""
    ids: list[str] = []
    links: list[str] = []
    fetches: list[str] = []
    for facts in map(_token_facts, set(_TOKEN.findall(html))):
        if facts is not None:
            ids += facts[0]
            links += facts[1]
            fetches += facts[2]
    return Facts(tuple(ids), tuple(links), tuple(fetches))


@lru_cache(maxsize=2**18)
def _token_facts(token: str) -> Facts | None:
    """What a tag, or a script or style with its content, names; None if nothing."""
    tag = _TAG.match(token)
    if tag is None:
        return None
    name, rest = tag.groups()
    name = name.lower()
    values = attributes(rest)
    ids: list[str] = []
    links: list[str] = []
    fetches: list[str] = []
    for key, value in values.items():
        if key == "href":
            _place_of_href(name, values, links, fetches).append(value)
        elif key == "id" or (key == "name" and name == "a"):
            ids.append(value)
        elif key in _FETCHED:
            fetches += _FETCHED[key](value)
        elif key in ("action", "formaction"):
            links.append(value)
    if name in ("style", "script"):
        fetches += _inside(name, values, token[tag.end() :])
    elif name == "meta" and values.get("http-equiv", "").lower() == "refresh":
        addresses = _REFRESH.findall(values.get("content", ""))
        links += addresses
        # Nobody taps it: the browser goes there by itself.
        fetches += addresses
    if not (ids or links or fetches):
        return None
    return Facts(tuple(ids), tuple(links), tuple(fetches))


def forget() -> None:
    """Let go of the tags that were read: those of a large site are several megabytes."""
    _token_facts.cache_clear()


def _inside(name: str, values: dict[str, str], content: str) -> Iterable[str]:
    """What a style fetches, or the theme's settings in a page: these name the search script."""
    if name == "style":
        return _css_addresses(content)
    if values.get("id") != "__config":
        return ()
    try:
        return (str(json.loads(content.partition("</")[0])["search"]),)
    except (ValueError, KeyError, TypeError):
        return ()


def _place_of_href(
    name: str, values: dict[str, str], links: list[str], fetches: list[str]
) -> list[str]:
    """To which list a tag's `href` belongs."""
    if name == "a":
        return links
    # What stands in `base` is put before every other address.
    if name in ("base", "image", "use", "feimage", "script"):
        return fetches
    if name != "link":
        return links
    relations = values.get("rel", "").lower().split()
    # `link` elements of another relation, such as `canonical`, are neither shown nor fetched.
    return [] if _FETCHING_RELATIONS.isdisjoint(relations) else fetches


def _sources(value: str) -> Iterator[str]:
    return (part.split()[0] for part in value.split(",") if part.strip())


def _css_addresses(css: str) -> Iterator[str]:
    plain = _CSS_COMMENT.sub("", css)
    for match in (*_CSS_URL.finditer(plain), *_CSS_IMPORT.finditer(plain)):
        address = next((group for group in match.groups() if group), "")
        if address:
            yield address


def _itself(value: str) -> tuple[str]:
    return (value,)


_FETCHED: Mapping[str, Callable[[str], Iterable[str]]] = {
    **dict.fromkeys(_FETCHING, _itself),
    "srcset": _sources,
    "imagesrcset": _sources,
    "style": _css_addresses,
}
"""How to read what an attribute fetches."""
