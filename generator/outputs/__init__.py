"""From views to files: each output is an ``Artifact``, a path and its bytes.

``FILES`` are those that are no pages: each gets an edition, its words and the plan's folder, and
gives files with paths below the edition's language folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.editions import Edition
from generator.locales import Locale
from generator.outputs import app, calendar, pictures, vcard
from generator.outputs.artifact import Artifact

FILES: tuple[Callable[[Edition, Locale, Path], Iterable[Artifact]], ...] = (
    pictures.files,
    vcard.files,
    calendar.files,
    app.files,
)
