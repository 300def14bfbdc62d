"""The site's own style sheet, and the theme's files without what only its makers need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.outputs.app.colours import WHITE, ink_on, rgb
from generator.outputs.artifact import Artifact

STYLE_SHEET = "assets/stylesheets/runbook.css"
ORDER = "order.txt"

_SOURCE_MAP = re.compile(
    rb"\s*(?://[#@] sourceMappingURL=\S+|/\*[#@] sourceMappingURL=\S+ \*/)\s*$"
)


def style_sheet(folder: Path, colour: str | None) -> Artifact:
    """All style sheets of ``folder`` in one; ``colour`` is the organisation's (``#0b4f6c``)."""
    texts = [f"/* {path.name} */\n{path.read_text('utf-8').strip()}\n" for path in _sheets(folder)]
    if colour:
        ink = "#fff" if ink_on(rgb(colour)) == WHITE else "#000"
        own = f"--rb-organisation: {colour.lower()}; --rb-on-organisation: {ink};"
        texts.append(f":root {{ {own} }}\n")
    return Artifact(STYLE_SHEET, "\n".join(texts).encode())


def _sheets(folder: Path) -> Iterable[Path]:
    """The style sheets: first those that `order.txt` names, then the others by name."""
    order = folder / ORDER
    named = order.read_text("utf-8").split() if order.is_file() else []
    found = sorted(folder.glob("*.css"))
    first = [folder / name for name in named if (folder / name) in found]
    return [*first, *(path for path in found if path not in first)]


def without_source_map(path: str, content: bytes) -> bytes:
    """A script or style sheet without the line that names its source map."""
    if not path.endswith((".js", ".css")):
        return content
    return _SOURCE_MAP.sub(b"\n", content)
