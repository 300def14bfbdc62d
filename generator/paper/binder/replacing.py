"""Which sections are taken out of a filed binder, and which are put in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.paper.binder.view import Binder, BoundSection, shows
from generator.views.sheets.binder import FRONT


class Replacement(Struct, frozen=True):
    """One section whose pages are taken out, put in, or both."""

    code: str
    title: str
    remove: bool
    insert: bool


def replacements(old: Binder, new: Binder) -> tuple[Replacement, ...]:
    """The sections to replace, in the order of the binder; none if nothing changed.

    The pages before the first tab hold the table of contents, so they go along with any other.
    """
    rows = list(_changed(old, new))
    if rows and rows[0].code != FRONT:
        front = next(one for one in new.sections if one.code == FRONT)
        rows.insert(0, Replacement(FRONT, front.title, remove=True, insert=True))
    return tuple(rows)


def _changed(old: Binder, new: Binder) -> Iterator[Replacement]:
    before = {one.code: one for one in old.sections}
    after = {one.code: one for one in new.sections}
    for code, one in after.items():
        former = before.get(code)
        if former is None or _shown(former, old) != _shown(one, new):
            yield Replacement(code, one.title, remove=former is not None, insert=True)
    for code, one in before.items():
        if code not in after:
            yield Replacement(code, one.title, remove=True, insert=False)


def _shown(section: BoundSection, binder: Binder) -> tuple[object, ...]:
    """What stands on a section's sheets, and in which pictures; a divider also lists its part's
    sections, the cover says of which edition it is and where that is published."""
    pictures = (one for one in binder.pictures if shows(section, one))
    if section.code == FRONT:
        return (section, *pictures, binder.edition, binder.page)
    if section.place:
        return (section, *pictures)
    names = ((one.code, one.title) for one in binder.sections if one.part == section.part)
    return (section, *pictures, *names)
