"""Letters that no font has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.build import Opened
from generator.load import load
from generator.model.text import Name, Text
from generator.opening import open_plan
from generator.paper.directions import kept_in_order
from generator.paper.fonts import missing_letters
from generator.paper.letters import letter_problems, texts
from generator.views.page import Address
from generator.views.sheets.sheet import Qr, Sheet
from tests.paper.wallet_plan import DAY

GEORGIAN = "ნინო"


class Inner(Struct, frozen=True):
    """Something within a view."""

    text: Text


class Outer(Struct, frozen=True):
    """A view with a text at each depth."""

    plain: str
    text: Text
    inner: Inner
    many: tuple[Inner, ...]
    named: dict[str, Text]
    code: Qr | None = None
    number: int = 3


def outer(**changes: Any) -> Outer:
    fields: dict[str, Any] = {
        "plain": "a",
        "text": Text.of("b"),
        "inner": Inner(Text.of("c")),
        "many": (Inner(Text.of("d")), Inner(Text.of("e"))),
        "named": {"key": Text.of("f")},
        "code": Qr("tel:+33199005050", "g"),
    }
    return Outer(**(fields | changes))


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_plan(Path("plans/bakkerij"), DAY)


def sheet(view: Any, about: tuple[str, str] | None = None, title: str = "Card") -> Sheet:
    return Sheet("wallet-card", "x", title, "nl", "team", view, about, Address(""))


def test_every_text_of_a_view_is_looked_at() -> None:
    assert {"a", "b", "c", "d", "e", "f", "g"} <= set(texts(outer()))


@pytest.mark.parametrize(
    "changes",
    [
        {"plain": GEORGIAN},
        {"text": Text.of(GEORGIAN)},
        {"inner": Inner(Text.of(GEORGIAN))},
        {"many": (Inner(Text.of("d")), Inner(Text.of(GEORGIAN)))},
        {"named": {"key": Text.of(GEORGIAN)}},
        {"code": Qr("tel:+33199005050", GEORGIAN)},
    ],
)
def test_a_letter_that_no_font_has_is_found_at_any_depth(
    opened: Opened, changes: dict[str, Any]
) -> None:
    assert list(letter_problems([sheet(outer())], opened)) == []
    (problem,) = letter_problems([sheet(outer(**changes))], opened)
    assert problem.code == "missing-letter"
    assert "U+10D8 GEORGIAN LETTER IN" in problem.message


def test_a_title_is_looked_at_too(opened: Opened) -> None:
    (problem,) = letter_problems([sheet(outer(), title=GEORGIAN)], opened)
    assert "U+10DC GEORGIAN LETTER NAR" in problem.message


def test_the_problem_stands_where_its_thing_does(opened: Opened) -> None:
    about = ("person", "joost-brandsma")
    (problem,) = letter_problems([sheet(outer(plain=GEORGIAN), about)], opened)
    line = opened.loaded.texts[problem.position.file].splitlines()[problem.position.line - 1]
    assert "id: joost-brandsma" in line
    assert "`wallet-card/x` (Card): no font has ი (U+10D8 GEORGIAN LETTER IN)" in problem.message
    assert "runbook-generator[cjk]" in problem.help


def test_a_sheet_about_nothing_points_at_the_plan(opened: Opened) -> None:
    (problem,) = letter_problems([sheet(outer(plain=GEORGIAN))], opened)
    line = opened.loaded.texts[problem.position.file].splitlines()[problem.position.line - 1]
    assert line == "  id: bakkerij"


def test_the_names_on_every_sheet_are_looked_at_in_every_language(opened: Opened) -> None:
    header = opened.plan.plan
    for change in (
        {"organisation": Name.of(GEORGIAN)},
        {"title": Text((("nl", "Plan B"), ("ka", GEORGIAN)))},
    ):
        plan = replace(opened.plan, plan=replace(header, **change))
        (problem,) = letter_problems([], replace(opened, plan=plan))
        assert problem.message.startswith("The name of the organisation or of the plan: no font")


def test_many_letters_are_counted_not_listed(opened: Opened) -> None:
    many = "".join(map(chr, range(0x10D0, 0x10DA)))
    (problem,) = letter_problems([sheet(outer(plain=many))], opened)
    assert problem.message.count("U+10") == 6
    assert problem.message.endswith("and 4 more.")


def test_what_has_no_glyph_needs_none(opened: Opened) -> None:
    plain = "a\u00a0b\u200f\n\u200bc \u2192\ufe0f"
    assert list(letter_problems([sheet(outer(plain=plain))], opened)) == []


def test_hebrew_marks_are_written_as_keyboards_without_them_do(opened: Opened) -> None:
    written = "דוא״ל, תוכנית ב׳"
    assert list(letter_problems([sheet(outer(plain=written))], opened)) == []
    assert kept_in_order({"x": [written]}) == {"x": ["דוא”ל, תוכנית ב’"]}
    assert missing_letters(kept_in_order([written])) == ()


def test_the_problem_stands_at_the_text_itself_and_counts_the_sheets_that_show_it(
    tmp_path: Path,
) -> None:
    plan = (Path("plans/bakkerij") / "plan.yml").read_text(encoding="utf-8")
    (tmp_path / "plan.yml").write_text(plan.replace("Joost Brandsma", GEORGIAN), encoding="utf-8")
    changed = replace(open_plan(Path("plans/bakkerij"), DAY), loaded=load(tmp_path / "plan.yml"))
    shown = [
        sheet(outer(plain=f"{GEORGIAN} – tel.")),
        sheet(outer(text=Text.of(GEORGIAN)), title="B"),
    ]
    found = list(letter_problems([*shown, sheet(outer())], changed))
    places = [line for line in plan.splitlines() if "Joost Brandsma" in line]
    assert len(found) == len(places) > 0
    for problem in found:
        assert problem.message.startswith("`wallet-card/x` (Card) and 1 more sheet: no font has ")
        line = changed.loaded.texts[problem.position.file].splitlines()[problem.position.line - 1]
        assert GEORGIAN in line[problem.position.column - 1 :]
