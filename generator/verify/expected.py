"""What a site must hold, worked out from the plan and the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.build import Reading
from generator.outputs.aliases import aliases
from generator.views.page import Address

ENTRANCE = ("index.html", "404.html")
"""The pages at the site's root."""


class Expected(Struct, frozen=True):
    """The paths of every page, and per edition and language those that search must know.

    ``base`` is the path of the published site on its host.
    """

    pages: frozenset[str]
    found: Mapping[str, frozenset[str]]
    base: str = "/"


def expect(
    editions: Iterable[tuple[Reading, frozenset[Address], frozenset[Address]]], base: str
) -> Expected:
    """What a site of these editions must hold, each with its addresses and further former ones."""
    found: dict[str, frozenset[str]] = {}
    pages = set(ENTRANCE)
    for reading, addresses, former in editions:
        folder = reading.edition.path
        found[folder] = frozenset(address.path for address in addresses)
        pages.update(f"{folder}/{path}" for path in (*found[folder], *_former(reading, former)))
    return Expected(frozenset(pages), found, base)


def _former(reading: Reading, former: Iterable[Address]) -> Iterator[str]:
    yield from (address.path for address in former)
    yield from (page.path for page in aliases(reading.pages, reading.edition.language))
