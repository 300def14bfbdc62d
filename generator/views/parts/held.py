"""What every exercise, review and assessment says of itself."""

from __future__ import annotations

from msgspec import Struct

from generator.model.exercise import Held
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index


class HeldLine(Struct, frozen=True):
    """Its title, when it is or was, and who answers for it."""

    link: Link
    aliases: tuple[str, ...]
    due: Due
    owner: Link | None
    summary: Text | None


def held_line(one: Held, link: Link, index: Index) -> HeldLine:
    """What one of them says; ``link`` is where it stands."""
    state = due(one.planned, one.held, index.edition.as_of)
    return HeldLine(link, one.aliases, state, index.owner(one.owner), one.summary)
