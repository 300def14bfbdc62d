"""A text is in a language that the plan doesn't have.

Why it is bad: nobody ever reads it; most often the language tag is mistyped, and the translation
that was meant is missing.

Example: `title: {en: Crisis lead, ln: Crisisleider}` in a plan with `languages: [en, nl]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.text import SAME, UNMARKED
from generator.problems import Severity, listed, suggestion

CODE = "unknown-language"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Keys of texts are the plan's languages (or their main language, `nl` for `nl-BE`)."""
    languages = subject.plan.plan.languages
    known = {UNMARKED, SAME, *languages, *(tag.partition("-")[0] for tag in languages)}
    for visit in subject.texts:
        for tag, _ in visit.value:
            if tag not in known:
                yield Finding(
                    (*visit.path, tag),
                    f"The plan has no language `{tag[:40]}`.",
                    suggestion(tag, languages)
                    or f"Use {listed(languages)}, or `{SAME}` for a "
                    "text that is the same in every language.",
                    key=True,
                )
