"""What is taken out of a filed binder and what is put in."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model.text import Text
from generator.paper.binder.replacing import Replacement, replacements
from generator.paper.binder.view import Binder, BoundSection
from generator.views.sheets.sheet import Qr


def binder(**bodies: str) -> Binder:
    """A binder of a front, a divider and scenarios ``S1`` …, by their bodies."""
    scenarios = (
        BoundSection(f"Scenario {code}", "scenarios", code, int(code[1:]), body)
        for code, body in bodies.items()
    )
    front = BoundSection("Contents", "front", "0", 0, "[]")
    divider = BoundSection("Scenarios", "scenarios", "S", 0, "[]")
    return Binder(Text.of("All"), None, (front, divider, *scenarios), ())


def test_nothing_is_replaced_where_nothing_changed() -> None:
    assert replacements(binder(S1="a", S2="b"), binder(S1="a", S2="b")) == ()


def test_a_changed_section_goes_with_the_contents_and_no_other() -> None:
    assert replacements(binder(S1="a", S2="b"), binder(S1="a", S2="B")) == (
        Replacement("0", "Contents", remove=True, insert=True),
        Replacement("S2", "Scenario S2", remove=True, insert=True),
    )


def test_a_new_section_is_put_in_and_its_divider_lists_it() -> None:
    assert replacements(binder(S1="a"), binder(S1="a", S2="b")) == (
        Replacement("0", "Contents", remove=True, insert=True),
        Replacement("S", "Scenarios", remove=True, insert=True),
        Replacement("S2", "Scenario S2", remove=False, insert=True),
    )


def test_a_section_that_is_gone_is_taken_out() -> None:
    assert replacements(binder(S1="a", S2="b"), binder(S1="a"))[-1] == Replacement(
        "S2", "Scenario S2", remove=True, insert=False
    )


def test_another_address_goes_onto_the_cover() -> None:
    before, now = binder(S1="a"), replace(binder(S1="a"), page=Qr("https://b.example/", "Phone"))
    front = Replacement("0", "Contents", remove=True, insert=True)
    assert replacements(before, now) == (front,)
    assert replacements(replace(before, edition=Text.of("Team")), before) == (front,)
