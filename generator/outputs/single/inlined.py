"""What other files hold, taken into the one file: picture signs, QR codes, pictures, cards."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.outputs.codes import FOLDER as CODES
from generator.outputs.single.bitmap import png

_PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
_DOWNLOADS = {".ics": "text/calendar", ".vcf": "text/vcard"}

_SIGN = re.compile(r'<svg class="(rb-icon[^"]*)" (viewBox="[^"]*")[^>]*>(.*?)</svg>', re.DOTALL)


@dataclass
class Inlined:
    """Takes in what articles name; ``sheet`` has then the signs that they refer to.

    ``files`` are the edition's, by path below its language folder.
    """

    files: Mapping[str, bytes]
    _signs: dict[tuple[str, str], str] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)

    def signs(self, html: str) -> str:
        """The same HTML, each picture sign drawn by reference."""
        return _SIGN.sub(self._sign, html)

    def _sign(self, found: re.Match[str]) -> str:
        look, box, drawing = found.groups()
        name = self._signs.setdefault((box, drawing), f"i{len(self._signs)}")
        return f'<svg class="{look}" aria-hidden="true"><use href="#{name}"/></svg>'

    def picture(self, path: str, alt: str) -> str:
        """A picture as an element; where its file isn't there, its words."""
        if path.startswith(f"{CODES}/") and path in self.files:
            return f'<img class="rb-qr" src="{self._code(path)}" alt="{escape(alt)}">'
        address = self._address(path, _PICTURES)
        return f'<img src="{address}" alt="{escape(alt)}">' if address else escape(alt)

    def _code(self, path: str) -> str:
        if path not in self._codes:
            self._codes[path] = _within("image/png", png(self.files[path].decode()))
        return self._codes[path]

    def download(self, path: str) -> str | None:
        """The link to a card or a calendar, which has the file within; None for other files."""
        return self._address(path, _DOWNLOADS)

    def _address(self, path: str, kinds: Mapping[str, str]) -> str | None:
        kind = kinds.get(PurePosixPath(path).suffix.lower())
        return _within(kind, self.files[path]) if kind and path in self.files else None

    def sheet(self) -> Markup:
        """The signs that were taken in, each once."""
        signs = (
            f'<symbol id="{name}" {box}>{drawing}</symbol>'
            for (box, drawing), name in self._signs.items()
        )
        return Markup("\n".join(signs))  # noqa: S704 - our own drawings


def _within(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"
