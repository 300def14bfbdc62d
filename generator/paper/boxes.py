"""The last hand on a PDF: page labels (ISO 32000-1, 12.4.2), links to places that are known when
all is set (``links.py``), trim and bleed boxes, which tell a print shop where to cut (14.11.2), and
small objects packed together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.paper.document import Boxes
from generator.paper.links import Places, linked
from generator.paper.packing import Parts, packed, taken_apart

if TYPE_CHECKING:
    import pikepdf

POINTS = 72 / 25.4
"""Points in a millimetre."""


_PLAIN = re.compile(rb"[\w-]*")

Labels = Sequence[Mapping[str, Any]]
"""What pages are called: from the page ``page`` (from 1) on its ``prefix``, and, where they are
``numbered``, a number from 1 after it."""


def finished(
    pdf: bytes, boxes: Boxes | None, labels: Labels = (), places: Places | None = None
) -> bytes:
    """The PDF as it is handed out; with ``boxes`` its pages say where they are trimmed, and how far
    the print goes beyond; with ``labels`` what they are called (12.4.2); with ``places`` its links
    lead there."""
    parts = taken_apart(pdf if boxes is None else _boxed(pdf, boxes))
    if labels:
        _call(parts, labels)
    if places is not None:
        linked(parts, places)
    return packed(parts)


def _call(parts: Parts, labels: Labels) -> None:
    ranges = b"".join(b"%d %b" % (one["page"] - 1, _label(one)) for one in labels)
    catalog = parts.objects[parts.root].removesuffix(b">>")
    parts.objects[parts.root] = b"%b/PageLabels<</Nums[%b]>>>>" % (catalog, ranges)


def _label(one: Mapping[str, Any]) -> bytes:
    return b"<</P%b%b>>" % (_text(one["prefix"]), b"/S/D" if one["numbered"] else b"")


def _text(words: str) -> bytes:
    """A text string (7.9.2.2) of ASCII and the dash, which has a place of its own in PDFDocEncoding
    (annex D). UnicodeEncodeError for other letters."""
    said = b"\x85".join(part.encode("ascii") for part in words.split("–"))
    return b"(%b)" % said if _PLAIN.fullmatch(said) else b"<%b>" % said.hex().encode()


def _boxed(pdf: bytes, boxes: Boxes) -> bytes:
    # Only here: few documents have boxes, and it takes long to load.
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            _box(page, boxes)
        out = BytesIO()
        plain = pikepdf.ObjectStreamMode.disable
        opened.save(out, object_stream_mode=plain, deterministic_id=True)
    return out.getvalue()


def _box(page: pikepdf.Page, boxes: Boxes) -> None:
    from pikepdf import Array

    left, bottom, right, top = (float(one) for one in page.mediabox)
    for name, inset in (("/TrimBox", boxes.trim), ("/BleedBox", boxes.trim - boxes.bleed)):
        by = inset * POINTS
        page[name] = Array([left + by, bottom + by, right - by, top - by])
