"""What a sheet's facts are: every leaf of its view in one of them, names of lines, no values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from generator.model.contact import Channel
from generator.model.text import Name, Text
from generator.paper.codes import sheet_code
from generator.paper.facts import ORDER, facts_of
from generator.views.page import Address
from tests.paper.full_view import FULL, Colour, Row, facts, sheet


def leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every leaf of a view, with the way to it."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from leaves(getattr(value, name), (*way, name))
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
    class Tree(Struct, frozen=True):
        title: Text
        rows: tuple[Row, ...]

    class Whole(Struct, frozen=True):
        directory: Any

    view = Whole({"trees": (Tree(Text.of("At night"), FULL.branch),), "more": 2})
    named = [one.line for one in facts(view)]
    assert named == ["", "At night", "Lead", "Scribe", ORDER]


def test_lines_that_share_a_name_are_one_fact() -> None:
    twice = replace(FULL, branch=(*FULL.branch, Row(Name.of("Lead"), (), True)))
    assert [one.line for one in facts(twice) if one.field == "branch"] == ["Lead", "Scribe", ORDER]
    assert code(twice) != code(FULL)


def test_an_empty_new_part_of_a_view_changes_nothing() -> None:
    class Before(Struct, frozen=True):
        where: Any

    class Small(Struct, frozen=True):
        name: str

    class Grown(Struct, frozen=True):
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
