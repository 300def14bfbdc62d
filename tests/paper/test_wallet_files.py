"""The files of wallet cards: one of each version, several of many cards, one of a single card."""

from __future__ import annotations

import pytest

from generator.paper.document import Paper
from generator.paper.kinds import Printing
from generator.paper.wallet import CARDS, wallet_card, wallet_files
from tests.paper.wallet_plan import cards, opened, set_, sizes, wallet_plan, words_of


def test_one_card_alone_is_a_sheet_to_fold() -> None:
    sheet = cards(wallet_plan())["person-p1"]
    document = wallet_card(sheet, Printing("en", Paper.LETTER), "wallet-cards")
    assert document.path == "wallet-cards/person-p1.pdf"
    pdf = set_(document).pdf
    assert sizes(pdf) == [pytest.approx((215.9, 279.4), abs=0.05)]
    assert "Person 1" in words_of(pdf, 0)
    with opened(pdf) as found, found.open_metadata() as metadata:
        assert metadata["dc:title"] == "Wallet cards to fold: Person 1"


def test_large_orders_are_several_files() -> None:
    sheet = cards(wallet_plan())["general"]
    made = list(wallet_files((sheet,) * (CARDS + 1), Printing("en"), "wallet-cards"))
    assert [(one.path, len(one.sheets)) for one in made if one.options["layout"] == "cut"] == [
        ("wallet-cards-1.pdf", CARDS),
        ("wallet-cards-2.pdf", 1),
    ]
