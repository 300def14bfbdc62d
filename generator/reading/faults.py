"""What can be wrong with a value of a plan: as data, for others to put into words."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct

from generator.source.tree import Path


class Wrong(Enum):
    """Each way in which a value can be wrong."""

    UNKNOWN_FIELD = auto()
    MISSING = auto()
    NOT_A_GROUP = auto()
    NOT_A_LIST = auto()
    TOO_FEW = auto()
    NOT_ONE_TEXT = auto()
    NOT_TEXTS = auto()
    OTHER_PATTERN = auto()
    OTHER_CHOICE = auto()
    NOT_TRUTH = auto()
    NOT_WHOLE = auto()
    NOT_A_NUMBER = auto()
    TOO_LOW = auto()
    TOO_HIGH = auto()
    NOT_A_DAY = auto()
    NO_SUCH_DAY = auto()
    NOT_A_DURATION = auto()


class Fault(Struct, frozen=True):
    """What is wrong with the value at a path.

    ``limit`` is the number that it is beyond, ``choices`` are the values that it could have, and
    ``said`` is the one that it has: to compare with them, never to be shown.
    """

    wrong: Wrong
    path: Path
    limit: float | None = None
    choices: tuple[str, ...] = ()
    said: str = ""


class Refused(Exception):  # noqa: N818 - ends the reading of one value, not an error
    """A value can't be used. ``wrong`` is None if the fault was noted further down."""

    def __init__(
        self,
        wrong: Wrong | None = None,
        *,
        limit: float | None = None,
        choices: tuple[str, ...] = (),
        said: str = "",
    ):
        self.wrong = wrong
        self.limit = limit
        self.choices = choices
        self.said = said
        super().__init__(wrong)

    def fault(self, path: Path) -> Fault | None:
        """The fault of the value at a path, if it is still to be noted."""
        if self.wrong is None:
            return None
        return Fault(self.wrong, path, self.limit, self.choices, self.said)
