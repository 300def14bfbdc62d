"""Arabic, Hebrew and Chinese on sheets: numbers keep their order, and drawings their words."""

from __future__ import annotations

import json
import re

import pypdfium2
import pytest

from generator.build import Opened
from generator.locales import locale
from generator.model.text import Text
from generator.paper.data import Setting, as_data, phrase
from generator.paper.directions import direction, has_right_to_left, kept_in_order
from generator.paper.kinds import KINDS, Kind, Printing
from tests.paper.arabic_plan import LEAD, NUMBER, open_arabic
from tests.paper.printed import made, order_of, seen

BEFORE, FIRST, AFTER = "\u2066", "\u2068", "\u2069"


def test_a_phone_number_is_isolated_and_nothing_else_is() -> None:
    data = {"a": [f"{LEAD} {NUMBER}، 112"], "to": "tel:+493023125101", "n": 3, "x": "1 + 2"}
    assert kept_in_order(data) == {
        "a": [f"{LEAD} {BEFORE}{NUMBER}{AFTER}، 112"],
        "to": "tel:+493023125101",
        "n": 3,
        "x": "1 + 2",
    }


@pytest.mark.parametrize(
    ("letter", "found"), [("א", True), ("ق", True), ("王", False), ("é", False)]
)
def test_it_is_known_whether_anything_is_written_from_the_right(letter: str, found: bool) -> None:
    assert has_right_to_left(json.dumps({"x": [letter]})) is found


def test_words_among_those_of_another_direction_are_isolated() -> None:
    dutch = Setting(locale("nl"), "nl", lambda _: b"", str)
    arabic = Setting(locale("ar"), "ar", lambda _: b"", str)
    assert (direction("ar-EG"), direction("nl")) == ("rtl", "ltr")
    text = Text.of(f"{LEAD}.")
    assert as_data(text, dutch) == f"{FIRST}{LEAD}.{AFTER}"
    assert as_data(text, arabic) == f"{LEAD}."
    assert as_data(Text.of("12. Bel."), arabic) == f"{FIRST}12. Bel.{AFTER}"
    assert as_data(Text.of("112"), arabic) == "112"
    assert phrase("Leave.", arabic.words) == f"{FIRST}Leave.{AFTER}"
    assert phrase("Leave.", dutch.words) == "Leave."


@pytest.fixture(scope="module", params=["en", "ar"])
def arabic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return open_arabic(tmp_path_factory.mktemp("arabic"), request.param)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "exit-posters"])
def test_numbers_after_arabic_words_are_seen_as_dialled(arabic: Opened, kind: Kind) -> None:
    language = arabic.plan.plan.languages[0]
    sheets = tuple(kind.sheets(order_of(arabic, "public", language)))
    document = next(iter(kind.together(sheets, Printing(language), kind.name)))
    pdf = made(document, {}, None, arabic).pdf
    lines = [line for page in pypdfium2.PdfDocument(pdf) for line in seen(page)]
    numbered = [line for line in lines if "2312510" in line]
    assert numbered
    assert all(re.search(r"\+49302312510[12](?!\d|\+)", line) for line in numbered), numbered
