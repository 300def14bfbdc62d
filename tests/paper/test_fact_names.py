"""What a line of a list is called in the ledger: its name, short, and never a contact's value."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.text import Name, Text
from generator.paper.facts import name_of
from generator.views.page import Address, Link
from generator.views.sheets.sheet import Qr
from tests.paper.full_view import FULL, NUMBER, Row, facts


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (Link(Address("roles", "lead"), Text.of("Lead")), "Lead"),
        (FULL.branch[0], "Lead"),
        (replace(NUMBER, label=Text.of("Crisis line")), "Crisis line"),
        (NUMBER, ""),
        (Text.of("Leave."), ""),
        (Qr("tel:112", "Dial"), ""),
        (7, ""),
    ],
)
def test_what_a_line_is_called(line: Any, name: str) -> None:
    assert name_of(line) == name


@pytest.mark.parametrize(
    "said", ["+33 1 99 00 00 01", "Lead +33 1 99 00 00 01", "33199000001", "lead@plan.example"]
)
def test_a_contact_never_stands_in_a_name(said: str) -> None:
    view = replace(FULL, branch=(Row(Name.of(said), (NUMBER,)),))
    names = " ".join(one.line for one in facts(view))
    assert "99" not in names
    assert "@" not in names


def test_a_long_name_is_cut_and_stands_on_one_line() -> None:
    view = replace(FULL, branch=(Row(Name.of("a\n" * 50)),))
    (line,) = [one.line for one in facts(view) if one.field == "branch"]
    assert len(line) == 60
    assert line.startswith("a a a")
    assert line.endswith("…")
