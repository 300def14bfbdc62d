"""A binder's pictures, called by what is in them: so that two binders can be compared, and sections
of a plan that is no longer there be set."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePosixPath

from msgspec.structs import replace

from generator.paper.binder.view import Binder, BoundPicture
from generator.views.sheets.sheet import Photo, Sheet

Held = dict[str, bytes]
"""Pictures by what they are called here."""


def with_contents(sheet: Sheet, picture: Callable[[str], bytes], held: Held) -> Sheet:
    """A binder whose pictures are called by their contents, which go into ``held``; one that can't
    be read is left out. Any other sheet stays as it is."""
    if not isinstance(sheet.view, Binder):
        return sheet
    kept = (_kept(one, picture(one.photo.file), held) for one in sheet.view.pictures)
    pictures = tuple(one for one in kept if one is not None)
    return replace(sheet, view=replace(sheet.view, pictures=pictures))


def _kept(one: BoundPicture, content: bytes, held: Held) -> BoundPicture | None:
    if not content:
        return None
    name = f"{sha256(content).hexdigest()}/{PurePosixPath(one.photo.file).name}"
    held[name] = content
    return replace(one, photo=Photo(name, one.photo.alt))
