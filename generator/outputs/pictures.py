"""The pictures that an edition's plan names, copied beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.derive.active_svg import activities
from generator.editions import Edition
from generator.locales import Locale
from generator.outputs.artifact import Artifact
from generator.problems import PlanError, Position, Problem
from generator.views.parts.pictures import picture_files, picture_path

CODE = "active-picture"
"""The permanent code of the problem that a picture holds script or fetches something."""


def files(edition: Edition, words: Locale, folder: Path) -> Iterator[Artifact]:
    """A copy of each picture in ``folder``, the plan's own, whatever the language.

    Raises PlanError if an SVG holds script or would fetch something: it is shown with ``<img>``,
    which does neither, but opened by itself it is a page of the site. A picture that is missing or
    outside the folder is passed over; checks name it.
    """
    del words
    problems: list[Problem] = []
    for name in picture_files(edition):
        content = _read(folder, name)
        if content is None:
            continue
        if name.lower().endswith(".svg"):
            problems += _problems(folder / name, content)
        yield Artifact(picture_path(name), content)
    if problems:
        raise PlanError(problems)


def _read(folder: Path, name: str) -> bytes | None:
    try:
        path = (folder / name).resolve()
        return path.read_bytes() if path.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None


def _problems(path: Path, content: bytes) -> Iterator[Problem]:
    for activity in activities(content):
        yield Problem(
            CODE,
            f"This picture isn't a plain SVG: {activity.what}.",
            Position(str(path), activity.line),
            "Save it again as plain SVG, without script, or as PNG.",
        )
