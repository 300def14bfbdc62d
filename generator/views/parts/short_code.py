"""Short codes of pages: what somebody types into the search, where a QR code can't be scanned.

A phone's camera opens the browser, not the installed app, which has a copy of its own. So a sheet
on a wall also bears a code to type. It is five signs, letters and digits in turn, so that it is no
word and reads well aloud; signs that look or sound alike are left out. It follows from the page's
address alone: the same in every language and edition, and as long as the thing keeps its id.
"""

from __future__ import annotations

from hashlib import sha256

from msgspec.structs import replace

from generator.views.page import Address, Page

LETTERS = "acefhjkmprtvwxy"
DIGITS = "2346789"
"""Signs that neither look nor sound alike, for codes that people type."""

_SIGNS = (LETTERS, DIGITS, LETTERS, DIGITS, LETTERS)


def short_code(address: Address) -> str:
    """The code of an address, such as ``K7F3X``: one of 165,375."""
    number = int.from_bytes(sha256(address.path.encode()).digest()[:8], "big")
    code = ""
    for signs in _SIGNS:
        number, place = divmod(number, len(signs))
        code += signs[place]
    return code.upper()


def with_code(page: Page) -> Page:
    """The page, found by its code if it is one that is printed or hung up."""
    if not page.posted or not page.entries:
        return page
    first, *others = page.entries
    coded = replace(first, keywords=(*first.keywords, short_code(page.address)))
    return replace(page, entries=(coded, *others))
