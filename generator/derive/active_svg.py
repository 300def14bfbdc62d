"""What an SVG picture would run or fetch, if it were opened.

Pages show pictures with ``<img>``, which runs no script and fetches nothing. But each picture has
an address of its own, and an SVG opened there is a document of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from msgspec import Struct

_RUNS = frozenset(
    {
        "script",
        "handler",
        "listener",
        "foreignobject",
        "iframe",
        "embed",
        "object",
        "audio",
        "video",
    }
)
_ANIMATES = frozenset({"animate", "set", "animatetransform", "animatemotion"})
_LINK_NAMES = frozenset({"href", "src", "base"})
_EMBEDDED = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]")
_WEB = re.compile(r"#|https?://|mailto:|tel:")
_FETCHING_STYLE = re.compile(r"""@import|url\(\s*+['"]?+(?!#|data:image/|data:font/)|\\""", re.I)


class Activity(Struct, frozen=True):
    """Something active: ``what`` names the element or attribute; the line counts from 1."""

    what: str
    line: int


def activities(svg: bytes) -> tuple[Activity, ...]:
    """All that is active in an SVG file; a file that is no XML counts as one activity."""
    reader = _Reader()
    try:
        reader.parser.Parse(svg, True)
    except expat.ExpatError as error:
        reader.found.append(Activity("not XML", error.lineno))
    except (LookupError, ValueError):
        reader.found.append(Activity("unknown encoding", 1))
    return tuple(dict.fromkeys(reader.found))


class _Reader:
    """Walks through the file once; builds nothing."""

    def __init__(self) -> None:
        self.found: list[Activity] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self._in_style = 0
        self._style: list[str] = []

    def _add(self, what: str) -> None:
        self.found.append(Activity(what, self.parser.CurrentLineNumber))

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        local = _local(name)
        self._in_style += local == "style"
        if local in _RUNS:
            self._add(f"<{local}>")
        for key, value in attributes.items():
            for what in _attribute(local, _local(key), value):
                self._add(what)

    def _end(self, name: str) -> None:
        if _local(name) != "style":
            return
        self._in_style -= 1
        # Comments and line ends cut a text into pieces, so only the whole tells.
        if _FETCHING_STYLE.search("".join(self._style)):
            self._add("style that fetches")
        self._style.clear()

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style.append(text)

    def _entity(self, name: str, *_: object) -> None:
        self._add(f"entity {name}")

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._add(target)


def _attribute(element: str, name: str, value: str) -> Iterator[str]:
    value = value.strip()
    if name.startswith("on"):
        yield name
    elif name in _LINK_NAMES and not (_WEB if element == "a" else _EMBEDDED).match(value.lower()):
        yield f"{name} to elsewhere"
    elif element in _ANIMATES and name == "attributename":
        target = _local(value)
        if target in _LINK_NAMES or target.startswith("on"):
            yield f"animated {target}"
    elif "url(" in value.lower() and _FETCHING_STYLE.search(value):
        yield f"{name} that fetches"
    elif name == "style" and _FETCHING_STYLE.search(value):
        yield "style that fetches"


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
