"""What phones save by itself: editions by language, and what pages can be read without."""

from __future__ import annotations

import pytest

from generator.seal.parts import parts_of
from generator.seal.reading import File, joined, read

PAGE = b'<!doctype html><html lang="en"><title>Start</title></html>'
LARGE = bytes(range(256)) * 200
"""A file that is fetched by itself, if it can't be packed small."""
MANY = {f"staff/en/codes/{number}.svg": b"<svg/>" for number in range(32)}
START = {"staff/en/index.html": PAGE}


def _parts(more: dict[str, bytes]) -> dict[str, list[str]]:
    site = joined([read((START | more).items())])
    grouped = parts_of(site.files, site.starts)
    return {part: _paths(files) for part, files in grouped.items() if files}


def _paths(files: list[File]) -> list[str]:
    return [file.path for file in files]


def test_many_pictures_are_an_album() -> None:
    assert _parts(MANY) == {"staff/en": [*START], "staff/en/codes": sorted(MANY)}


def test_papers_are_an_album_with_their_pictures_however_few() -> None:
    sheets = {
        "staff/en/sheets/cards/lead-1.webp": b"RIFF",
        "staff/en/sheets/cards/lead.pdf": b"%PDF-1.7",
        "staff/en/sheets/posters/tower.pdf": LARGE,
    }
    assert _parts(sheets) == {"staff/en": [*START], "staff/en/sheets": [*sheets]}


@pytest.mark.parametrize(
    "beside",
    [
        {"staff/en/codes/index.html": PAGE} | MANY,
        {"staff/en/paper/index.html": PAGE, "staff/en/paper/card.pdf": b"%PDF-1.7"},
        {"staff/en/files/list.csv": b"a", "staff/en/files/card.pdf": b"%PDF-1.7"},
        {"staff/en/card.pdf": b"%PDF-1.7"},
        {"staff/en/pictures/map.svg": b"<svg/>"},
        {"staff/en/files/large.pdf": LARGE},
    ],
)
def test_what_stands_with_pages_or_is_little_is_saved_with_them(beside: dict[str, bytes]) -> None:
    assert _parts(beside) == {"staff/en": sorted(START | beside)}
