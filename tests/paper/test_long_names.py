"""Long names of organisations and plans: feet get as many lines as these need, and what no foot has
room for is said where the names stand in the plan."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from generator.build import Opened
from generator.model.text import Name
from generator.paper.binder.document import whole_binder
from generator.paper.document import Printing
from generator.paper.faults import overflow_problem
from generator.paper.typesetter import Typeset
from generator.views.sheets.sheet import Sheet
from tests.paper.long_words import outside
from tests.paper.printed import CODE, made, opened, set_, sheets_of, text

KINDS = ("action-cards", "exit-posters", "call-sheets", "forms", "binder")
ORGANISATION = (
    "Coöperatieve vennootschap met beperkte aansprakelijkheid Bakkerij Halmveld en Dochters, "
    "afdeling brood en banket"
)
PLAN = (
    "Noodplan en bedrijfscontinuïteitsplan voor de winkels, de bakkerij, de bezorging en het "
    "kantoor in de hele provincie"
)
"""225 letters, of which a line of a foot has some 70 to 90."""

EDGE, ROUND = 3.0, 0.3
"""Millimetres that text keeps from a cut, and by which letters stand out of their line at most."""


def named(organisation: str, plan: str) -> Opened:
    """The bakery under other names."""
    at = opened("bakkerij")
    header = replace(at.plan.plan, organisation=Name.of(organisation), title=Name.of(plan))
    return replace(at, plan=replace(at.plan, plan=header))


def first(kind: str, at: Opened, *, coded: bool) -> tuple[Sheet, Typeset]:
    """The first sheet of a kind, as a document of its own."""
    sheet = sheets_of(kind, at, "team", "nl")[0]
    if kind != "binder":
        return sheet, set_((sheet,), kind, at, coded=coded)
    # Not the pages: every one has the same foot.
    sections = tuple(one for one in sheet.view.sections if one.code in ("0", "S"))
    small = replace(sheet, view=replace(sheet.view, sections=sections))
    document = whole_binder(small, Printing("nl"), "binder")
    return small, made(document, {sheet.name: CODE} if coded else {}, None, at)


def letters(words: str) -> str:
    """A text without what stands where a line breaks."""
    return "".join(words.replace("-", "").split())


@pytest.mark.parametrize("coded", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_long_names_stand_whole_at_the_foot(kind: str, *, coded: bool) -> None:
    _, result = first(kind, named(ORGANISATION, PLAN), coded=coded)
    assert result.overflows == ()
    pages = [page for page in pypdfium2.PdfDocument(result.pdf) if text(page)]
    assert pages
    for page in pages:
        assert letters(f"{ORGANISATION} · {PLAN} · Revisie 3") in letters(text(page))
        assert [one.letter for one in outside(page, EDGE - ROUND)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_no_foot_has_room_for_is_said_where_it_stands(kind: str) -> None:
    at = named(ORGANISATION, " ".join([PLAN] * 12))
    sheet, result = first(kind, at, coded=False)
    (found,) = {one for one in result.overflows if one.side == "the foot"}
    problem = overflow_problem(found, sheet, at)
    place = problem.position
    line = at.loaded.texts[place.file].splitlines()[place.line - 1]
    assert line.strip() == "title: Plan B"
    assert "the name of the organisation or of the plan" in (problem.help or "")


def test_the_organisation_stands_above_a_title_that_it_leaves_no_room() -> None:
    _, result = first("forms", named(ORGANISATION, "Plan"), coded=True)
    (page, *_) = pypdfium2.PdfDocument(result.pdf)
    assert text(page).startswith(f"{ORGANISATION} ICS 201 Overdracht van het incident")
    _, result = first("forms", opened("bakkerij"), coded=True)
    (page, *_) = pypdfium2.PdfDocument(result.pdf)
    assert text(page).startswith("ICS 201 Overdracht van het incident Bakkerij Halmveld")
