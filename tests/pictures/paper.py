"""Sheets as they come out of the printer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from tests.pictures.sites import AS_OF, MOMENT, copied
from tests.running import runbook

_INCH = 72
"""Points."""

_EDGE = "#8a8a8a"
_BETWEEN = 24
"""Pixels between front and back of a card."""


def draw(folder: Path, pictures: Path) -> None:
    """Write a wallet card, an action card and an exit poster; ``folder`` is for what it takes."""
    plan, out = copied(folder / "to-print"), folder / "print"
    runbook(
        *("print", plan, "--edition", "staff", "--language", "en", "--as-of", AS_OF, "--out", out),
        *("--only", "wallet-cards,action-cards,exit-posters"),
        moment=MOMENT,
    )
    sheets = out / "staff" / "en"
    card = _pages(sheets, "wallet-cards-print-shop*.pdf", "Crisis lead", 190)
    _framed(card[:2]).save(pictures / "paper-wallet-card.png", optimize=True)
    for name, words in (("action-card", "ACTION CARD Duty officer"), ("exit-poster", "")):
        page = _pages(sheets, f"{name}s.pdf", words, 80)[0]
        _framed([page]).save(pictures / f"paper-{name}.png", optimize=True)


def _pages(folder: Path, pattern: str, first: str, dpi: int) -> list[Image.Image]:
    """The page that begins with these words, and the one after it, as they are when cut."""
    for file in sorted(folder.glob(pattern)):
        document = pypdfium2.PdfDocument(file)
        for number in range(len(document)):
            said = document[number].get_textpage().get_text_bounded()
            if " ".join(said.split()).startswith(first):
                here = [document[at] for at in (number, number + 1) if at < len(document)]
                return [_drawn(page, dpi) for page in here]
    raise AssertionError(f"no page of {pattern} begins with {first!r}")


def _drawn(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    scale = dpi / _INCH
    left, bottom, right, top = page.get_trimbox()
    whole = page.get_mediabox()
    crop = (left - whole[0], bottom - whole[1], whole[2] - right, whole[3] - top)
    image: Image.Image = page.render(scale=scale, crop=crop).to_pil()
    return image.convert("RGB")


def _framed(images: list[Image.Image]) -> Image.Image:
    """One below the other, each with an edge, in as few colours as look the same."""
    height = sum(image.height for image in images) + _BETWEEN * (len(images) - 1)
    sheet = Image.new("RGB", (images[0].width, height), "white")
    at = 0
    for image in images:
        sheet.paste(image, (0, at))
        edge = (0, at, image.width - 1, at + image.height - 1)
        ImageDraw.Draw(sheet).rectangle(edge, outline=_EDGE)
        at += image.height + _BETWEEN
    return sheet.quantize(64)
