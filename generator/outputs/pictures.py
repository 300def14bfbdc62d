"""The pictures that an edition's plan names, copied beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.editions import Edition
from generator.locales import Locale
from generator.outputs.artifact import Artifact
from generator.views.parts.pictures import picture_files, picture_path


def files(edition: Edition, words: Locale, folder: Path) -> Iterator[Artifact]:
    """A copy of each picture in ``folder``, the plan's own, whatever the language.

    A picture that is missing or outside the folder is passed over. Checks name it, and stop a
    build if a picture would run or fetch anything (`active-picture`).
    """
    del words
    for name in picture_files(edition):
        content = read_picture(folder, name)
        if content is not None:
            yield Artifact(picture_path(name), content)


def read_picture(folder: Path, name: str) -> bytes | None:
    try:
        path = (folder / name).resolve()
        return path.read_bytes() if path.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None
