"""The page of risks: the matrix on the plan's own scales, the line of what is accepted."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.views.risks import RisksView
from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "programme": {
        "likelihood": [{"value": n, "title": f"L{n}"} for n in (3, 1, 2)],
        "impact": [{"value": n, "title": f"I{n}"} for n in (1, 2, 3)],
        "appetite": {"accept_up_to": 3},
    },
    "risks": [
        {"id": "low", "title": "Low", "rating": {"likelihood": 1, "impact": 1}},
        {"id": "high", "title": "High", "rating": {"likelihood": 3, "impact": 2}, "aliases": ["h"]},
        {"id": "same", "title": "Same", "rating": {"likelihood": 3, "impact": 2}},
    ],
    "gaps": [{"id": "gap", "title": "Gap"}, {"id": "kept", "title": "Kept", "accepted": "Cheap."}],
    "measures": [
        {"id": "late", "title": "Late", "treats": ["high"], "due": "2026-05-01"},
        {
            "id": "done",
            "title": "Done",
            "closes": ["gap"],
            "due": "2026-05-01",
            "done": "2026-04-01",
        },
    ],
}
DAY = date(2026, 6, 1)


def view(**changes: Any) -> RisksView:
    """The view of the page."""
    found = pages_of(as_of=DAY, **(PLAN | changes))["risks/index.html"].view
    assert isinstance(found, RisksView)
    return found


def test_the_matrix_has_the_greatest_likelihood_on_top_and_impact_on_the_right() -> None:
    matrix = view().matrix
    assert matrix is not None
    assert [line.likelihood.value for line in matrix.lines] == [3, 2, 1]
    assert [step.value for step in matrix.impacts] == [1, 2, 3]
    scores = [[cell.score for cell in line.cells] for line in matrix.lines]
    assert scores == [[3, 6, 9], [2, 4, 6], [1, 2, 3]]


def test_the_line_runs_between_what_is_accepted_and_what_is_not() -> None:
    matrix = view().matrix
    assert matrix is not None
    above = [[cell.above for cell in line.cells] for line in matrix.lines]
    assert above == [[False, True, True], [False, True, True], [False, False, False]]
    left = [[cell.left for cell in line.cells] for line in matrix.lines]
    assert left == [[False, True, False], [False, True, False], [False, False, False]]
    below = [[cell.below for cell in line.cells] for line in matrix.lines]
    assert below == [[False, False, False], [False, True, True], [False, False, False]]


def test_cells_hold_the_numbers_of_the_list_by_score() -> None:
    found = view()
    assert [(one.number, one.id) for one in found.risks] == [(1, "high"), (2, "same"), (3, "low")]
    assert found.matrix is not None
    assert [one.number for one in found.matrix.lines[0].cells[1].risks] == [1, 2]


def test_without_scales_the_values_in_use_make_the_matrix() -> None:
    found = view(programme={})
    assert found.matrix is not None
    assert [line.likelihood.title.words for line in found.matrix.lines] == ["3", "1"]
    assert not any(cell.above for line in found.matrix.lines for cell in line.cells)


def test_words_say_what_colours_say() -> None:
    html = html_of("risks/index.html", as_of=DAY, **PLAN)
    assert "a score above 3" in html
    assert html.count("No scenario covers it") == 2
    assert html.count("Neither accepted nor acted on") == 0
    assert "overdue since 1 May 2026" in html
    for anchor in ("risk-high", "risk-h", "gap-gap", "measure-late"):
        assert html.count(f'id="{anchor}"') == 1


def test_what_is_late_stands_first_and_what_is_done_last() -> None:
    assert [one.id for one in view().measures] == ["late", "done"]


def test_all_are_found() -> None:
    anchors = [entry.anchor for entry in pages_of(**PLAN)["risks/index.html"].entries]
    assert anchors == [
        "",
        "risk-high",
        "risk-same",
        "risk-low",
        "gap-gap",
        "gap-kept",
        "measure-late",
        "measure-done",
    ]
