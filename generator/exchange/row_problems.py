"""What is said of a file and its rows: problems that stop the import, and notes."""

from __future__ import annotations

from pathlib import Path

from generator.problems import PlanError, Position, Problem, Severity
from generator.source.folder import display


def refused(file: Path, message: str, cure: str) -> PlanError:
    """A file that can't be used at all."""
    return PlanError([fault(file, 1, message, cure)])


def fault(file: Path, row: int, message: str, cure: str) -> Problem:
    """A row that can't be used."""
    return Problem("import-row", message, Position(display(file), row), cure)


def note(file: Path, row: int, message: str) -> Problem:
    """Something that was mended or left out."""
    place = Position(display(file), row)
    return Problem("import-note", message, place, "Look at it in the plan.", Severity.NOTE)
