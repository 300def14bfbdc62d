"""The back of a card in two languages is titled in the back's language."""

from __future__ import annotations

from generator.paper.document import Printing
from generator.paper.wallet import wallet_files
from generator.views.sheets import wallet_cards
from tests.paper.wallet_plan import order, set_, wallet_plan, words_of


def test_the_back_says_the_role_in_its_own_language() -> None:
    roles = [{"id": "lead", "title": {"en": "Leader", "nl": "Leidinggevende"}, "holder": "p1"}]
    made = wallet_cards.sheets(order(wallet_plan(roles=roles), two=("en", "nl")))
    sheet = next(one for one in made if one.id == "role-lead")
    printing = Printing("en", back_language="nl")
    (shop,) = (
        one
        for one in wallet_files((sheet,), printing, "wallet-cards")
        if one.options["layout"] == "shop"
    )
    pdf = set_(shop).pdf
    front, back = words_of(pdf, 0), words_of(pdf, 1)
    assert "Leader" in front
    assert "Leidinggevende" not in front
    assert "Leidinggevende" in back
    assert "Leader" not in back
