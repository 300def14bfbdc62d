"""What changed on a sheet, in words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.locales import available, locale
from generator.model.text import Name, Text
from generator.paper.changes import Shown, label, labels, line_of, without_line
from generator.paper.facts import facts_of
from generator.views.sheets.sheet import Sheet


class Row(Struct, frozen=True):
    """A line with a name and a number."""

    name: Text
    number: str = ""


class View(Struct, frozen=True):
    """A view with fields that have words."""

    assembly_point: Text
    branch: tuple[Row, ...]


LEAD, SCRIBE = Row(Name.of("Lead"), "+33 1 99 00 00 01"), Row(Name.of("Scribe"))
VIEW = View(Text.of("The lawn"), (LEAD, SCRIBE))


def changed(**changes: Any) -> tuple[str, ...]:
    """The labels of what is other than in `VIEW`."""
    return labels(shown(VIEW), shown(replace(VIEW, **changes)))


def shown(view: View, language: str = "en") -> Shown:
    sheet = Sheet("probe", "one", "One", language, "staff", view)
    return Shown(sheet, facts_of(sheet, str.encode))


def test_nothing() -> None:
    assert changed() == ()


def test_a_field_that_is_other() -> None:
    assert changed(assembly_point=Text.of("The gate")) == ("Assembly point",)


def test_a_line_that_is_other_new_or_gone() -> None:
    other = replace(LEAD, number="+33 1 99 00 00 02")
    assert changed(branch=(other, SCRIBE)) == ("Your call tree branch: Lead",)
    assert changed(branch=(LEAD,)) == ("Your call tree branch: Scribe",)
    new = (LEAD, SCRIBE, Row(Name.of("Cook")))
    assert changed(branch=new) == ("Your call tree branch: Cook",)


def test_only_the_field_where_the_order_is_other_or_much_is() -> None:
    assert changed(branch=(SCRIBE, LEAD)) == ("Your call tree branch",)
    many = tuple(Row(Name.of(f"Cook {n}")) for n in "abcdef")
    assert changed(branch=(LEAD, SCRIBE, *many)) == ("Your call tree branch",)


def test_in_the_sheet_s_language() -> None:
    other = replace(VIEW, branch=(LEAD,))
    assert labels(shown(VIEW, "fr"), shown(other, "fr")) == (
        f"{locale('fr').say('sheet.fact.branch')}\N{NO-BREAK SPACE}: Scribe",
    )


@pytest.mark.parametrize("tag", available())
def test_a_label_can_be_shortened_to_its_field(tag: str) -> None:
    words = locale(tag)
    said = label("branch", "Lead: deputy", words)
    assert without_line(said) == words.say("sheet.fact.branch")
    assert line_of(said) == "Lead: deputy"
    assert line_of(words.say("sheet.fact.branch")) == ""
