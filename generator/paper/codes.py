"""Codes of sheets: eight signs that say which facts a sheet shows, and nothing of them.

A code is reckoned over the sheet's name, its facts, and the ledger's salt, which is never
published: so nobody can try out which phone number would give a code. It looks like the codes of
pages (``views/parts/short_code.py``) and is longer: ``K7F3-X4P2``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import count
from typing import Final

from generator.paper.facts import Fact
from generator.views.parts.short_code import DIGITS, LETTERS

_SIGNS = (LETTERS, DIGITS) * 4
_GROUP = 4

CODE: Final = re.compile(rf"(?:[{LETTERS}][{DIGITS}]){{2}}-(?:[{LETTERS}][{DIGITS}]){{2}}", re.I)
"""A code as it stands on a sheet."""


def sheet_code(salt: str, sheet: str, facts: Iterable[Fact], attempt: int = 0) -> str:
    """The code of a sheet that shows these facts: one of 121,550,625.

    ``sheet`` is its name in the ledger; another ``attempt`` gives another code.
    """
    told = [salt, sheet, [(one.field, one.line, one.value) for one in facts], attempt]
    number = int.from_bytes(sha256(json.dumps(told).encode()).digest()[:8], "big")
    code = ""
    for signs in _SIGNS:
        number, place = divmod(number, len(signs))
        code += signs[place]
    return f"{code[:_GROUP]}-{code[_GROUP:]}".upper()


def assigned(
    salt: str, known: Mapping[str, Iterable[str]], sheets: Mapping[str, tuple[Fact, ...]]
) -> dict[str, str]:
    """The codes of sheets, by name in the ledger, such that no two sheets share one.

    ``known`` has the codes that sheets had so far. Where a code is taken by another sheet, the
    next attempt is: the same for the same ledger.
    """
    taken: dict[str, set[str]] = {}
    for name, codes in known.items():
        for code in codes:
            taken.setdefault(code, set()).add(name)
    found: dict[str, str] = {}
    for name in sorted(sheets):
        attempts = (sheet_code(salt, name, sheets[name], attempt) for attempt in count())
        found[name] = next(code for code in attempts if taken.get(code, {name}) == {name})
        taken[found[name]] = {name}
    return found
