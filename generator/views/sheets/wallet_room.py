"""How much fits on a wallet card, reckoned before anything is set, because what is left out has to
be decided here. Widths are in em of the smallest type, 7 pt. The template measures what really
fits; this only has to be careful."""

from __future__ import annotations

from functools import cache
from unicodedata import combining, east_asian_width

DIRECTORY_ROWS = 7.7
"""Lines for call tree branches on the front, above four lines of numbers."""

BRANCH = 0.3
"""The space before a branch, in lines."""

SIDE = 32.2
"""A line from edge to edge."""

TITLE = 1.2
"""A title's letters, bold and at their smallest, are so much wider."""

HEAD_LINE = 1.2
"""A further line of a head, in lines."""

UNDER = 1.1
"""The lines that are free where nothing stands under a bearer's name."""

FOOT_ROWS = 4
"""Lines of emergency numbers and assembly point that ``DIRECTORY_ROWS`` leaves room for."""

NAME = 21.5
"""A name and a role before the number of a call, with room to spare for larger type."""

BENEATH = 29.0
"""A role on a line of its own beneath a name."""

NUMBER_GAP = 0.5
"""The least space before a number, 1.2 mm."""

HEADING = 20.0
"""A branch's heading, beside the words that more is left out."""

FOR_ROLE = 8.0
"""What a heading says beside the tree and the role that its bearer stands in for."""

CALLS_YOU = 6.0
"""What stands before the name of who calls."""

POSITION = 31.0
"""The roles under the bearer's name."""

STEP_LINES = 13.3
"""Lines for first actions on the back."""

LIST = 0.4
"""The space before and in a list, in lines."""

MORE = 1.5
"""The line that says how many lists are left out, with the space before it."""

STEP = 22.9
"""A step, beside the code."""

_NARROW = frozenset("ijlftrI.,:;!|'’()[]-· ")
_BROAD = frozenset("mwMW@%—…")


def width(words: str) -> float:
    """The width in em: of sans serif letters about, of East Asian ones exactly."""
    return sum(map(_em, words))


@cache
def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.32
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in _BROAD:
        return 0.9
    return 0.66 if letter.isupper() else 0.57


def lines(words: str, room: float) -> int:
    """How many lines words take that break between words; a long word, or one in a script without
    spaces, breaks anywhere."""
    count, used = 1, 0.0
    for word in words.split():
        size = width(word)
        if used and used + 0.32 + size > room:
            count, used = count + 1, 0.0
        used += size + (0.32 if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count


def beside_number(number: str) -> float:
    """The room on a line before a number, in the smallest type: that of a letter at least."""
    return max(1.0, SIDE - NUMBER_GAP - width(number))


def more_in_head(title: str, beside: str, under: str) -> float:
    """The lines that a head takes beyond one for its title, with what stands beside it, and one
    for what stands under both."""
    titles = lines(title, SIDE / TITLE)
    apart = titles > 1 or width(title) * TITLE + 1 + width(beside) > SIDE
    return HEAD_LINE * (titles - 1 + apart) + lines(under, POSITION) - 1
