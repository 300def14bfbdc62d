"""Problems: what is wrong with a plan, where, and how to mend it.

A problem is data. Rendering it (for a terminal, as JSON, as a page) is separate, so that every
channel says the same. No rendering ever shows the value of a contact: logs and screens leak.
"""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from msgspec import Struct, field
from msgspec.structs import force_setattr

_LONGEST_WORD = 80
_FEW_WORDS = 30
_LONGEST_MESSAGE = 1_000
_WINDOW = 2_000


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(Struct, frozen=True, order=True):
    """A place in a source file; lines and columns count from 1, ``width`` in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One fault: ``message`` states it, ``help`` states the cure, ``code`` never changes."""

    code: str
    message: str
    position: Position
    help: str
    severity: Severity = Severity.ERROR
    related: tuple[Position, ...] = field(default=())

    def __post_init__(self) -> None:
        force_setattr(self, "message", _spoken(self.message))
        force_setattr(self, "help", _spoken(self.help))


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
    if len(word) > _LONGEST_WORD:
        return ""
    alike = list(known)
    if len(alike) > _FEW_WORDS:
        # Comparing with each of five thousand people takes a while: only those with most pairs
        # of letters in common.
        pairs = _pairs(word)
        alike = heapq.nlargest(_FEW_WORDS, alike, key=lambda other: len(pairs & _pairs(other)))
    near = difflib.get_close_matches(word, alike, n=3, cutoff=0.6)
    if not near:
        return ""
    return "Did you mean " + " or ".join(f"`{name}`" for name in near) + "?"


@lru_cache(maxsize=50_000)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))


def listed(names: Iterable[str], shown: int = 6) -> str:
    """Names in a sentence, each in backticks: ```a`, `b` and `c```; after ``shown`` a count."""
    marked = [f"`{name}`" for name in dict.fromkeys(names)]
    if len(marked) > shown:
        marked[shown - 1 :] = [f"{len(marked) - shown + 1} more"]
    return " and ".join(filter(None, [", ".join(marked[:-1]), *marked[-1:]]))


_KEY = re.compile(r"[\"']?([\w-]+)[\"']?\s*:(?=\s|$)")
# A value after these keys is a contact, whatever it looks like.
_CONTACT_VALUE = re.compile(
    r"""([\"']?\b(?:value|number)\b[\"']?\s*:\s*)("(?:\\.|[^"])*"?|'[^']*'?|[^\s,}\]#][^,}\]#]*)"""
)
_BARE_KEY = re.compile(r"\b(?:value|number)[\"']?\s*:\s*(?:[|>][+-]?\d*[+-]?)?\s*$")
# Control characters, and what turns the direction of all text after it.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# So is anything that reads as a phone number (six or more digits, but no day) or a mail address.
_DAY = r"(?<![\d.-])(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d|[./()-]\d|\s+\d)"
_CONTACT_LOOK = re.compile(
    rf"(?P<day>{_DAY})|\+?\d(?:[\s./()-]*\d){{5,}}|[^\s\"'<>,;:]{{1,254}}@[^\s\"'<>,;]+"
)


def without_contacts(text: str) -> str:
    """The text with all that reads as a phone number or mail address replaced by dots."""
    return _CONTACT_LOOK.sub(lambda m: m[0] if m["day"] else "•" * len(m[0]), text)


def _spoken(text: str) -> str:
    """A message as it may be shown, whatever it repeats of what the plan says."""
    short = text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"
    return _seen(without_contacts(short))


def _seen(text: str) -> str:
    """A text without what a terminal would obey instead of showing it."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


def masked(lines: Sequence[str], index: int, begin: int = 0) -> str:
    """A line of a plan's file with every contact value replaced by dots of the same length.

    Of a very long line only a window from ``begin``.
    """
    line = lines[index][begin : begin + 2 * _WINDOW]
    if _under_contact(lines, index) or (not _KEY.search(line) and _continues_contact(lines, index)):
        return re.sub(r"\S", "•", line)
    return without_contacts(_CONTACT_VALUE.sub(lambda m: m[1] + "•" * len(m[2]), line))


def _under_contact(lines: Sequence[str], index: int) -> bool:
    """True if the nearest line above that is less indented is a contact's key without its value:
    whatever stands here, even ``word: word``, is that value."""
    indent = _indent(lines[index])
    for above in reversed(lines[max(0, index - 50) : index]):
        if above.strip() and _indent(above) < indent:
            return bool(_BARE_KEY.search(above))
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _continues_contact(lines: Sequence[str], index: int) -> bool:
    """True if the nearest key above a line without one is that of a contact's value."""
    for above in reversed(lines[max(0, index - 50) : index]):
        keys = _KEY.findall(above)
        if keys:
            return keys[-1] in ("value", "number")
    return False


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


def _excerpt(problem: Problem, sources: Mapping[str, str]) -> list[str]:
    where = problem.position
    lines = _lines(sources.get(where.file, ""))
    if not 0 < where.line <= len(lines):
        return []
    start = max(0, where.column - 61)
    begin = max(0, start - _WINDOW)
    line = _seen(masked(lines, where.line - 1, begin).replace("\t", " "))
    shown = line[start - begin : start - begin + 100]
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
