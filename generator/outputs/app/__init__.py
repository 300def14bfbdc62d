"""What makes an edition an app on a home screen: a web app manifest and its icons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.editions import Edition
from generator.kept import Kept
from generator.locales import Locale
from generator.outputs.app.icons import app_icons
from generator.outputs.app.manifest import MANIFEST, web_manifest
from generator.outputs.artifact import Artifact


def files(
    edition: Edition, words: Locale, folder: Path, kept: Kept | None = None
) -> Iterator[Artifact]:
    """The manifest and the icons; ``folder`` is the plan's, where the logo is. Icons that were
    ``kept`` are not drawn again."""
    made = app_icons(edition, folder, kept)
    yield Artifact(MANIFEST, web_manifest(edition, words, made))
    for icon in made:
        if icon.content is not None:
            yield Artifact(icon.path, icon.content)
