"""The attributes of a tag of HTML."""

from __future__ import annotations

import re
from html import unescape

_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")


def attributes(text: str) -> dict[str, str]:
    """What stands in a tag behind its name; of two with one name the first counts, as in
    browsers."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare
        values.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return values
