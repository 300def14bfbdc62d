"""How the plan gets onto a phone, and whether it is there.

What this device has is for the page's script to say; the page itself is the same for everyone.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import Name
from generator.views.page import Address, Entry, Heading, Page
from generator.views.parts.search import plain

ADDRESS = Address("save")


class Way(Struct, frozen=True):
    """The steps on one kind of device, in order. A step's id is the end of its locale key
    (``offline.steps.<id>``); the page's script ticks off those that it can see."""

    device: str
    steps: tuple[str, ...]


WAYS = (
    Way("iphone", ("iphone_open", "iphone_share", "iphone_add", "start", "see", "try")),
    Way("android", ("android_open", "android_menu", "android_add", "start", "see", "try")),
    Way("computer", ("computer_open", "computer_add", "see", "try")),
)


class SaveView(Struct, frozen=True):
    """The ways, the most likely device first; ``mirrors`` are the addresses where the same
    edition stands too, in the plan's order."""

    ways: tuple[Way, ...]
    mirrors: tuple[str, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, for every edition."""
    title = words.say("offline.title")
    devices = [words.say(f"offline.{way.device}") for way in WAYS]
    mirrors = mirrors_of(edition)
    yield Page(
        ADDRESS,
        Name.of(title),
        "save",
        SaveView(WAYS, mirrors),
        headings=(
            Heading("here", words.say("offline.here")),
            *(Heading(way.device, words.say(f"offline.{way.device}")) for way in WAYS),
            Heading("others", words.say("offline.others")),
            *([Heading("mirrors", words.say("offline.mirrors"))] if mirrors else []),
        ),
        entries=(Entry(title, plain(words.say("offline.lead"), *devices)),),
        posted=True,
        summary=words.say("offline.lead"),
    )


def mirrors_of(edition: Edition) -> tuple[str, ...]:
    """The addresses of an edition's start page at the plan's mirrors, in the plan's order."""
    mirrors = edition.plan.plan.mirrors
    return tuple(f"{mirror.rstrip('/')}/{edition.path}/index.html" for mirror in mirrors)
