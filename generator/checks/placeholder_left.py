"""A text still has a placeholder.

Looks for TODO, TBD, TBC, FIXME and XXX in capitals, "lorem ipsum", "à compléter", "nog in te
vullen", "noch auszufüllen", `???`, and words in square brackets. Blanks of messages and call
scripts are written in braces and are no placeholders.

Why it is bad: on the day it is too late to find out what should have stood there.

Example: `do: Call [name of the guard].`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.text import Text
from generator.model.walk import Visit
from generator.problems import Severity

CODE = "placeholder-left"
SEVERITY = Severity.WARNING

_MARK = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?\?\?")
_PHRASE = re.compile(
    r"lorem ipsum|à (?:compléter|définir)|nog (?:in te vullen|aan te vullen|te bepalen)"
    r"|noch (?:auszufüllen|zu klären)",
    re.IGNORECASE,
)
# Words in brackets, but no Markdown link and no ticked box.
_BRACKETS = re.compile(r"\[[^\W\d_][^\]\[@\d]{1,60}\](?!\()")


def find(subject: Subject) -> Iterator[Finding]:
    """Texts, people's names and the revision."""
    for visit in subject.visits:
        for key, words in _sayings(visit):
            found = _MARK.search(words) or _PHRASE.search(words) or _BRACKETS.search(words)
            if found:
                yield Finding(
                    (*visit.path, key) if key else visit.path,
                    f"The placeholder `{found[0]}` is left in `{visit.field.key}`.",
                    "Write what belongs there, or remove it.",
                )


def _sayings(visit: Visit) -> Iterator[tuple[str, str]]:
    if isinstance(visit.value, Text):
        yield from visit.value
    elif isinstance(visit.value, str) and visit.field.key in ("name", "revision"):
        yield "", visit.value
