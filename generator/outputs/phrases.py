"""Texts of which a narrow screen shows the first phrase only."""

from __future__ import annotations

import re

from markupsafe import Markup

_END = re.compile(r"(?<=\S)(?=\s*[,;:]\s|\s+[–—·(])")
"""Between a phrase and the sign that ends it: a sign with nothing behind it would ask for more."""

_FIRST = Markup('<span class="rb-first">{}</span>')
_REST = Markup('<span class="rb-rest rb-wide">{}</span>')


def phrased(words: str) -> Markup:
    """The words as HTML: the first phrase, and what follows on it with the sign between them."""
    first, *rest = _END.split(words, maxsplit=1)
    return _FIRST.format(first) + Markup("").join(map(_REST.format, rest))
