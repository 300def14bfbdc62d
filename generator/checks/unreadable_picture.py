"""A picture's file is damaged, or holds another format than its name says.

Why it is bad: its page shows an empty frame, and no sheet that shows it can be printed.

Example: `file: pictures/tower.png`, which was copied half, or is a JPEG that somebody renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.checks.named_file import is_outside
from generator.checks.rule import Finding, Subject
from generator.derive.picture import FORMATS, is_readable
from generator.model.walk import Shape
from generator.problems import Severity

CODE = "unreadable-picture"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every picture made of pixels that is there; of the logo `unreadable-logo` speaks."""
    readable = cache(_is_readable)
    for visit in subject.visits:
        if visit.field.shape is not Shape.FILE or visit.path == ("plan", "logo"):
            continue
        name = visit.value
        if not name.lower().endswith(tuple(FORMATS)) or is_outside(subject.folder, name):
            continue
        if not readable(subject.folder / name):
            yield Finding(
                visit.path,
                "This picture can't be read: it is damaged, or has another format than its name "
                "says.",
                "Open it in a drawing program, look whether it is whole, and save it again.",
            )


def _is_readable(picture: Path) -> bool:
    try:
        content = picture.read_bytes()
    except (OSError, ValueError):
        return True  # `missing-file` speaks of it.
    return is_readable(picture.name, content)
