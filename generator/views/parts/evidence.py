"""Evidence for an auditor: from the kind and id of something to the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from generator.derive.requirements import Evidence
from generator.locales import Locale
from generator.model.text import Name
from generator.views.page import START, Address, Link
from generator.views.parts.index import FOLDERS, SECTIONS, Index

ALL: Mapping[str, Address] = MappingProxyType(
    {
        **{kind: Address(folder) for kind, folder in (*FOLDERS.items(), *SECTIONS.items())},
        "unit": Address("units"),
        "person": Address("contacts"),
        "authority": Address("suppliers"),
        "level": Address("levels"),
        "criterion": Address("levels"),
        "activation": Address("history"),
        "programme": Address("programme"),
        "milestone": Address("programme"),
        "recovery-order": Address("recovery"),
        "edition": START,
        "revisions": Address("revisions"),
        "emergency-number": START,
    }
)
"""The page where all things of a kind stand."""


class Shown(Struct, frozen=True):
    """Evidence of one kind: the page of them all, and the single ones; ``more`` were left out."""

    kind: str
    all: Address
    links: tuple[Link, ...]
    more: int


_WHOLE = frozenset({"programme", "recovery-order", "edition", "revisions", "emergency-number"})
"""Kinds of which there is one, so that the page of them all is its own."""

MOST = 6
"""So many things of a kind are named; the page of them all has the others."""


def shown(evidence: Iterable[Evidence], index: Index, words: Locale) -> tuple[Shown, ...]:
    """Evidence by kind, in the order in which it was found."""
    by_kind: dict[str, list[Link]] = {}
    for one in evidence:
        found = by_kind.setdefault(one.kind, [])
        link = _link(one, index, words) if one.id else None
        if link:
            found.append(link)
    return tuple(
        Shown(kind, ALL[kind], tuple(links[: _named(links)]), len(links) - _named(links))
        for kind, links in by_kind.items()
        if kind in ALL
    )


def _named(links: Sequence[Link]) -> int:
    """How many are named; a single one more is rather named than counted."""
    return len(links) if len(links) <= MOST + 1 else MOST


def _link(one: Evidence, index: Index, words: Locale) -> Link | None:
    if one.kind == "programme":
        return Link(ALL[one.kind], Name.of(words.say(f"programme.{one.id}")), one.id)
    return place(one.kind, one.id, index)


def place(kind: str, id_: str, index: Index) -> Link | None:
    """The page of a thing, also of a kind that is not linked elsewhere."""
    plan = index.edition.plan
    if kind == "unit":
        unit = index.find("unit", id_)
        return Link(Address("units", id_), unit.name) if unit else None
    if kind == "activation":
        one = index.find("activation", id_)
        return Link(Address("history"), one.title, id_) if one else None
    if kind == "milestone":
        roadmap = plan.programme.roadmap if plan.programme else ()
        found = (one for one in roadmap if one.id == id_)
        return next((Link(Address("programme"), m.title, f"milestone-{id_}") for m in found), None)
    if kind not in ALL or kind in _WHOLE:
        return Link(ALL[kind], Name.of(id_)) if kind in ALL else None
    return index.link(kind, id_)
