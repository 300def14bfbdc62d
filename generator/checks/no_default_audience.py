"""The plan has several audiences, and doesn't say who may see what names none.

Why it is bad: what names no audience is then only for the most closed one, so that the open
editions may come out almost empty without a word.

Example: `audiences:` names `staff` and `crisis-team`, and there is no `default_audience: staff`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "no-default-audience"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """The plan's header."""
    header = subject.plan.plan
    if len(header.audiences) > 1 and header.default_audience is None:
        last = header.audiences[-1].id
        yield Finding(
            ("plan", "audiences"),
            f"What names no audience is only for `{last}`, as the plan has no `default_audience`.",
            f"Add for example `default_audience: {header.audiences[0].id}`, or leave it so.",
            key=True,
        )
