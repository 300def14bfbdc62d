"""The plan names a file that isn't there.

Why it is bad: the page has a hole where the map of the assembly point should be.

Example: `file: pictures/quay.svg`, and the folder has `pictures/Quay.svg`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks.named_file import exists, is_outside
from generator.checks.rule import Finding, Subject
from generator.model.walk import Shape
from generator.problems import Severity, suggestion

CODE = "missing-file"
SEVERITY = Severity.ERROR

_MOST_LISTED = 2_000


def find(subject: Subject) -> Iterator[Finding]:
    """Pictures and the logo, relative to the plan's folder."""
    for visit in subject.visits:
        if visit.field.shape is not Shape.FILE or is_outside(subject.folder, visit.value):
            continue
        if not exists(subject.folder, visit.value):
            yield Finding(
                visit.path,
                f"There is no file `{visit.value[:80]}` in the plan's folder.",
                suggestion(visit.value[:80], _files(subject.folder))
                or "Paths are relative to the plan's folder; small and capital letters differ.",
            )


def _files(folder: Path) -> list[str]:
    found: list[str] = []
    for path in folder.rglob("*"):
        if len(found) >= _MOST_LISTED:
            break
        if path.is_file() and path.suffix not in (".yml", ".yaml"):
            found.append(path.relative_to(folder).as_posix())
    return sorted(found)
