"""Texts lack one of the plan's languages.

A text without a language mark is in the plan's first language; one that is the same everywhere,
such as a name, is marked `same`. Words to search by need no translation. All texts of one thing
(a checklist, a role) are reported together.

Why it is bad: the reader gets a step in a language that they may not understand, under stress.

Example: `do: Call 112.` in a plan with `languages: [en, nl]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.kinds import COLLECTIONS
from generator.model.text import SAME, Text
from generator.model.walk import Path, Visit
from generator.problems import Severity, listed

CODE = "missing-translation"
SEVERITY = Severity.WARNING

_SEARCH_WORDS = frozenset({"keywords", "words"})
_KINDS = {field: kind.replace("-", " ") for kind, field in COLLECTIONS.items()}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each thing and each language that it lacks."""
    languages = subject.plan.plan.languages
    lacking: dict[tuple[Path, str], list[Visit]] = {}
    for visit in subject.texts if len(languages) > 1 else ():
        if visit.field.key not in _SEARCH_WORDS:
            for language in _missing(visit.value, languages):
                lacking.setdefault((_whole(visit.path), language), []).append(visit)
    for (whole, language), visits in lacking.items():
        fields = listed(_name(visit.path) for visit in visits)
        number = "a text" if len(visits) == 1 else f"{len(visits)} texts"
        other = next(tag for tag in languages if tag != language)
        yield Finding(
            visits[0].path,
            f"{_title(subject, whole)} lacks `{language}` in {number}: {fields}.",
            f"Write each text as `{{{other}: …, {language}: …}}`, or `{{{SAME}: …}}` where it is "
            "the same in every language.",
            related=tuple(visit.path for visit in visits[1:5]),
        )


def _missing(text: Text, languages: tuple[str, ...]) -> list[str]:
    present = text.languages(languages[0])
    if SAME in present:
        return []
    return [tag for tag in languages if tag not in present and tag.partition("-")[0] not in present]


def _whole(path: Path) -> Path:
    return path[:2] if len(path) > 2 and isinstance(path[1], int) else path[:1]


def _name(path: Path) -> str:
    return [str(step) for step in path if isinstance(step, str)][-1]


def _title(subject: Subject, whole: Path) -> str:
    if len(whole) == 1:
        return "The plan's header"
    field, index = str(whole[0]), whole[1]
    thing = getattr(subject.plan, field)[index]
    return f"{_KINDS.get(field, field).capitalize()} `{getattr(thing, 'id', index)}`"
