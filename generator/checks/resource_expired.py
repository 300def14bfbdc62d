"""A thing that must lie ready has passed its day.

Why it is bad: batteries, water and dressings are needed on the day when nobody can buy new ones.

Example: `expires: 2026-03-01` for the torch batteries in the grab bag, in June.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "resource-expired"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Items whose `expires` is before the day of the check."""
    for index, resource in enumerate(subject.plan.resources):
        for number, item in enumerate(resource.items):
            if item.expires is not None and item.expires < subject.as_of:
                yield Finding(
                    ("resources", index, "items", number, "expires"),
                    f"`{item.id}` in `{resource.id}` expired on {item.expires}.",
                    "Replace it and write the new day.",
                )
