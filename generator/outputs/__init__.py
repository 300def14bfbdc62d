"""From views to files: each output is an ``Artifact``, a path and its bytes.

``FILES`` are those that are no pages: each gets an edition, its words and the plan's folder, and
gives files with paths below the edition's language folder. Beside them there is ``app.files``,
which also gets the icons that earlier builds drew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.editions import Edition
from generator.locales import Locale
from generator.outputs import calendar, pictures, vcard
from generator.outputs.artifact import Artifact

FILES: tuple[Callable[[Edition, Locale, Path], Iterable[Artifact]], ...] = (
    pictures.files,
    vcard.files,
    calendar.files,
)
