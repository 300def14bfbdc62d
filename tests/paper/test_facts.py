"""What a sheet's facts are: every leaf of its view in one of them, names of lines, no values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import open_plan, site_url
from generator.editions import audiences
from generator.locales import available, locale
from generator.model.contact import Channel
from generator.model.duration import Duration
from generator.model.span import Span
from generator.model.text import Name, Text
from generator.paper.codes import sheet_code
from generator.paper.facts import ORDER, Fact, facts_of, name_of
from generator.paper.kinds import KINDS
from generator.views.page import Address, Link
from generator.views.parts.contact import ContactLine
from generator.views.sheets.sheet import Order, Photo, Qr, Sheet
from tests.frontend_tools import ROOT

NUMBER = ContactLine(Channel.PHONE, "+33 1 99 00 00 01", "tel:+33199000001", "33199000001")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list that has a name."""

    name: Text
    numbers: tuple[ContactLine, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A view with a leaf of every sort."""

    title: Text
    lasted: Span
    count: int = 0
    share: float = 0.5
    open: bool = False
    colour: Colour = Colour.RED
    within: Duration | None = None
    day: date | None = None
    code: Qr | None = None
    map: Photo | None = None
    where: Link | None = None
    branch: tuple[Row, ...] = ()
    steps: tuple[Text, ...] = ()
    pair: tuple[int, ...] = ()
    by_name: Any = ()


FULL = View(
    Text.of("Tower"),
    Span(date(2026, 1, 1), date(2026, 1, 2)),
    count=3,
    within=Duration(60),
    day=date(2026, 1, 3),
    code=Qr("tel:+33199000009", "Dial"),
    map=Photo("pictures/map.svg", "The lawn"),
    where=Link(Address("sites", "tower"), Text.of("Tower"), "way"),
    branch=(Row(Name.of("Lead"), (NUMBER,)), Row(Name.of("Scribe"), (), True)),
    steps=(Text.of("Leave."), Text.of("Call.")),
    pair=(1, 2),
    by_name={"a": Text.of("x")},
)


def sheet(view: Any, **changes: Any) -> Sheet:
    return replace(Sheet("probe", "one", "One", "en", "staff", view), **changes)


def facts(view: Any, picture: bytes = b"map") -> tuple[Fact, ...]:
    return facts_of(sheet(view), lambda name: picture)


def leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every leaf of a view, with the way to it."""
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from leaves(getattr(value, one.name), (*way, one.name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*way, key))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from leaves(one, (*way, number))
    else:
        yield way, value


def other(leaf: Any, more: str) -> Any:
    """Another value of the same type."""
    if isinstance(leaf, bool):
        return not leaf
    if isinstance(leaf, Colour):
        return Colour.GREEN
    if isinstance(leaf, Channel):
        return Channel.HOME
    if isinstance(leaf, date):
        return date.fromordinal(leaf.toordinal() + 1)
    if isinstance(leaf, int | float):
        return leaf + 1
    return f"{leaf or ''}{more}"


def changed(value: Any, way: tuple[Any, ...], leaf: Any) -> Any:
    """The value with another leaf."""
    if not way:
        return leaf
    step, *rest = way
    if isinstance(value, tuple):
        return (*value[:step], changed(value[step], tuple(rest), leaf), *value[step + 1 :])
    if isinstance(value, dict):
        return {**value, step: changed(value[step], tuple(rest), leaf)}
    return replace(value, **{step: changed(getattr(value, step), tuple(rest), leaf)})


def code(view: Any) -> str:
    return sheet_code("salt", "probe/one @ staff/en", facts(view))


WAYS = [(way, leaf) for way, leaf in leaves(FULL) if leaf is not None]


@given(st.sampled_from(WAYS), st.text("abcxyz .", min_size=1).filter(lambda text: text.strip()))
def test_whichever_leaf_is_other_so_is_the_code(
    place: tuple[tuple[Any, ...], Any], more: str
) -> None:
    way, leaf = place
    new = other(leaf, more)
    if isinstance(leaf, str) and way[-1] == 0 and new in ("same", "en"):
        return
    assert code(changed(FULL, way, new)) != code(FULL)


def test_there_are_leaves_of_every_sort_to_change() -> None:
    assert len(WAYS) > 30
    assert {type(leaf).__name__ for _, leaf in WAYS} >= {
        "str", "int", "float", "bool", "date", "Colour", "Channel",
    }  # fmt: skip


def test_another_picture_under_the_same_name_is_another_fact() -> None:
    assert facts(FULL, b"map") != facts(FULL, b"redrawn")


def test_the_order_of_lines_is_a_fact() -> None:
    turned = replace(FULL, branch=FULL.branch[::-1])
    differing = {(one.field, one.line) for one in set(facts(turned)) ^ set(facts(FULL))}
    assert differing == {("branch", ORDER)}
    assert code(replace(FULL, steps=FULL.steps[::-1])) != code(FULL)


def test_a_field_is_a_fact_and_a_named_line_one_of_its_own() -> None:
    named = [(one.field, one.line) for one in facts(FULL) if one.field in ("title", "branch")]
    assert named == [("title", ""), ("branch", "Lead"), ("branch", "Scribe"), ("branch", ORDER)]


def test_lines_within_lines_are_named_too() -> None:
    @dataclass(frozen=True)
    class Tree:
        title: Text
        rows: tuple[Row, ...]

    @dataclass(frozen=True)
    class Whole:
        directory: Any

    view = Whole({"trees": (Tree(Text.of("At night"), FULL.branch),), "more": 2})
    named = [one.line for one in facts(view)]
    assert named == ["", "At night", "Lead", "Scribe", ORDER]


def test_lines_that_share_a_name_are_one_fact() -> None:
    twice = replace(FULL, branch=(*FULL.branch, Row(Name.of("Lead"), (), True)))
    assert [one.line for one in facts(twice) if one.field == "branch"] == ["Lead", "Scribe", ORDER]
    assert code(twice) != code(FULL)


def test_an_empty_new_part_of_a_view_changes_nothing() -> None:
    @dataclass(frozen=True)
    class Before:
        where: Any

    @dataclass(frozen=True)
    class Small:
        name: str

    @dataclass(frozen=True)
    class Grown:
        name: str
        note: Text | None = None
        more: tuple[str, ...] = ()
        bold: bool = False

    assert facts(Before(Small("x"))) == facts(Before(Grown("x")))
    assert facts(Before(Grown("x", bold=True))) != facts(Before(Grown("x")))


@pytest.mark.parametrize("tag", ["", "same", "en"])
def test_how_a_text_of_the_own_language_is_marked_is_no_fact(tag: str) -> None:
    assert facts(replace(FULL, title=Text(((tag, "Tower"),)))) == facts(FULL)


def test_a_text_in_another_language_is_another_fact() -> None:
    assert facts(replace(FULL, title=Text.of("Tower", "nl"))) != facts(FULL)


def test_who_sees_it_which_page_and_what_it_is_about_are_no_facts() -> None:
    told = sheet(FULL, audience="team", about=("site", "tower"), page=Address("sites", "tower"))
    assert facts_of(told, lambda name: b"map") == facts(FULL)


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


def sheets_of_samples(day: date) -> Iterator[tuple[Sheet, Path]]:
    for path in (ROOT / "plans/scheldenet", ROOT / "plans/bakkerij"):
        plan = open_plan(path, day).plan
        for audience in audiences(plan):
            for language in plan.plan.languages:
                order = Order(plan, audience, language, day, site_url(plan, ""))
                for kind in KINDS:
                    yield from ((sheet, path) for sheet in kind.sheets(order))


@pytest.fixture(scope="module")
def samples() -> tuple[tuple[Sheet, Path], ...]:
    return tuple(sheets_of_samples(date(2026, 11, 1)))


def test_every_field_of_every_kind_has_words_in_every_language(
    samples: tuple[tuple[Sheet, Path], ...],
) -> None:
    assert len({type(sheet.view) for sheet, _ in samples}) >= len(KINDS)
    named = {one.name for sheet, _ in samples for one in fields(sheet.view)}
    kinds = {sheet.kind for sheet, _ in samples}
    assert len(named) > 4
    for tag in available():
        words = locale(tag).words
        assert [name for name in sorted(named) if f"sheet.fact.{name}" not in words] == []
        assert [kind for kind in sorted(kinds) if f"sheet.kind.{kind}" not in words] == []
        assert [name for name in named if ":" in words[f"sheet.fact.{name}"]] == []


def test_facts_of_the_samples_are_the_same_on_another_day(
    samples: tuple[tuple[Sheet, Path], ...],
) -> None:
    later = dict.fromkeys(
        ((one.name, one.audience, one.language), facts_of(one, str.encode))
        for one, _ in sheets_of_samples(date(2027, 6, 1))
    )
    now = dict.fromkeys(
        ((one.name, one.audience, one.language), facts_of(one, str.encode)) for one, _ in samples
    )
    assert len(now) > 10
    assert [name for name, _ in now.keys() - later.keys()] == []
