"""Ids made from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_LONGEST = 64


def id_from(name: str, taken: Container[str], otherwise: str) -> str:
    """A new id: ``Céline Østby`` is ``celine-ostby``, a second one ``celine-ostby-2``.

    A name without any Latin letter is called ``otherwise``.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    base = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", letters)).strip("-") or otherwise
    found, number = base[:_LONGEST].strip("-"), 1
    while found in taken:
        number += 1
        end = f"-{number}"
        found = base[: _LONGEST - len(end)].strip("-") + end
    return found
