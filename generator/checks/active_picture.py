"""An SVG picture runs something, fetches something, or isn't valid XML.

A page shows it as a picture, which does neither. But the picture has an address of its own, and
opened there it is a page of the site.

Why it is bad: a script in it could read what the site keeps on the phone, and what it fetches tells
another host who reads the plan.

Example: a map from a drawing program with a `<script>`, an `onload` or a font from the web in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.checks.named_file import is_outside
from generator.checks.rule import Finding, Subject
from generator.derive.active_svg import activities
from generator.model.walk import Shape
from generator.problems import Severity, listed

CODE = "active-picture"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every SVG file that the plan names and that is there, at each place that names it."""
    active = cache(_active)
    for visit in subject.visits:
        if visit.field.shape is Shape.FILE and visit.value.lower().endswith(".svg"):
            if is_outside(subject.folder, visit.value):
                continue
            if found := active(subject.folder / visit.value):
                yield Finding(
                    visit.path,
                    f"This picture isn't a plain SVG: {found}.",
                    "Save it again as plain SVG, without script, or as PNG.",
                )


def _active(picture: Path) -> str:
    """What is active in a file, with its lines; empty if nothing is, or there is no such file."""
    try:
        content = picture.read_bytes()
    except (OSError, ValueError):
        return ""
    return listed(f"{one.what} (line {one.line})" for one in activities(content))
