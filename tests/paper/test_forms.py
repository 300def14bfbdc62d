"""Forms on paper: their sizes, their boxes, and what the plan knows in them."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from generator.paper.document import Paper
from generator.paper.typesetter import Typeset
from generator.views.sheets.sheet import Sheet
from tests.paper.printed import CODE, opened, set_, sheets_of, size_mm, text

READERS = (("scheldenet", "staff", "en"), ("scheldenet", "staff", "nl"), ("bakkerij", "team", "nl"))


@cache
def forms(plan: str, audience: str, language: str) -> tuple[Sheet, ...]:
    return sheets_of("forms", opened(plan), audience, language)


@cache
def made(plan: str, id_: str, audience: str = "staff", paper: Paper = Paper.A4) -> Typeset:
    chosen = tuple(one for one in forms(plan, audience, "nl" if plan == "bakkerij" else "en"))
    return set_(tuple(one for one in chosen if one.id == id_), "forms", opened(plan), paper)


def words_of(made_: Typeset) -> list[str]:
    return [text(page) for page in pypdfium2.PdfDocument(made_.pdf)]


@pytest.mark.parametrize(("plan", "audience", "language"), READERS)
@pytest.mark.parametrize("paper", list(Paper))
def test_every_form_of_both_samples_is_set(
    plan: str, audience: str, language: str, paper: Paper
) -> None:
    sheets = forms(plan, audience, language)
    ids = [one.id for one in sheets]
    assert ids[:6] == ["ics-201", "ics-205a", "ics-214", "methane", "decision-log", "evaluation"]
    exercises = opened(plan).plan.exercises
    assert sum(id_.startswith("evaluation-") for id_ in ids) == len(exercises) > 0
    assert sum(id_.startswith("injects-") for id_ in ids) == sum(bool(e.script) for e in exercises)
    pdf = set_(sheets, "forms", opened(plan), paper).pdf
    pages = pypdfium2.PdfDocument(pdf)
    assert {size_mm(page) for page in pages} == {tuple(paper.size)}
    assert all(CODE in text(page) for page in pages)
    with pikepdf.open(BytesIO(pdf)) as tagged:
        assert tagged.Root.MarkInfo.Marked
        assert str(tagged.Root.Lang) == language


def test_the_briefing_has_three_pages_and_its_ten_boxes() -> None:
    pages = words_of(made("scheldenet", "ics-201"))
    assert [page.count(f"Page {n} of 3") for n, page in enumerate(pages, 1)] == [1, 1, 1]
    assert all("ICS 201 Incident briefing" in page for page in pages)
    labels = ("4 Map or sketch", "5 Situation", "6 Prepared by", "7 Objectives", "8 Actions")
    for label in (*labels, "9 Organisation now", "10 Resources"):
        assert sum(label in page for page in pages) == 1
    assert "Crisis lead Annelies Van Damme" in pages[2]
    assert "Grab bag" in pages[2]


def test_the_communications_list_says_how_each_is_reached() -> None:
    pages = words_of(made("scheldenet", "ics-205a"))
    whole = " ".join(pages)
    assert "ScheldeNet crisis line, 24/7 +33 1 99 00 50 50" in whole
    assert "Crisis lead Annelies Van Damme Duty phone: +49 171 3920081" in whole
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "4 Prepared by" in pages[-1]


def test_a_report_has_the_letters_of_methane_and_says_when_the_m_goes() -> None:
    (page,) = words_of(made("scheldenet", "methane"))
    labels = (
        *("M Major incident", "E Exact location", "T Type", "H Hazards", "A Access"),
        *("N Number of casualties", "E Emergency services"),
    )
    places = [page.find(label) for label in labels]
    assert -1 not in places
    assert places == sorted(places)
    assert "leave the M out: ETHANE" in page
    assert "We are under cyber attack" in page


def test_a_log_has_room_to_write_down_to_the_foot() -> None:
    pdf = pypdfium2.PdfDocument(made("scheldenet", "ics-214").pdf)
    assert len(pdf) == 1
    assert "5 Home organisation and unit ScheldeNet" in text(pdf[0])
    assert "8 Prepared by" in text(pdf[0])


def test_injects_stand_with_time_role_and_expected_action() -> None:
    script = [one for one in forms("bakkerij", "team", "nl") if one.id.startswith("injects-")]
    (page,) = words_of(set_(tuple(script[:1]), "forms", opened("bakkerij")))
    exercise = next(e for e in opened("bakkerij").plan.exercises if e.script)
    assert exercise.title.words in page
    for inject in exercise.script:
        assert inject.text.words in page
        assert inject.expected is None or inject.expected.words in page


def test_an_evaluation_has_times_aimed_at_and_reached() -> None:
    (page,) = words_of(made("scheldenet", "evaluation-fail-over-2025"))
    assert "Run login, names and storage 1 hour 1 hour 25 min" in page
    assert "Core services run in hall 2 within an hour." in page


def test_the_same_plan_gives_the_same_bytes() -> None:
    sheet = forms("bakkerij", "team", "nl")[:1]
    first, second = (set_(sheet, "forms", opened("bakkerij")).pdf for _ in range(2))
    assert first == second


def boxes_of(page: pypdfium2.PdfPage, words: str) -> tuple[float, float]:
    """Where words begin and end on a page, in points from its left edge, the last time that they
    stand there."""
    letters = page.get_textpage()
    found = list(iter(letters.search(words).get_next, None))
    start, count = found[-1]
    sides = [letters.get_charbox(start + n) for n in range(count)]
    return min(side[0] for side in sides), max(side[2] for side in sides)


def test_no_word_of_a_script_runs_into_the_next_column() -> None:
    ids = [one.id for one in forms("scheldenet", "staff", "en") if one.id.startswith("injects-")]
    assert len(ids) == 1
    page = pypdfium2.PdfDocument(made("scheldenet", ids[0]).pdf)[0]
    (_, to_ends), (inject_begins, _) = (
        boxes_of(page, said) for said in ("Communications", "A jour")
    )
    assert to_ends < inject_begins


def test_a_page_that_goes_on_says_of_which_form() -> None:
    pages = words_of(made("scheldenet", "ics-205a"))
    assert len(pages) > 1
    assert pages[0].startswith("ICS 205A Communications list")
    assert all(page.startswith("ICS 205A – Communications list ScheldeNet") for page in pages[1:])


def test_a_signature_never_stands_on_a_page_without_its_table() -> None:
    known = [one for one in forms("scheldenet", "staff", "en") if "evaluation-" in one.id]
    fullest = max(known, key=lambda one: len(str(one.view)))
    sheets = tuple(with_findings(fullest, more) for more in range(-3, 5))
    pdf = set_(sheets, "forms", opened("scheldenet"), coded=False, checked=False).pdf
    pages = [text(page) for page in pypdfium2.PdfDocument(pdf)]
    signed = [page for page in pages if "Evaluated by" in page]
    assert len(signed) == len(sheets) < len(pages) < 2 * len(sheets)
    assert all("Finding Action Owner By" in page for page in signed)


def with_findings(sheet: Sheet, more: int) -> Sheet:
    """An evaluation with so many findings more or less."""
    (*before, table, signature) = sheet.view.boxes[0]
    rows = (*table.rows, *table.rows[-1:] * more) if more >= 0 else table.rows[:more]
    page = (*before, replace(table, rows=rows), signature)
    return replace(sheet, id=f"{sheet.id}-{more}", view=replace(sheet.view, boxes=(page,)))


def test_only_words_that_no_column_has_room_for_break_and_as_their_language_does() -> None:
    (sheet,) = (one for one in forms("scheldenet", "staff", "nl") if one.id == "ics-205a")
    pages = pypdfium2.PdfDocument(set_((sheet,), "forms", opened("scheldenet")).pdf)
    said = "\n".join(page.get_textpage().get_text_range() for page in pages)
    assert "\N{SOFT HYPHEN}" not in said
    broken = [re.sub(r"\s", "", one) for one in re.findall(r"\w+\ufffe\s*\w+", said)]
    assert {one.replace("\ufffe", "") for one in broken} >= {"Verdiepingsverantwoordelijke"}
    assert [one for one in broken if one.startswith("Vervange")] == []
