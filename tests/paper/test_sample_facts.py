"""The facts of both samples' sheets: words for each field, the same on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.build import site_url
from generator.editions import audiences
from generator.locales import available, locale
from generator.opening import open_plan
from generator.paper.facts import facts_of
from generator.paper.kinds import KINDS
from generator.views.sheets.sheet import Order, Sheet
from tests.frontend_tools import ROOT


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
    named = {name for sheet, _ in samples for name in sheet.view.__struct_fields__}
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
