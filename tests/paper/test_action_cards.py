"""Action cards as they leave the printer: one page each, nothing small, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from generator.build import Opened
from generator.model.checklist import StepKind
from generator.opening import open_plan
from generator.paper.document import Paper
from generator.paper.faults import overflow_problem
from generator.views.sheets.sheet import Sheet
from tests.paper.printed import (
    CODE,
    DAY,
    Printed,
    letter_sizes,
    opened,
    set_,
    sheets_of,
    size_mm,
    text,
)
from tests.paper.scanning import scanned

KIND = "action-cards"
NOT = {"en": "DO NOT", "nl": "NIET DOEN:"}


@pytest.fixture(
    scope="module",
    params=[
        ("scheldenet", "crisis-team", "en", Paper.A4),
        ("scheldenet", "crisis-team", "nl", Paper.LETTER),
        ("bakkerij", "team", "nl", Paper.A4),
    ],
    ids=["scheldenet-en-a4", "scheldenet-nl-letter", "bakkerij-nl-a4"],
)
def run(request: pytest.FixtureRequest) -> Printed:
    return Printed(KIND, *request.param)


def test_each_card_is_one_page_of_the_paper_and_nothing_is_too_long(run: Printed) -> None:
    assert run.made.overflows == ()
    assert len(run.sheets) >= 10
    assert len(run.pages) == len(run.sheets)
    assert {size_mm(page) for page in run.pages} == {run.size}


def test_no_letter_is_smaller_than_11_points_and_steps_have_12(run: Printed) -> None:
    for page in run.pages:
        sizes = letter_sizes(page)
        assert min(sizes) >= 11
        assert sizes[12.0] > 50


def words(step: Any) -> str:
    return " ".join(str(step.text).split())


def steps(sheet: Sheet) -> list[Any]:
    found = [
        step
        for phase in sheet.view.steps
        for one in phase.lists
        for group in one.groups
        for step in group.steps
    ]
    assert found
    return found


def test_every_step_stands_there_in_order_and_numbers_are_written_out(run: Printed) -> None:
    called = 0
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        said, at = text(page), 0
        assert said.index(sheet.view.role.words[:12]) < said.index(sheet.view.scenario.words)
        at = said.index(sheet.view.steps[0].title.words)
        for step in steps(sheet):
            at = said.index(words(step), at)
            if step.call and step.call.number:
                assert step.call.number in said[at:]
                called += 1
    assert called > 0


def test_do_not_is_said_in_words(run: Printed) -> None:
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        said = text(page)
        for step in (*steps(sheet), *sheet.view.safety):
            if step.kind is StepKind.DO_NOT:
                assert f"{NOT[run.language]} {words(step)}" in said


def test_some_card_has_something_not_to_do(run: Printed) -> None:
    kinds = {step.kind for sheet in run.sheets for step in (*steps(sheet), *sheet.view.safety)}
    assert StepKind.DO_NOT in kinds


def test_the_foot_has_the_plan_in_the_card_s_language_its_code_and_page(run: Printed) -> None:
    header = opened(run.plan).plan.plan
    title = header.title.for_reader(run.sheets[0].language, header.languages[0]).words
    for page in run.pages:
        assert f"{title} · Revis" in text(page)
        said = text(page)
        assert CODE in said
        assert any(f"{word} 1 " in said for word in ("Page", "Blad"))


def test_the_code_at_the_head_opens_the_card_and_its_letters_find_it(run: Printed) -> None:
    """What all codes hold is read in ``test_all_codes.py``."""
    for sheet, page in zip(run.sheets, run.pages, strict=True):
        assert sheet.view.typed in text(page)
    for sheet, page in zip(run.sheets[:3], run.pages[:3], strict=True):
        assert scanned(page, 60) == {sheet.view.page.payload}


FINE = 8
"""Pixels in a millimetre."""


def dark(page: pypdfium2.PdfPage, words: str, left: float, right: float) -> list[bool]:
    """Whether each pixel is dark, level with these words, between two places in mm."""
    letters = page.get_textpage()
    first = letters.search(words).get_next()[0]
    low, high = letters.get_charbox(first)[1::2]
    picture = page.render(scale=FINE * 25.4 / 72).to_pil().convert("L")
    row = picture.height - round((low + high) / 2 / 72 * 25.4 * FINE)
    return [picture.getpixel((x, row)) < 100 for x in range(int(left * FINE), int(right * FINE))]


def test_a_do_not_is_marked_by_a_bar_and_a_crossed_circle() -> None:
    plan = opened("scheldenet")
    cards = sheets_of(KIND, plan, "crisis-team", "en")
    chosen = tuple(one for one in cards if one.id == "offices-closed--floor-warden-4")
    page = pypdfium2.PdfDocument(set_(chosen, KIND, plan).pdf)[0]
    assert all(dark(page, "walk into smoke", 16.4, 17.6))
    assert sum(dark(page, "walk into smoke", 18, 30)) >= 1.5 * FINE * 0.4
    assert not any(dark(page, "Close doors", 16.4, 17.6))


def long_plan(folder: Path, many: int) -> Opened:
    """A plan in which a role has one list of so many steps, each of one line."""
    plan = {
        "format": 1,
        "plan": {"id": "long", "organisation": "Long", "title": "Plan", "revision": "1"},
        "roles": [{"id": "lead", "title": "Lead", "holder": "mia"}],
        "people": [{"id": "mia", "name": "Mia Jansen"}],
        "checklists": [
            {
                "id": "list",
                "title": "List",
                "steps": [{"id": f"s{n}", "do": f"Do {n}."} for n in range(many)],
            }
        ],
        "scenarios": [
            {
                "id": "fire",
                "title": "Fire",
                "phases": [
                    {
                        "id": "now",
                        "title": "Now",
                        "checklists": [{"role": "lead", "checklist": "list"}],
                    }
                ],
            }
        ],
    }
    path = folder / f"plan-{many}.yml"
    path.write_text(yaml.safe_dump(plan))
    return open_plan(path, DAY)


def test_what_is_too_long_fails_with_the_card_and_the_number_of_lines(tmp_path: Path) -> None:
    """As many steps fewer as it says, and no more, must go."""
    many = 40
    plan = long_plan(tmp_path, many)
    sheets = sheets_of(KIND, plan, "all", "en")
    (overflow,) = set_(sheets, KIND, plan).overflows
    problem = overflow_problem(overflow, sheets[0], plan)
    assert problem.code == "sheet-overflow"
    assert "`action-card/fire--lead--now` (Lead – Fire – Now, en)" in problem.message
    assert f"the card has {overflow.lines} lines too many" in problem.message
    assert overflow.lines > 1
    for fewer, fits in ((overflow.lines, True), (overflow.lines - 1, False)):
        less = long_plan(tmp_path, many - fewer)
        made = set_(sheets_of(KIND, less, "all", "en"), KIND, less)
        assert (made.overflows == ()) is fits
