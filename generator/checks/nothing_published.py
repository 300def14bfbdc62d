"""No audience's edition is published openly.

Why it is bad: the site would hold no plan: protected editions are only built when asked for by
name.

Example: no audience has `publish: open`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.editions import open_audiences
from generator.problems import Severity

CODE = "nothing-published"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The plan's audiences."""
    if not open_audiences(subject.plan):
        yield Finding(
            ("plan", "audiences"),
            "No audience is published openly, so the site would hold no plan.",
            "Add `publish: open` to the audience that anyone who reaches the site may belong to.",
            key=True,
        )
