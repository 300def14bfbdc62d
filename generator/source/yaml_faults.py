"""What a YAML parser finds wrong with a file, in words for the person who wrote it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.problems import Position, Problem, Severity

UNSEEN = yaml.reader.Reader.NON_PRINTABLE
"""Signs that YAML allows in no file; in double quotes an escape such as ``\\0`` can name them."""

CUT = re.compile(r"[ \t]+#(?=[^\s#])")
"""What ends a text without quotes though it may belong to it: a remark has a space after its #."""

_UNCLOSED = "unexpected end of stream"
_SYNTAX_CURES = (
    ("found character '\\t'", "Use spaces, not tabs, at the start of a line."),
    (
        "cannot start any token",
        "Use spaces, not tabs; put quotes around a text that begins with @, `, %, & or *.",
    ),
    (
        "mapping values are not allowed",
        "A colon followed by a space means `key: value`. Put quotes "
        "around a text that has one, and check the indentation.",
    ),
    (
        "expected <block end>",
        "Check the indentation of this line and the one above it: lines of "
        "one list or block begin in the same column.",
    ),
    (
        "did not find expected key",
        "Check the indentation, and that each line here is `key: value`.",
    ),
    ("could not find expected ':'", "Write `key: value`, with a colon and a space."),
    (_UNCLOSED, "Close the quote or bracket that was opened."),
    ("found undefined tag", "Put quotes around a text that begins with `!`."),
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """A file that isn't YAML. Where a quote or bracket is never closed, or a quote only where the
    next text begins, that is the place."""
    met, opened = _place(error.problem_mark, file), _place(error.context_mark, file)
    quoted = met and _quoted_before(text, met)
    if met and quoted:
        return _wrong_quote(_place(quoted.start_mark, file) or met, met)
    said = error.problem or "it can't be read"
    known = (cure for sign, cure in _SYNTAX_CURES if sign in said)
    cure = next(known, "Check the indentation, quotes and brackets of this line and the one above.")
    place = (opened if _UNCLOSED in said else met) or met or opened or Position(file)
    bracket = opened is not None and "flow" in (error.context or "")
    begun = (opened,) if opened and bracket and opened.line != place.line else ()
    return Problem("yaml-syntax", f"This isn't valid YAML: {said}.", place, cure, related=begun)


def _quoted_before(text: str, met: Position) -> Any:
    """The text in quotes that ends where a fault was met, or in front of nothing but spaces."""
    try:
        for token in yaml.scan(text, yaml.CSafeLoader):
            end, quote = token.end_mark, getattr(token, "style", None)
            if end.line + 1 == met.line and quote in ("'", '"'):
                between = text.splitlines()[end.line][end.column : met.column - 1]
                if end.column < met.column and not between.strip():
                    return token
    except yaml.YAMLError:
        pass
    return None


def _wrong_quote(opened: Position, met: Position) -> Problem:
    if opened.line == met.line:
        return Problem(
            "yaml-syntax",
            "The text in quotes ends here, but the line goes on.",
            met,
            'For a quote inside of "…" write \\", inside of \'…\' write it twice.',
            related=(opened,),
        )
    return Problem(
        "yaml-syntax",
        f"The quote that is opened here is closed only on line {met.line}.",
        opened,
        "Close it where the text ends.",
        related=(met,),
    )


def _place(mark: Any, file: str) -> Position | None:
    return Position(file, mark.line + 1, mark.column + 1) if mark else None


def character_problem(error: Any, text: str, file: str) -> Problem:
    """A file with a character that YAML doesn't allow."""
    # The C reader gives its place in bytes, so look for the character itself.
    found = UNSEEN.search(text)
    before = text[: found.start() if found else max(0, int(error.position))]
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return unseen(Position(file, line, column))


def unseen(place: Position) -> Problem:
    """A character that no file may have, as it is or written in quotes."""
    return Problem(
        "control-character",
        "A character that can't be seen stands here.",
        place,
        "Delete it and type the text again.",
    )


def cuts(text: str) -> dict[int, str]:
    """The lines, by number from 0, on which a text may be cut off by ``#``; mostly none."""
    if not CUT.search(text):
        return {}
    return {number: line for number, line in enumerate(text.splitlines()) if CUT.search(line)}


def cut_off(place: Position) -> Problem:
    """A text that ends at a ``#`` which is followed by more."""
    return Problem(
        "text-cut-off",
        "The text ends before this #: what follows counts as a remark.",
        place,
        "If it belongs to the text, put the whole text in double quotes; if it is a remark, put a "
        "space after the #.",
        Severity.WARNING,
    )
