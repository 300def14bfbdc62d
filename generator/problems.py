"""Problems: what is wrong with a plan, where, and how to mend it.

A problem is data. Rendering it (for a terminal, as JSON, as a page) is separate, so that every
channel says the same. No rendering ever shows the value of a contact: logs and screens leak.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file; lines and columns count from 1, ``width`` in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: ``message`` states it, ``help`` states the cure, ``code`` never changes."""

    code: str
    message: str
    position: Position
    help: str
    severity: Severity = Severity.ERROR
    related: tuple[Position, ...] = field(default=())


class PlanError(Exception):
    """A plan that can't be used, with every problem found in it."""

    def __init__(self, problems: Sequence[Problem], sources: Mapping[str, str] | None = None):
        self.problems = tuple(problems)
        self.sources = dict(sources or {})
        super().__init__(f"{len(self.problems)} problem(s) in the plan")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file and place, and drop exact repeats."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.position, p.code, p.message))


def count(problems: Iterable[Problem], severity: Severity) -> int:
    """How many of the problems have this severity."""
    return sum(1 for problem in problems if problem.severity is severity)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``Did you mean …?`` with the nearest known words, or an empty text."""
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.6)
    if not near:
        return ""
    return "Did you mean " + " or ".join(f"`{name}`" for name in near) + "?"


def listed(names: Iterable[str], shown: int = 6) -> str:
    """Names in a sentence, each in backticks: ```a`, `b` and `c```; after ``shown`` a count."""
    marked = [f"`{name}`" for name in dict.fromkeys(names)]
    if len(marked) > shown:
        marked[shown - 1 :] = [f"{len(marked) - shown + 1} more"]
    return " and ".join(filter(None, [", ".join(marked[:-1]), *marked[-1:]]))


# A value after these keys is a contact, whatever it looks like; so is anything that reads as a
# phone number (six or more digits) or a mail address.
_CONTACT_VALUE = re.compile(r"(\b(?:value|number)\s*:\s*)([^,}\]#]+)")
_CONTACT_LOOK = re.compile(r"\+?\d(?:[\s./()-]*\d){5,}|[^\s\"'<>,;:]+@[^\s\"'<>,;]+")


def masked(line: str) -> str:
    """The line with every contact value replaced by dots of the same length."""
    line = _CONTACT_VALUE.sub(lambda m: m[1] + "•" * len(m[2]), line)
    return _CONTACT_LOOK.sub(lambda m: "•" * len(m[0]), line)


def _excerpt(problem: Problem, sources: Mapping[str, str]) -> list[str]:
    where = problem.position
    lines = sources.get(where.file, "").splitlines()
    if not 0 < where.line <= len(lines):
        return []
    start = max(0, where.column - 61)
    shown = masked(lines[where.line - 1].replace("\t", " "))[start : start + 100]
    number = str(where.line)
    width = max(1, min(where.width, len(shown) - (where.column - 1 - start)))
    caret = " " * (where.column - 1 - start) + "^" * width
    return [f"    {number} | {shown}", f"    {' ' * len(number)} | {caret}"]


def as_text(problem: Problem, sources: Mapping[str, str]) -> str:
    """Render for a terminal: the first line stands alone, then the source line, then the cure."""
    first = f"{problem.position}: {problem.severity}[{problem.code}] {problem.message}"
    related = [f"    see also: {place}" for place in problem.related]
    return "\n".join([first, *_excerpt(problem, sources), *related, f"    help: {problem.help}"])


def as_json(problem: Problem) -> dict[str, Any]:
    """Render for machines; the keys are stable."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "help": problem.help,
        **_place(problem.position),
        "related": [_place(place) for place in problem.related],
    }


def _place(position: Position) -> dict[str, Any]:
    return {
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "width": position.width,
    }
