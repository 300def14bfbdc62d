"""The sheets that a site offers beside its pages: each as a PDF of its own, and as pictures of it.

Only sheets that the edition's audience may see: one that was projected for readers of more is
printed by ``runbook print`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO

from msgspec import Struct
from PIL import Image

from generator.kept import Kept
from generator.outputs.artifact import Artifact
from generator.paper.document import Document, Imprint, Printing
from generator.paper.kinds import Kind
from generator.paper.naming import Names
from generator.paper.press import Press
from generator.paper.typesetter import Overflow, Source, measured, pictured, typeset
from generator.views.page import PrintedSheet
from generator.views.sheets.sheet import Order, Sheet

_COLOURS = 24

FOLDER = "sheets"
"""Where files are, below an edition's language folder. Nothing else is there, so that phones save
them by themselves, after the pages."""


class Offer(Struct, frozen=True):
    """A sheet that a site offers: the document that is printed, and the one that is shown."""

    kind: Kind
    sheet: Sheet
    document: Document

    @property
    def stem(self) -> str:
        """The path of its files below the language folder, without what tells them apart."""
        return f"{FOLDER}/{self.document.path.removesuffix('.pdf')}"

    @property
    def file(self) -> str:
        """The path of the PDF."""
        return f"{self.stem}.pdf"

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the pictures."""
        return tuple(f"{self.stem}-{number + 1}.webp" for number in range(self.kind.shown))

    def printed(self) -> PrintedSheet:
        """How pages speak of it."""
        sheet = self.sheet
        return PrintedSheet(self.kind.name, sheet.title, self.file, self.pictures, sheet.page)


class Made(Struct, frozen=True):
    """The files of an offer, or what didn't fit."""

    files: tuple[Artifact, ...]
    overflows: tuple[Overflow, ...]


def offers(order: Order, kinds: Iterable[Kind]) -> Iterator[Offer]:
    """What an edition offers in a language."""
    printing = Printing(order.language)
    for kind in kinds:
        for sheet in kind.sheets(order):
            if order.most_closed([sheet.audience]) == order.audience.id:
                yield Offer(kind, sheet, kind.single(sheet, printing, kind.name))


def made(
    wanted: Sequence[tuple[Offer, Imprint]], source: Source, press: Press, kept: Kept
) -> list[Made]:
    """Each offer's files, in order; those that were made before are kept."""
    names = Names(source)
    keys = [names.of(offer.document, imprint) for offer, imprint in wanted]
    found = [_again(offer, key, kept) for (offer, _), key in zip(wanted, keys, strict=True)]
    missing = [number for number, one in enumerate(found) if one is None]
    if missing:
        source.prepare(tuple(names.payloads))
    jobs = [partial(_made, *wanted[number], source) for number in missing]
    fresh = dict(zip(missing, press(jobs) if jobs else (), strict=True))
    for number, one in fresh.items():
        for part, file in enumerate(one.files):
            kept.put(_part(keys[number], part), file.content)
    return [fresh[number] if one is None else one for number, one in enumerate(found)]


def _again(offer: Offer, key: bytes, kept: Kept) -> Made | None:
    """The files as they were made before, if all of them are there."""
    paths = (offer.file, *offer.pictures)
    contents = [kept.get(_part(key, part)) for part in range(len(paths))]
    files = [
        Artifact(path, content)
        for path, content in zip(paths, contents, strict=True)
        if content is not None
    ]
    return Made(tuple(files), ()) if len(files) == len(paths) else None


def _part(key: bytes, part: int) -> bytes:
    return key + bytes([part])


def _made(offer: Offer, imprint: Imprint, source: Source) -> Made:
    fits = measured(offer.document, imprint, source)
    done = typeset(offer.document, imprint, source, fits)
    if done.overflows:
        return Made((), done.overflows)
    shown = offer.kind.picture(offer.document)
    pages = pictured(shown, imprint, source, offer.kind.ppi, fits)[: offer.kind.shown]
    pictures = map(_picture, offer.pictures, pages)
    return Made((Artifact(offer.file, done.pdf), *pictures), ())


def _picture(path: str, png: bytes) -> Artifact:
    """A page as a small picture: print has few colours, which lossless WebP keeps sharp."""
    out = BytesIO()
    with Image.open(BytesIO(png)) as opened:
        few = opened.convert("RGB").quantize(_COLOURS).convert("RGB")
    few.save(out, "WEBP", lossless=True, quality=60, method=3, exact=True)
    return Artifact(path, out.getvalue())
