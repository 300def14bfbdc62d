"""What a binder shows: its sections, with their articles as nodes, and its pictures."""

from __future__ import annotations

import json

from msgspec import Struct

from generator.model.text import Text
from generator.views.sheets.sheet import Photo, Qr


class BoundSection(Struct, frozen=True):
    """A section as it is printed. ``body`` is JSON: a list of pages, each with its path, whether
    it begins on a new sheet, and its blocks (``paper/binder/blocks.py``)."""

    title: str
    part: str
    code: str
    place: int
    body: str


class BoundPicture(Struct, frozen=True):
    """A picture of the plan, and the address by which articles name it."""

    name: str
    photo: Photo


class Binder(Struct, frozen=True):
    """A whole edition; ``page`` opens it on a phone."""

    edition: Text
    page: Qr | None
    sections: tuple[BoundSection, ...]
    pictures: tuple[BoundPicture, ...]


def shows(section: BoundSection, picture: BoundPicture) -> bool:
    """Whether a picture is in a section."""
    return json.dumps(picture.name, ensure_ascii=False) in section.body
