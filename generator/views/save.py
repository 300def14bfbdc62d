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
    """The ways, the most likely device first."""

    ways: tuple[Way, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:  # noqa: ARG001 - as all kinds
    """One page, the same for every edition."""
    title = words.say("offline.title")
    devices = [words.say(f"offline.{way.device}") for way in WAYS]
    yield Page(
        ADDRESS,
        Name.of(title),
        "save",
        SaveView(WAYS),
        headings=(
            Heading("here", words.say("offline.here")),
            *(Heading(way.device, words.say(f"offline.{way.device}")) for way in WAYS),
            Heading("others", words.say("offline.others")),
        ),
        entries=(Entry(title, plain(words.say("offline.lead"), *devices)),),
        posted=True,
        summary=words.say("offline.lead"),
    )
