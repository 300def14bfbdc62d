"""Is my card current? The page takes the code of a printed sheet and answers, offline.

What it knows comes from the ledger of sheets, which no edition holds: a build fills it in
(``with_known``). Without one the page says that nothing was printed yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import Name
from generator.views.page import Address, Entry, Heading, Page
from generator.views.parts.search import plain

ADDRESS = Address("", "current")


class Said(Struct, frozen=True):
    """What changed on a sheet at a revision, in the words of the ledger and their language; no
    words where it isn't known, or isn't for this edition."""

    revision: str
    labels: tuple[str, ...] = ()
    language: str = ""


class Former(Struct, frozen=True):
    """A code that a sheet had, and what changed since, the oldest first."""

    code: str
    changes: tuple[Said, ...]


class Known(Struct, frozen=True):
    """A sheet: what it is called (in its language) and of which kind it is, the code that is
    current and those it had. Without a current code it isn't printed any more; then it has no
    title."""

    kind: str
    title: str
    language: str
    edition: str
    code: str | None
    former: tuple[Former, ...] = ()


class CurrentView(Struct, frozen=True):
    """The sheets that this edition may name, and of those that it may not, only the codes."""

    sheets: tuple[Known, ...] = ()
    others: tuple[str, ...] = ()
    others_former: tuple[str, ...] = ()


def pages(edition: Edition, words: Locale) -> Iterator[Page]:  # noqa: ARG001 - as all kinds
    """One page, which knows no sheet yet."""
    title = words.say("current.title")
    keywords = tuple(words.say("current.keywords").split(", "))
    yield Page(
        ADDRESS,
        Name.of(title),
        "current",
        CurrentView(),
        entries=(Entry(title, plain(words.say("current.lead")), keywords=keywords),),
        posted=True,
        summary=words.say("current.lead"),
    )


def with_known(page: Page, known: CurrentView, words: Locale) -> Page:
    """The page with what a build knows of the plan's sheets."""
    named = {"codes": known.sheets or known.others}
    named["former"] = known.others_former or tuple(one for one in known.sheets if one.former)
    headings = (Heading(id_, words.say(f"current.{id_}")) for id_, some in named.items() if some)
    return replace(page, view=known, headings=tuple(headings))
