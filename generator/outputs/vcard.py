"""The address book of an edition: one file of vCards for each group of contacts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.editions import Edition
from generator.locales import Locale
from generator.outputs.artifact import Artifact
from generator.views.parts.address_book import groups
from generator.views.parts.index import Index
from generator.views.parts.vcard import full


def files(edition: Edition, words: Locale, folder: Path) -> Iterator[Artifact]:
    """One ``.vcf`` file for each group, and one with all; nothing of ``folder`` is read."""
    del folder
    written = cache(lambda card: full(card, words))  # A card stands in its group, and among all.
    for path, cards in groups(Index(edition)):
        text = "".join(map(written, cards))
        yield Artifact(f"{path}.vcf", text.encode())
