"""What every page has: an address, a title, headings, what search finds, and its own view."""

from __future__ import annotations

import posixpath
from typing import Any

from msgspec import Struct, field

from generator.model.text import Text

INDEX = "index"


class Address(Struct, frozen=True, order=True):
    """Where a page lives inside its edition and language: ``<kind>/<id>.html``.

    The start page has the empty kind.
    """

    kind: str
    id: str = INDEX

    @property
    def path(self) -> str:
        """The path below the edition's language folder."""
        return posixpath.join(self.kind, f"{self.id}.html")

    @property
    def up(self) -> str:
        """The way from the page's folder to the language folder: empty or ``../``."""
        return "../" if self.kind else ""

    def to(self, target: Address, anchor: str = "") -> str:
        """The relative link from this page to another one, or to a place in it."""
        fragment = f"#{anchor}" if anchor else ""
        if target == self and anchor:
            return fragment
        return (
            self.up + target.path + fragment
            if target.kind != self.kind
            else (f"{target.id}.html{fragment}")
        )


START = Address("")


class Link(Struct, frozen=True):
    """A named way to a page or to a place in one."""

    address: Address
    text: Text
    anchor: str = ""


class Heading(Struct, frozen=True):
    """A heading within a page, for the table of contents; its id is its anchor."""

    id: str
    words: str


class Entry(Struct, frozen=True):
    """What search finds: the page itself (empty anchor) or a place in it.

    ``keywords`` are words that people may type though they do not stand there.
    """

    title: str
    text: str = ""
    anchor: str = ""
    keywords: tuple[str, ...] = ()


class PrintedSheet(Struct, frozen=True):
    """A sheet as the site offers it.

    ``kind`` is that on the command line. ``file`` (a PDF) and ``pictures`` (its pages, of a card
    front and back) are paths below the language folder. ``page`` is the page that it belongs to.
    """

    kind: str
    title: str
    file: str
    pictures: tuple[str, ...]
    page: Address | None = None


class Page(Struct, frozen=True):
    """One page: ``view`` holds its content for the template of the same stem.

    ``posted`` pages are printed or hung up, so they carry a QR code of their own address.
    ``aliases`` are former ids whose addresses lead here. ``printed`` are its sheets for print.
    """

    address: Address
    title: Text
    template: str
    view: Any
    headings: tuple[Heading, ...] = ()
    entries: tuple[Entry, ...] = ()
    aliases: tuple[str, ...] = ()
    posted: bool = False
    summary: str = field(default="")
    printed: tuple[PrintedSheet, ...] = ()
