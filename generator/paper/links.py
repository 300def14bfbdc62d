"""Links to places that a template doesn't know yet.

Why: a link to a position that only the first layout finds makes Typst set its paragraph again. So a
template sets ``link("runbook:" + name)``, the same each time, and where that leads is written into
the finished PDF (ISO 32000-1, 12.3.2.2). Its tags are those of any link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from generator.paper.packing import Parts

_OPENS: Final = re.compile(
    rb"/A<</Type/Action/S/URI/URI\(runbook:([^()\\]*)\)>>(.*?)/Contents\([^()\\]*\)", re.DOTALL
)
_ANNOTATION: Final = b"<</Type/Annot/Subtype/Link"
_PAGES: Final = b"<</Type/Pages"
_KIDS: Final = re.compile(rb"/Kids\[([^]]*)\]")
_HEIGHT: Final = re.compile(rb"/MediaBox\[\S+ \S+ \S+ ([\d.]+)\]")
_ABOVE: Final = 10.0
"""Points shown above a place, as Typst does."""


class Place(Struct, frozen=True):
    """Where something stands: its page in the file, from 1; how far below the page's upper edge, in
    points; and what that page is called at its foot."""

    page: int
    below: float
    called: str


Places = Mapping[str, Place]
"""By the names that links give. They are plain ASCII without brackets and backslashes."""


def linked(parts: Parts, places: Places) -> None:
    """Have the links of a PDF by Typst lead to the places that they name. KeyError for a place that
    there isn't."""
    objects = parts.objects
    tree = next(body for body in objects.values() if body.startswith(_PAGES))
    kids = _KIDS.search(tree)
    pages = [int(one) for one in kids[1].split()[::3]] if kids else []

    def lead(found: re.Match[bytes]) -> bytes:
        place = places[found[1].decode("ascii")]
        page = pages[place.page - 1]
        measured = _HEIGHT.search(objects[page])
        top = (float(measured[1]) if measured else 0.0) - max(place.below - _ABOVE, 0.0)
        goal = b"/Dest[%d 0 R/XYZ 0 %b 0]" % (page, f"{top:.2f}".encode())
        return b"%b%b/Contents(%b)" % (goal, found[2], place.called.encode("ascii"))

    for number, body in objects.items():
        if body.startswith(_ANNOTATION):
            objects[number] = _OPENS.sub(lead, body, count=1)
