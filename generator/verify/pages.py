"""Reads a site's pages and style sheets: what they name, what they fetch, where links lead.

Pages of one site repeat most of their tags, so each distinct tag is read only once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

from generator.outputs.search_index import JSON_PATH

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
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

_FETCHING = frozenset({"src", "poster", "data", "background", "xlink:href", "manifest"})
_NAMING = _FETCHING | {
    "action",
    "formaction",
    "href",
    "http-equiv",
    "id",
    "imagesrcset",
    "name",
    "srcset",
    "style",
}
"""The attributes that may name something."""

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


@dataclass(frozen=True, slots=True)
class Facts:
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

    def add(self, path: str, content: Callable[[], bytes]) -> None:
        """Take one file in; only those that name others are read."""
        self.paths.add(path)
        if path.endswith(PAGE_SUFFIXES):
            self.pages[path] = page_facts(content().decode("utf-8", "replace"))
        elif path.endswith(".css"):
            css = content().decode("utf-8", "replace")
            self.sheets[path] = Facts(fetches=tuple(_css_addresses(css)))
        elif path == JSON_PATH or path.endswith(f"/{JSON_PATH}"):
            self.indexes[path] = content()


def read_site(folder: Path) -> SiteFiles:
    """The files below ``folder``."""
    site = SiteFiles()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            site.add(file.relative_to(folder).as_posix(), file.read_bytes)
    return site


def page_facts(html: str) -> Facts:
    """What a page names."""
    facts = [_token_facts(token) for token in set(_TOKEN.findall(html))]
    return Facts(
        tuple(name for one in facts if one for name in one.ids),
        tuple(link for one in facts if one for link in one.links),
        tuple(address for one in facts if one for address in one.fetches),
    )


@lru_cache(maxsize=2**18)
def _token_facts(token: str) -> Facts | None:
    """What a tag, or a script or style with its content, names; None if nothing."""
    tag = _TAG.match(token)
    if tag is None:
        return None
    name, rest = tag.groups()
    name = name.lower()
    values = _attributes(rest)
    sorted_ = _Sorted()
    if not _NAMING.isdisjoint(values):
        sorted_.take(name, values)
    if name == "style":
        sorted_.fetches += _css_addresses(token[tag.end() :])
    if not (sorted_.ids or sorted_.links or sorted_.fetches):
        return None
    return Facts(tuple(sorted_.ids), tuple(sorted_.links), tuple(sorted_.fetches))


def _attributes(text: str) -> dict[str, str]:
    """A tag's attributes; of two with one name the first counts, as in browsers."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare
        values.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return values


@dataclass
class _Sorted:
    """One tag's attributes by what they name."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetches: list[str] = field(default_factory=list)

    def take(self, tag: str, values: dict[str, str]) -> None:
        for name, value in values.items():
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.append(value)
            elif name in _FETCHING:
                self.fetches.append(value)
            elif name in ("srcset", "imagesrcset"):
                self.fetches += _sources(value)
            elif name == "style":
                self.fetches += _css_addresses(value)
            elif name in ("action", "formaction"):
                self.links.append(value)
        if "href" in values:
            if tag == "a":
                self.links.append(values["href"])
            else:
                self._take_href(tag, values)
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.links += _REFRESH.findall(values.get("content", ""))

    def _take_href(self, tag: str, values: dict[str, str]) -> None:
        relations = set(values.get("rel", "").lower().split())
        fetched = tag in ("image", "use", "feimage", "script") or (
            tag == "link" and relations & _FETCHING_RELATIONS
        )
        # `link` elements of another relation, such as `canonical`, are neither shown nor fetched.
        if fetched:
            self.fetches.append(values["href"])
        elif tag != "link":
            self.links.append(values["href"])


def _sources(value: str) -> Iterator[str]:
    return (part.split()[0] for part in value.split(",") if part.strip())


def _css_addresses(css: str) -> Iterator[str]:
    plain = _CSS_COMMENT.sub("", css)
    for match in (*_CSS_URL.finditer(plain), *_CSS_IMPORT.finditer(plain)):
        address = next((group for group in match.groups() if group), "")
        if address:
            yield address
