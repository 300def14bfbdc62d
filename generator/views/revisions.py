"""What changed: each approved revision of the plan, the newest first, in people's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.revision import Revision
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.identity import CHANGES
from generator.views.parts.index import FOLDERS, SECTIONS, Index
from generator.views.parts.search import plain

_LINKED = (*FOLDERS, *SECTIONS, "person", "unit", "authority", "level", "criterion")


class ChangeLine(Struct, frozen=True):
    """One change, and the pages of what it is about, as far as it is still there."""

    text: Text
    about: tuple[Link, ...]


class RevisionLine(Struct, frozen=True):
    """One revision; ``id`` is its anchor, ``current`` that it is the one being read."""

    id: str
    revision: str
    current: bool
    approved: date
    by: Link | None
    summary: Text | None
    changes: tuple[ChangeLine, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page."""
    if not edition.plan.revisions:
        return
    view = tuple(_lines(Index(edition)))
    title = words.say("kind.revisions")
    named = [(one, words.say("start.revision", revision=one.revision)) for one in view]
    yield Page(
        CHANGES,
        Name.of(title),
        "revisions",
        view,
        headings=tuple(Heading(one.id, name) for one, name in named),
        entries=(Entry(title), *(Entry(name, _words(one), one.id) for one, name in named)),
    )


def _lines(index: Index) -> Iterator[RevisionLine]:
    """The newest first; of one day, the one being read."""
    current = index.edition.plan.plan.revision
    told = sorted(
        index.edition.plan.revisions,
        key=lambda one: (one.approved, one.revision == current),
        reverse=True,
    )
    for one, anchor in zip(told, _anchors(told), strict=True):
        yield RevisionLine(
            anchor,
            one.revision,
            one.revision == current,
            one.approved,
            index.owner(one.approved_by),
            one.summary,
            tuple(ChangeLine(change.text, _about(change.about, index)) for change in one.changes),
        )


def _anchors(told: Iterable[Revision]) -> Iterator[str]:
    used: set[str] = set()
    for one in told:
        plainly = re.sub(r"[^a-z0-9]+", "-", one.revision.casefold()).strip("-")
        anchor = f"revision-{plainly}"
        while anchor in used:
            anchor += "-more"
        used.add(anchor)
        yield anchor


def _about(ids: Iterable[str], index: Index) -> tuple[Link, ...]:
    """The pages of all that has one of these ids; what this edition doesn't have is left out."""
    found = [index.link(kind, id_) or _activation(id_, index) for id_ in ids for kind in _LINKED]
    return tuple(dict.fromkeys(link for link in found if link))


def _activation(id_: str, index: Index) -> Link | None:
    one = index.find("activation", id_)
    return Link(Address("history"), one.title, id_) if one else None


def _words(one: RevisionLine) -> str:
    return plain(one.summary, *(change.text for change in one.changes))
