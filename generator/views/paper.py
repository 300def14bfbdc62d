"""Everything that can be printed, by kind: to order cards, to fill the binder and the grab bag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.locales import Locale
from generator.model.text import Name
from generator.views.page import Address, Entry, Heading, Page, PrintedSheet

ADDRESS = Address("paper")


class PaperGroup(Struct, frozen=True):
    """One kind of sheet; ``id`` is its name on the command line."""

    id: str
    title: str
    lead: str
    sheets: tuple[PrintedSheet, ...]


def pages(sheets: Sequence[PrintedSheet], words: Locale) -> Iterator[Page]:
    """The one page, where there is anything to print."""
    if not sheets:
        return
    groups = tuple(
        PaperGroup(
            kind, words.say(f"paper.kind.{kind}"), words.say(f"paper.lead.{kind}"), tuple(found)
        )
        for kind, found in groupby(sheets, key=lambda sheet: sheet.kind)
    )
    title = words.say("kind.paper")
    yield Page(
        ADDRESS,
        Name.of(title),
        "paper",
        groups,
        headings=tuple(Heading(group.id, group.title) for group in groups),
        entries=(
            Entry(title, words.say("paper.lead_all")),
            *(Entry(group.title, group.lead, group.id) for group in groups),
        ),
        summary=words.say("paper.lead_all"),
    )
