"""The one JSON value that a template gets: a document, its sheets, the words of its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.locales import Locale, locale
from generator.model.text import Text
from generator.paper.data import Setting, as_data, days, phrase
from generator.paper.directions import direction
from generator.paper.document import Document, Imprint
from generator.paper.fonts import FAMILIES
from generator.views.parts.joined import comma
from generator.views.sheets.sheet import Qr, Sheet

WORDS: Final = "sheet."
"""The locale's keys that templates get, without this."""

SHARED: Final = ("call.", "scenario.", "step.", "style.")
"""The pages' words that templates get too, by their whole key."""


class Source(Struct, frozen=True):
    """Where the parts of documents come from: QR codes by payload (SVG), and the plan's pictures
    by their path (their bytes). ``prepare`` gets the payloads of a whole run beforehand, so that
    many can be drawn at once."""

    primary: str
    code: Callable[[str], bytes]
    picture: Callable[[str], bytes]
    prepare: Callable[[tuple[str, ...]], object] = len


def document_data(
    document: Document, imprint: Imprint, source: Source, place: Callable[[str], str]
) -> dict[str, Any]:
    """The one value that a template gets."""
    words = locale(document.language)
    setting = Setting(words, source.primary, source.code, place)
    said = {key: one for key, one in words.words.items() if key.startswith(SHARED)}
    said |= {key[len(WORDS) :]: one for key, one in words.words.items() if key.startswith(WORDS)}
    width, height = document.paper.size
    back = document.options.get("back", {})

    def read(text: Text) -> Text:
        return text.for_reader(document.language, source.primary)

    return {
        "title": document.title,
        "lang": words.tag.partition("-")[0],
        "dir": direction(words.tag),
        "comma": comma(words.tag),
        "fonts": FAMILIES,
        "paper": {"name": document.paper.value, "width": width, "height": height},
        "organisation": as_data(read(imprint.organisation), setting),
        "plan": as_data(read(imprint.plan), setting),
        "revision": imprint.revision,
        "issued": as_data(imprint.issued, setting),
        "issued_in": days(imprint.issued, (words.tag, back.get("lang", words.tag))),
        "options": dict(document.options),
        "words": {key: phrase(one, words) for key, one in said.items()},
        "sheets": [sheet_data(sheet, document, imprint, setting) for sheet in document.sheets],
    }


def sheet_data(
    sheet: Sheet, document: Document, imprint: Imprint, setting: Setting
) -> dict[str, Any]:
    """What a template gets of one sheet; ``setting`` is in the document's language."""
    words = locale(sheet.language)
    own = setting if words.tag == setting.words.tag else replace(setting, words=words)
    code = imprint.codes.get(sheet.name)
    check = _check(code, imprint.check, words) if document.checked else None
    return {
        "name": sheet.name,
        "title": sheet.title,
        "back_title": sheet.back_title or sheet.title,
        "lang": words.tag.partition("-")[0],
        "code": code,
        "check": as_data(check, own),
        "view": as_data(sheet.view, own),
    }


def _check(code: str | None, address: str | None, words: Locale) -> Qr | None:
    """The QR code that opens the page "Is my card current?" with the sheet's answer."""
    if code is None or address is None:
        return None
    return Qr(f"{address}#code={code.replace('-', '')}", words.say("sheet.check"))
