"""The plan has a language that the generator itself doesn't speak.

Why it is bad: the plan's texts are in that language, but headings, buttons and hints around them
are in English.

Example: `languages: [en, es]`; the generator speaks German, English, French and Dutch. One file in
`generator/locales/` adds a language.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.locales import available
from generator.problems import Severity

CODE = "language-not-spoken"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Each of the plan's languages."""
    known = available()
    for number, tag in enumerate(subject.plan.plan.languages):
        if tag not in known and tag.partition("-")[0] not in known:
            yield Finding(
                ("plan", "languages", number),
                f"The generator doesn't speak `{tag}`: what it says itself is in English there.",
                f"It speaks {', '.join(f'`{one}`' for one in known)}; one file adds a language.",
            )
