"""Content lines, of which vCards and calendars consist: text as a value, and lines not too long."""

from __future__ import annotations

import re

_FOLD = 75
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
"""What a line may not hold."""


def escaped(value: str) -> str:
    """A text as a property's value (RFC 5545, 3.3.11; RFC 2426, 5)."""
    text = CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n").strip())
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets, the rest on lines that begin with a space; no letter is cut
    (RFC 5545, 3.1; RFC 2425, 5.8.1)."""
    if len(line) <= _FOLD and line.isascii():
        return line + "\r\n"
    pieces, room = [""], _FOLD
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = _FOLD - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces) + "\r\n"
