"""What stands at the codes of wallet cards: what happens when they are scanned."""

from __future__ import annotations

import pypdfium2
import pytest
from zxingcpp import read_barcodes

from generator.locales import available, locale
from tests.paper.scanning import DPI, raster
from tests.paper.wallet_plan import MM, cards, documents, set_, wallet_plan, words_of


@pytest.mark.parametrize("language", available())
def test_what_the_code_on_the_front_does_stands_along_its_side(language: str) -> None:
    wanted = locale(language).say("sheet.wallet.scan")
    made = cards(wallet_plan(header={"languages": [language]}), language=language)
    pdf = set_(documents(tuple(made.values()), language=language)["shop"]).pdf
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        letters = page.get_textpage()
        found = letters.search(wanted).get_next()
        assert (found is None) == bool(number % 2)
        if found is None:
            continue
        its = range(found[0], found[0] + found[1])
        boxes = [letters.get_charbox(at) for at in its if letters.get_text_range(at, 1).strip()]
        assert len(boxes) == len(wanted.replace(" ", ""))
        left, lower, right, upper = (
            pick(one[side] for one in boxes) / MM for side, pick in enumerate((min, min, max, max))
        )
        assert upper - lower > 4 * (right - left)
        # Bleed of 3 mm, then 3 mm to the cut.
        assert lower >= 6 - 0.1
        (code,) = (one for one in read_barcodes(raster(page)) if one.text.startswith("tel:"))
        begins = code.position.top_left.x / DPI * 25.4
        # The quiet zone of four modules of 0.4 mm stays free.
        assert 4 * 0.4 - 0.1 <= begins - right < 2.5
        # No longer than the code with its quiet zone of twice four modules.
        assert (
            upper - lower
            <= (code.position.bottom_left.y - code.position.top_left.y) / DPI * 25.4 + 3.2
        )


def test_no_last_word_stands_alone_below_a_code() -> None:
    pdf = set_(documents(tuple(cards(wallet_plan()).values()))["shop"]).pdf
    letters = pypdfium2.PdfDocument(pdf)[1].get_textpage()
    assert "All steps: your page" in " ".join(words_of(pdf, 1).split())
    tops = {}
    for words in ("steps", "your", "page"):
        found = letters.search(words, match_whole_word=True).get_next()
        tops[words] = round(letters.get_charbox(found[0], loose=True)[3])
    assert tops["steps"] > tops["your"] == tops["page"]


def test_without_a_code_nothing_is_to_be_scanned() -> None:
    numbers = [{"id": "fire", "number": "112", "label": "Fire"}]
    made = cards(wallet_plan(header={"emergency_numbers": numbers}))
    pdf = set_(documents(tuple(made.values()))["shop"]).pdf
    assert "112" in words_of(pdf, 0)
    assert "Scan to call" not in words_of(pdf, 0)
