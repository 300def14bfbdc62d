"""A file that the plan names, or one of its own files, lies outside the plan's folder.

Why it is bad: the plan would not be whole when it is copied to another computer; and a path such
as `../../secrets` could publish what nobody wanted to publish.

Example: `file: ../pictures/tower.svg`, or a link in the folder that leads out of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.named_file import is_outside
from generator.checks.rule import Finding, Subject
from generator.model.walk import Shape
from generator.problems import Severity

CODE = "path-outside-plan"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Absolute paths, paths with `..`, and links that leave the folder."""
    for visit in subject.visits:
        if visit.field.shape is Shape.FILE and is_outside(subject.folder, visit.value):
            yield Finding(
                visit.path,
                "This path leads out of the plan's folder.",
                "Copy the file into the plan's folder, and name it relative to that folder.",
            )
