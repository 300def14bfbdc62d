"""Call tree sheets as they leave the printer: landscape drawings, lists to write on, all kinds."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pytest

from generator.model.call_tree import TreeKind
from generator.paper.document import Paper
from generator.views.sheets.sheet import Sheet
from tests.paper.printed import CODE, Printed, letter_sizes, opened, set_, sheets_of, size_mm, text
from tests.paper.scanning import scanned

KIND = "call-sheets"
PAGE = re.compile(r"(?:Page|Blad) (\d+) (?:of|van) (\d+)")


class CallSheets(Printed):
    """A run over a sample plan; ``of`` finds the pages of a sheet by its id."""

    def __init__(self, *edition: Any) -> None:
        super().__init__(KIND, *edition)
        self.of = self._of()

    def _of(self) -> dict[str, list[pypdfium2.PdfPage]]:
        found: dict[str, list[pypdfium2.PdfPage]] = {}
        names = iter(self.sheets)
        for page in self.pages:
            (n, _), *_ = PAGE.findall(text(page))
            if n == "1":
                at = next(names)
            found.setdefault(at.id, []).append(page)
        return found


@pytest.fixture(
    scope="module",
    params=[
        ("scheldenet", "staff", "en", Paper.LETTER),
        ("scheldenet", "crisis-team", "nl", Paper.A4),
        ("bakkerij", "team", "nl", Paper.A4),
    ],
    ids=["scheldenet-en-letter", "scheldenet-nl-a4", "bakkerij-nl-a4"],
)
def run(request: pytest.FixtureRequest) -> CallSheets:
    return CallSheets(*request.param)


def test_every_sheet_begins_a_page_and_counts_its_own(run: CallSheets) -> None:
    assert run.made.overflows == ()
    assert list(run.of) == [sheet.id for sheet in run.sheets]
    for pages in run.of.values():
        counted = [PAGE.findall(text(page)) for page in pages]
        assert counted == [[(str(n), str(len(pages)))] for n in range(1, len(pages) + 1)]
        assert all(CODE in text(page) for page in pages)


def test_drawings_lie_across_and_lists_stand(run: CallSheets) -> None:
    for sheet in run.sheets:
        across = "--" not in sheet.id
        size = run.size[::-1] if across else run.size
        assert {size_mm(page) for page in run.of[sheet.id]} == {size}


def test_all_kinds_of_tree_are_there() -> None:
    kinds = {sheet.view.tree.kind for sheet in sheets_of(KIND, opened("scheldenet"), "staff", "en")}
    assert kinds == set(TreeKind)


def numbers(sheet: Sheet) -> list[tuple[str, str]]:
    """The names and numbers that a drawing must show."""
    view = sheet.view
    drawn = [box.who for page in view.drawing for box in page.boxes]
    return [(one.name.words, one.number) for one in (*drawn, *view.called)]


def test_a_drawing_shows_everyone_with_their_number(run: CallSheets) -> None:
    for sheet in run.sheets:
        if "--" in sheet.id:
            continue
        said = " ".join(text(page) for page in run.of[sheet.id]).replace("- ", "").replace("-", "")
        assert len(numbers(sheet)) >= 3
        for name, number in numbers(sheet):
            assert name.replace("-", "") in said
            assert number in said


def test_a_large_tree_says_where_each_branch_goes_on() -> None:
    plan = opened("scheldenet")
    (tree,) = (one for one in sheets_of(KIND, plan, "staff", "en") if one.id == "staff")
    pages = list(pypdfium2.PdfDocument(set_((tree,), KIND, plan).pdf))
    assert len(pages) == len(tree.view.drawing) == 6
    first = text(pages[0])
    for n, page in enumerate(pages[1:], 2):
        assert f"goes on: page {n}" in first
        assert tree.view.drawing[n - 1].boxes[0].who.name.words in text(page)


def test_callers_have_lines_for_each_callee_and_a_script_with_blanks(run: CallSheets) -> None:
    callers = [sheet for sheet in run.sheets if "--from-" in sheet.id]
    assert callers
    for sheet in callers:
        said = " ".join(text(page) for page in run.of[sheet.id])
        at = 0
        for one in sheet.view.calls:
            at = said.index(one.number, at)
            for other in (*one.instead, *one.branch):
                assert other.number in said
        for piece in sheet.view.script:
            if piece.blank:
                assert piece.words.words.split()[0] in said
        ticks = {"en": "alternate", "nl": "vervanger"}[sheet.language]
        assert said.count(ticks) >= len(sheet.view.calls)


def test_a_callee_is_not_split_over_two_pages(run: CallSheets) -> None:
    """A caller whose list needs two pages still has each number and its alternates on one."""
    for sheet in run.sheets:
        if "--from-" not in sheet.id:
            continue
        pages = [text(page) for page in run.of[sheet.id]]
        for one in sheet.view.calls:
            others = [other.number for other in (*one.instead, *one.branch)]
            assert any(all(n in page for n in (one.number, *others)) for page in pages)


def test_the_controller_has_a_row_for_everyone(run: CallSheets) -> None:
    for sheet in run.sheets:
        if not sheet.id.endswith("--controller"):
            continue
        said = " ".join(text(page) for page in run.of[sheet.id])
        for row in sheet.view.everyone:
            assert row.who.number in said
        assert re.search(rf"_ (?:of|van) {len(sheet.view.everyone)}\b", said)


def test_who_holds_a_role_begins_no_line_with_what_parts_them(run: CallSheets) -> None:
    parted = 0
    for sheet in run.sheets:
        if "--from-" not in sheet.id and not sheet.id.endswith("--controller"):
            continue
        for page in run.of[sheet.id]:
            for line in page.get_textpage().get_text_range().splitlines():
                assert not line.strip().startswith("·"), (sheet.id, line)
                assert not line.strip().endswith("·"), (sheet.id, line)
                parted += " · " in line
    assert parted > len(run.sheets)


def test_only_where_somebody_has_a_branch_it_can_be_taken_over(run: CallSheets) -> None:
    found = []
    for sheet in run.sheets:
        if sheet.id.endswith("--controller"):
            said = " ".join(text(page) for page in run.of[sheet.id])
            taken = re.search("Branch taken over|Tak overgenomen", said) is not None
            assert taken == any(one.who.branch for one in sheet.view.everyone)
            found.append(taken)
    assert False in found


def test_a_test_is_measured_as_agreed() -> None:
    plan = opened("scheldenet")
    sheets = sheets_of(KIND, plan, "staff", "en")
    (sheet,) = (one for one in sheets if one.id == "staff--test")
    (page,) = pypdfium2.PdfDocument(set_((sheet,), KIND, plan).pdf)
    said = text(page)
    assert "90 % of 49, within 1 hour" in said
    assert "95 %" in said
    assert "95 %, 3 hours and 3 months are usual. Did you agree on others?" in said
    assert "at most 3 hours" in said
    assert said.count(" Time ") + said.endswith(" Time") >= len(sheet.view.coordinators)
    assert "outside office hours" in said
    assert "every quarter" in said
    for one in sheet.view.coordinators:
        assert one.name.words in said


def test_codes_open_the_tree_and_no_letter_is_tiny(run: CallSheets) -> None:
    """What all codes hold is read in ``test_all_codes.py``."""
    for number, sheet in enumerate(run.sheets):
        first, *others = run.of[sheet.id]
        assert number > 2 or scanned(first, 60) == {sheet.view.tree.page.payload}
        assert sheet.view.tree.typed in text(first)
        assert min(min(letter_sizes(page)) for page in (first, *others)) >= 9
