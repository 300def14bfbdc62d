"""A text is longer than a page can hold.

Why it is bad: nobody reads twenty thousand characters in a crisis, and sheets can't print them.
Most often a quote was not closed, or a document was pasted in.

Example: a `note:` that holds the whole of the old plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.text import Text
from generator.problems import Severity

CODE = "text-too-long"
SEVERITY = Severity.ERROR

LONGEST = 20_000


def find(subject: Subject) -> Iterator[Finding]:
    """Every text and every other written value."""
    for visit in subject.visits:
        said = visit.value
        longest = max((len(words) for _, words in said), default=0) if isinstance(said, Text) else 0
        length = len(said) if isinstance(said, str) else longest
        if length > LONGEST:
            yield Finding(
                visit.path,
                f"`{visit.field.key}` has {length:,} characters; the most is {LONGEST:,}.",
                "Split it into steps or several texts.",
            )
