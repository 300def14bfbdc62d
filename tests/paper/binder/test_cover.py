"""The cover of the binder: what it says is in the language of the edition."""

from __future__ import annotations

from msgspec.structs import replace

from generator.paper.binder.sheets import sheets
from tests.views.sheets.orders import order_of

TITLES = {"en": "Everyone, also visitors", "nl": "Iedereen, ook bezoekers"}


def test_the_edition_is_named_in_each_language() -> None:
    everyone = {"id": "public", "title": TITLES, "publish": "open"}
    header = {"languages": ["en", "nl"], "audiences": [everyone], "default_audience": "public"}
    order = order_of(header=header)
    for language, title in TITLES.items():
        (sheet,) = sheets(replace(order, language=language))
        assert sheet.view.edition.words == title
