"""The logo can't be drawn, so that the app's icons show the organisation's initials instead.

Why it is bad: people look for a picture that they know on their phone's home screen; and the pages
show a logo that can't be drawn as an empty frame.

Example: `logo: logo.png` whose end is missing; an SVG that shows nothing, or whose words are text
in a face that phones don't have.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks.named_file import is_outside
from generator.checks.rule import Finding, Subject
from generator.derive.active_svg import activities
from generator.derive.logo import SUFFIXES, LogoError, draw, has_loose_text
from generator.problems import Severity

CODE = "unreadable-logo"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Only a logo that is there, in a known format, and that does nothing."""
    name = subject.plan.plan.logo
    if name is None or is_outside(subject.folder, name) or not name.lower().endswith(SUFFIXES):
        return
    content = _read(subject.folder / name)
    if content is None or (name.lower().endswith(".svg") and activities(content)):
        return
    said = _fault(name, content)
    if said:
        yield Finding(
            ("plan", "logo"), f"No icon can be made of this logo as it is. {said[0]}", said[1]
        )


def _read(logo: Path) -> bytes | None:
    try:
        return logo.read_bytes()
    except (OSError, ValueError):
        return None


def _fault(name: str, content: bytes) -> tuple[str, str] | None:
    """What is wrong with a logo, and the cure."""
    try:
        draw(name, content)
    except LogoError as error:
        return error.fault, error.cure
    if has_loose_text(name, content):
        cure = "Turn the text into paths in the drawing program, and save it again."
        return "Its words are text, which each device draws with a face of its own.", cure
    return None
