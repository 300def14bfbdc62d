"""Pictures that a plan names, as pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

from msgspec import Struct

from generator.editions import Edition
from generator.model.base import Part
from generator.model.site import Picture
from generator.model.text import Text
from generator.model.walk import FieldShape, Shape, shapes

FOLDER = "pictures"
"""Where they are, below an edition's language folder."""


class PictureView(Struct, frozen=True):
    """``src`` is the picture's address below the language folder."""

    src: str
    alt: Text
    caption: Text | None


def picture_view(picture: Picture) -> PictureView:
    """How a picture is shown."""
    return PictureView(picture_src(picture.file), picture.alt, picture.caption)


def picture_path(file: str) -> str:
    """The path of a picture's copy, below the language folder. Those that the plan keeps outside a
    folder ``pictures`` get one more level, so that no two copies have one path."""
    inside = file.replace("\\", "/").removeprefix("./")
    return inside if inside.startswith(f"{FOLDER}/") else f"{FOLDER}/_/{inside}"


def picture_src(file: str) -> str:
    """The address of a picture's copy, below the language folder."""
    return quote(picture_path(file))


def picture_files(edition: Edition) -> tuple[str, ...]:
    """Every picture that the edition's plan names, each once, as the plan writes it."""
    return tuple(dict.fromkeys(_files(edition.plan)))


def _files(part: Part) -> Iterator[str]:
    for shape in _leading(type(part)):
        value = getattr(part, shape.name)
        if value is None:
            continue
        for item in value if shape.many else (value,):
            if shape.shape is Shape.FILE:
                yield item
            else:
                yield from _files(item)


@cache
def _leading(model: type[Part]) -> tuple[FieldShape, ...]:
    """The fields of a model class that may lead to a picture."""
    return tuple(field for field in shapes(model) if field.shape in (Shape.PART, Shape.FILE))
