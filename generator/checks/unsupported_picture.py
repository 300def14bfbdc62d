"""A picture or paper is in a format that browsers or sheets can't show.

Why it is bad: the page shows an empty frame, and the printed sheet can't be made; a paper that a
phone can't open is no use in the stairwell.

Example: `file: pictures/tower.tiff`. PNG, JPEG, WebP and SVG can be shown; attachments may be PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.rule import Finding, Subject
from generator.model.walk import Shape
from generator.problems import Severity

CODE = "unsupported-picture"
SEVERITY = Severity.ERROR

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".svg"})


PAPERS = SUFFIXES | {".pdf"}


def find(subject: Subject) -> Iterator[Finding]:
    """By the file's ending."""
    for visit in subject.visits:
        if visit.field.shape is not Shape.FILE:
            continue
        suffix = PurePosixPath(visit.value).suffix.lower()
        if visit.path[0] == "attachments":
            if suffix not in PAPERS:
                yield Finding(
                    visit.path,
                    "This paper's format can't be opened on every phone.",
                    "Save it as PDF, PNG, JPEG, WebP or SVG.",
                )
        elif suffix not in SUFFIXES:
            yield Finding(
                visit.path,
                "This picture's format can't be shown everywhere.",
                "Save it as PNG, JPEG, WebP or SVG.",
            )
