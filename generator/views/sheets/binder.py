"""How an edition's pages stand in the binder: which part, which section, in which order.

Sections are numbered within their part (``S3``), and pages within their section (``S3-4``), so
that a section that grows moves no page of another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.locales import Locale
from generator.views.cards import CardView
from generator.views.page import START, Page

KIND = "binder"

NOT_ON_PAPER = frozenset({"save", "all", "cards"})
"""Kinds whose list only leads to other pages, or is of use on a phone alone."""

FRONT = "0"
"""The code of what stands before the first tab."""


class Section(Struct, frozen=True):
    """Pages that are filed together: a role with its action cards, a scenario, an annex.

    ``part`` names its tab; ``code`` is what stands on it, such as ``R3``; a part's own divider
    has the letter alone. ``place`` is where in its part it stands, from 0 for the divider.
    """

    part: str
    code: str
    place: int
    title: str
    pages: tuple[Page, ...]


def arranged(pages: Iterable[Page], words: Locale) -> tuple[Section, ...]:
    """The sections in the order in which they are filed."""
    known = [page for page in pages if page.address.kind not in NOT_ON_PAPER or _is_card(page)]
    cover = tuple(page for page in known if page.address == START)
    front = Section("front", FRONT, 0, words.say("sheet.binder.front"), cover)
    found = [front]
    for part, letter, own in (
        ("scenarios", "S", _of_one_kind("scenarios", known)),
        ("roles", "R", _roles(known)),
        ("annexes", "A", _annexes(known, words)),
    ):
        sections = list(own)
        if sections:
            lists = tuple(page for page in known if page.address.kind == part and _is_list(page))
            title = words.say(f"sheet.binder.part.{part}")
            found.append(Section(part, letter, 0, title, lists))
            found += (
                Section(part, f"{letter}{place}", place, title, its)
                for place, (title, its) in enumerate(sections, 1)
            )
    return tuple(found)


Titled = tuple[str, tuple[Page, ...]]


def _is_card(page: Page) -> bool:
    return isinstance(page.view, CardView)


def _is_list(page: Page) -> bool:
    return page.address.id == "index"


def _of_one_kind(kind: str, known: Iterable[Page]) -> Iterator[Titled]:
    for page in known:
        if page.address.kind == kind and not _is_list(page):
            yield page.title.words, (page,)


def _roles(known: list[Page]) -> Iterator[Titled]:
    cards: dict[str, list[Page]] = {}
    for page in known:
        if isinstance(page.view, CardView):
            cards.setdefault(page.view.role.link.address.id, []).append(page)
    for title, (page,) in _of_one_kind("roles", known):
        yield title, (page, *cards.pop(page.address.id, ()))
    for others in cards.values():
        yield others[0].title.words, tuple(others)


def _annexes(known: list[Page], words: Locale) -> Iterator[Titled]:
    kinds = dict.fromkeys(page.address.kind for page in known)
    for kind in kinds:
        if kind not in ("", "scenarios", "roles", "cards"):
            its = tuple(page for page in known if page.address.kind == kind)
            yield words.say(f"kind.{kind}"), its
