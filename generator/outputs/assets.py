"""The site's own style sheet, and the theme's files without what only its makers need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.locales import Locale
from generator.outputs.app.colours import WHITE, ink_on, rgb
from generator.outputs.artifact import Artifact
from generator.views.parts.identity import Identity

STYLE_SHEET = "assets/stylesheets/runbook.css"
IMPRINT = "assets/stylesheets/imprint.css"
ORDER = "order.txt"

_SPECIAL = re.compile(r"[^\w .,:;+()-]")
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


def imprint(identity: Identity, words: Locale) -> Artifact:
    """What stands at the foot of every printed sheet of a page (`frame.css`): which plan, which
    revision, from which day.

    Why a file of its own: each revision changes it, and phones fetch nothing else anew for that.
    """
    parts = [f"{identity.organisation} {identity.title}"]
    parts.append(words.say("start.revision", revision=identity.revision))
    if identity.issued:
        parts.append(words.say("start.issued", date=words.date(identity.issued)))
    text = f':root {{ --rb-imprint: "{css_string(" · ".join(parts))}"; }}\n'
    return Artifact(IMPRINT, text.encode())


def css_string(text: str) -> str:
    """A text as it stands between the quotes of a CSS string (CSS Syntax 3, 4.3.5): all that may
    mean something is written by its number."""
    return _SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", text)


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
