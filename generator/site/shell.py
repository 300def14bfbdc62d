"""What an edition's nested MkDocs build is asked for, and what it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.outputs.pieces import Pieces
from generator.site.frames import Frame
from generator.site.handwritten import HandWritten
from generator.views.page import Heading


class Section(Struct, frozen=True):
    """A folder of pages: its kind, its title as HTML, and whether it has an index to lead to.

    ``group`` is the heading (HTML) under which the navigation lists it; without one it stands
    by itself.
    """

    kind: str
    title: str
    listed: bool
    group: str = ""

    @property
    def source(self) -> str:
        """The Markdown file that stands for it in MkDocs' eyes."""
        return f"{self.kind}/index.md" if self.kind else "index.md"


def navigation(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """What the navigation lists, as MkDocs reads it: what a crisis needs, then groups."""
    listed = [section for section in sections if section.listed]
    found: list[dict[str, Any]] = []
    for group, members in groupby(listed, lambda section: section.group):
        entries = [{section.title: section.source} for section in members]
        found += [{group: entries}] if group else entries
    return found


class App(Struct, frozen=True):
    """What a page's head says of the app: the name under its icon (HTML), and its colour."""

    name: str = ""
    colour: str = ""


class Shell(Struct, frozen=True):
    """Everything about an edition that its frames depend on; equal shells give equal frames.

    ``languages`` are the other languages' tags and names; ``logo`` a path below the language
    folder; ``site_name`` HTML; ``schemes`` name the choices of colours (HTML).
    """

    config_file: Path
    edition: str
    language: str
    languages: tuple[tuple[str, str], ...]
    site_name: str
    site_url: str | None
    logo: str | None
    sections: tuple[Section, ...]
    pieces: tuple[tuple[str, Pieces], ...]
    handwritten: tuple[HandWritten, ...]
    schemes: tuple[tuple[str, str], ...] = ()
    app: App = App()

    @property
    def marks(self) -> set[str]:
        """The marks that every frame must have."""
        links = {f"link.{tag}" for tag, _ in self.languages}
        canonical = {"canonical"} if self.site_url else set()
        return {"title", "description", "article"} | links | canonical


class WrittenArticle(Struct, frozen=True):
    """A hand-written page after Markdown: finished HTML and its headings."""

    page: HandWritten
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]


class Rendered(Struct, frozen=True):
    """What a nested build gives: frames by kind, hand-written articles, the theme's files by path,
    and the settings that the theme's search box reads."""

    frames: Mapping[str, Frame]
    articles: tuple[WrittenArticle, ...]
    files: Mapping[str, bytes]
    search: Mapping[str, Any] = field(default_factory=dict)
