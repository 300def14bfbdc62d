"""Reads a site's files for sealing, lot by lot, so that lots can be shared among processors."""

from __future__ import annotations

import posixpath
import re
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape

from msgspec import Struct

from generator.seal.kinds import is_content, is_extra
from generator.seal.minimise import smaller
from generator.seal.policy import NONE, PAGES, Policy, policy_of, with_policy
from generator.seal.styles import Names, pruned, words_of

Lot = Callable[[], Iterable[tuple[str, bytes]]]
"""Makes some files of a site, path and content; the same each time that it is called."""

Fact = tuple[str, str]
"""A page's title, and a short digest of what it says (without revision and date)."""

_LANGUAGE = re.compile(rb"<html\b[^>]*?\slang\s*=\s*[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_WORKER = re.compile(rb"workers/([\w.-]+\.js)")
_SEARCH_LANGUAGES = re.compile(rb'"lang":\s*\[([^\]]*)\]')
_TAG = re.compile(r'"([A-Za-z-]+)"')
_BESIDE = b'<meta name="runbook-copy" content="whole">'
"""What an edition as one file has in its head."""
_SCRIPTS = (".js", ".mjs", ".json")
"""What may put names into pages when it runs, or is read by what runs."""
_LONG = 4096
"""Lines from this many bytes on are cut, so that a change of one entry moves no whole index."""
_OF_LISTS = re.compile(rb".+?\},|.+", re.DOTALL)
_ENTRIES = {
    ".css": re.compile(rb".+?\}|.+", re.DOTALL),
    ".js": _OF_LISTS,
    ".json": _OF_LISTS,
}
_HEAD = 4096
"""So many bytes are looked at for what a search index is set to."""


class File(Struct, frozen=True):
    """A file as the site will have it. ``lines`` are places in the reading's list of lines; None
    for what isn't packed. A file ``beside`` the plan is on the host only; no phone saves it."""

    path: str
    sha256: str
    size: int
    policy: Policy
    lines: array[int] | None
    beside: bool = False


class Start(Struct, frozen=True):
    """The page that a folder opens with: its language and title."""

    language: str
    title: str


@dataclass
class Reading:
    """Files that were read: what is to be packed, and what the whole site has to know of them:
    style sheets by path; words of all pages, and of each script, that may be names in them."""

    files: list[File] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    starts: dict[str, Start] = field(default_factory=dict)
    workers: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    styles: dict[str, bytes] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    script_words: dict[str, set[str]] = field(default_factory=dict)


def finished(path: str, content: bytes, policy: Policy | None = None) -> tuple[bytes, Policy]:
    """A file as the site will have it, and its policy (worked out if it isn't known yet)."""
    if is_beside(path, content):
        return content, NONE
    content = smaller(path, content)
    policy = policy or policy_of(path, content)
    return with_policy(content, policy), policy


def is_beside(path: str, content: bytes) -> bool:
    """Whether a page says of itself that phones needn't save it, as it repeats what they have."""
    return path.endswith(PAGES) and _BESIDE in content[:_HEAD]


def read(files: Iterable[tuple[str, bytes]]) -> Reading:
    """Take a lot of files in: what is hidden, and what an earlier seal wrote, is left out."""
    reading = Reading()
    known: dict[bytes, int] = {}
    of_pages: set[int] = set()
    for path, content in files:
        if is_content(path):
            done, policy = finished(path, content)
            file = _file(path, done, policy, known)
            reading.files.append(file)
            _look(reading, path, done)
            if path.endswith(PAGES) and file.lines is not None:
                of_pages.update(file.lines)
    reading.lines = list(known)
    reading.words = words_of(map(reading.lines.__getitem__, sorted(of_pages)))
    return reading


def _file(path: str, content: bytes, policy: Policy, known: dict[bytes, int]) -> File:
    size = len(content)
    lines = None
    beside = is_beside(path, content)
    if not (beside or is_extra(path, size)):
        lines = array("I", [known.setdefault(line, len(known)) for line in cut(path, content)])
    return File(path, sha256(content).hexdigest(), size, policy, lines, beside)


def with_styles(site: Reading, dropped: Container[str]) -> dict[str, bytes]:
    """Leave out of a site's style sheets what no page or script of it can use, and out of the site
    what is ``dropped``. Returns the sheets by path."""
    of_scripts = (words for path, words in site.script_words.items() if path not in dropped)
    sheets = pruned(
        {path: sheet for path, sheet in site.styles.items() if path not in dropped},
        Names.of(site.words.union(*of_scripts)),
    )
    known = {line: place for place, line in enumerate(site.lines)}
    site.files = [
        _file(one.path, sheets[one.path], one.policy, known) if one.path in sheets else one
        for one in site.files
        if one.path not in dropped
    ]
    site.lines = list(known)
    return sheets


def cut(path: str, content: bytes) -> Sequence[bytes]:
    """A file in lines with their ends; very long ones at the ends of entries."""
    lines = content.split(b"\n")
    last = lines.pop()
    ended = [line + b"\n" for line in lines]
    if last:
        ended.append(last)
    entries = _ENTRIES.get(posixpath.splitext(path)[1])
    if entries is None:
        return ended
    return [part for line in ended for part in _parts(line, entries)]


def _parts(line: bytes, entries: re.Pattern[bytes]) -> Sequence[bytes]:
    return entries.findall(line) if len(line) >= _LONG else (line,)


def _look(reading: Reading, path: str, content: bytes) -> None:
    if path.endswith(PAGES):
        language = _LANGUAGE.search(content, 0, _HEAD)
        tag = language[1].decode() if language else ""
        if tag:
            reading.languages.add(tag)
        if posixpath.basename(path) == "index.html":
            reading.starts[posixpath.dirname(path)] = Start(tag, _title(content))
        reading.workers.update(name.decode() for name in _WORKER.findall(content))
    elif path.endswith(".css"):
        reading.styles[path] = content
    elif path.endswith(_SCRIPTS):
        reading.script_words[path] = words_of([content], script=True)
    if path.endswith("search_index.json"):
        found = _SEARCH_LANGUAGES.search(content, 0, _HEAD)
        if found:
            reading.languages.update(_TAG.findall(found[1].decode("utf-8", "replace")))


def _title(html: bytes) -> str:
    found = _TITLE.search(html)
    return " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""


def joined(readings: Iterable[Reading]) -> Reading:
    """One site from its lots, whatever their order and size: the files in the order of paths."""
    whole = Reading()
    known: dict[bytes, int] = {}
    for one in readings:
        places = [known.setdefault(line, len(known)) for line in one.lines]
        whole.files += (_placed(file, places) for file in one.files)
        whole.starts |= one.starts
        whole.workers |= one.workers
        whole.languages |= one.languages
        whole.styles |= one.styles
        whole.words |= one.words
        whole.script_words |= one.script_words
    whole.lines = list(known)
    whole.files.sort(key=lambda file: file.path)
    return whole


def _placed(file: File, places: Sequence[int]) -> File:
    if file.lines is None:
        return file
    lines = array("I", map(places.__getitem__, file.lines))
    return File(file.path, file.sha256, file.size, file.policy, lines, file.beside)


def lots_of(files: Mapping[str, bytes], size: int = 50) -> Iterator[Lot]:
    """Files that are in memory, in lots."""
    items = sorted(files.items())
    for start in range(0, len(items), size):
        yield items[start : start + size].__iter__


__all__ = ["NONE", "Fact", "File", "Lot", "Reading", "finished", "joined", "lots_of", "read"]
