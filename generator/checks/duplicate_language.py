"""The plan names a language twice.

Why it is bad: each language has its own pages; of two with one name one overwrites the other.

Example: `languages: [en, nl, en]`, or `[nl-BE, nl-be]`, which many computers can't tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "duplicate-language"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """The plan's `languages`, small and capital letters taken as the same."""
    seen: set[str] = set()
    for index, tag in enumerate(subject.plan.plan.languages):
        if tag.lower() in seen:
            yield Finding(
                ("plan", "languages", index),
                f"The language `{tag}` stands twice.",
                "Remove one of them.",
            )
        seen.add(tag.lower())
