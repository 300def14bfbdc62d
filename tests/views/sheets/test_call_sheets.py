"""Call tree sheets: which there are for each kind of tree, and what stands on them."""

from __future__ import annotations

from typing import Any

from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.sheets.call_drawing import COLUMNS, ROWS, TreePage
from generator.views.sheets.call_places import spoken
from generator.views.sheets.call_sheets import sheets
from generator.views.sheets.sheet import Sheet
from tests.views.sheets.orders import order_of


def number(n: int) -> str:
    return f"+33 1 99 00 20 {n:02d}"


def plan(calls: dict[str, list[str]], **tree: Any) -> dict[str, Any]:
    """A tree started by the boss, in which each person calls those named."""
    names = list(dict.fromkeys([*calls, *(one for below in calls.values() for one in below)]))
    return {
        "people": [
            {
                "id": name,
                "name": name.upper(),
                "contacts": [{"kind": "phone", "value": number(n)}],
            }
            for n, name in enumerate(names, 1)
        ],
        "roles": [
            {
                "id": role,
                "title": role.title(),
                "contacts": [{"kind": "phone", "value": number(90 + n)}],
            }
            for n, role in enumerate(("boss", "clerk"))
        ],
        "call_trees": [
            {
                "id": "team",
                "title": "Team",
                "initiator": "boss",
                "controller": "clerk",
                "nodes": [
                    {"id": name, "who": name, "calls": calls.get(name, [])} for name in names
                ],
            }
            | tree
        ],
    }


def made(calls: dict[str, list[str]], **tree: Any) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in sheets(order_of(**plan(calls, **tree)))}


def names(rows: Any) -> list[str]:
    return [str(row.name) for row in rows]


SMALL = {"a": ["b", "c"], "d": []}


def test_a_cascade_has_a_sheet_for_each_who_calls() -> None:
    found = made(SMALL, script="Hello.")
    assert list(found) == [
        "team",
        "team--from-start",
        "team--from-a",
        "team--controller",
        "team--test",
    ]
    start, own = found["team--from-start"].view, found["team--from-a"].view
    assert str(start.caller.name) == "Boss"
    assert start.called_by is None
    assert names(start.calls) == ["A", "D"]
    assert names(start.calls[0].branch) == ["B", "C"]
    assert (str(own.called_by.name), own.called_by.number) == ("Boss", number(90))
    assert names(own.calls) == ["B", "C"]
    assert own.calls[0].number == number(3)


def test_a_hunt_and_an_alert_have_one_list_of_all() -> None:
    for kind in ("hunt", "simultaneous"):
        found = made({"a": [], "b": []}, kind=kind)
        assert list(found) == ["team", "team--from-start", "team--controller", "team--test"]
        assert found["team"].view.drawing == ()
        assert names(found["team"].view.called) == ["A", "B"]
        assert names(found["team--from-start"].view.calls) == ["A", "B"]
        assert names(found["team--test"].view.coordinators) == ["A", "B"]


def test_without_an_initiator_anybody_starts_a_hunt() -> None:
    found = made({"a": []}, kind="hunt", initiator=None)
    assert found["team--from-start"].view.caller is None
    assert found["team--from-start"].title == "Team – Whoever reports first"


def test_an_initiator_with_a_place_in_the_tree_has_one_sheet() -> None:
    calls = plan({"a": ["b"]})
    calls["call_trees"][0]["nodes"][0]["who"] = "boss"
    found = {sheet.id: sheet.view for sheet in sheets(order_of(**calls))}
    assert [id_ for id_ in found if "from" in id_] == ["team--from-a"]
    assert found["team"].start is None


def test_who_starts_an_alert_is_named_though_among_those_alerted() -> None:
    calls = plan({"a": [], "b": []}, kind="simultaneous")
    calls["call_trees"][0]["nodes"][0]["who"] = "boss"
    found = {sheet.id: sheet.view for sheet in sheets(order_of(**calls))}
    assert str(found["team--from-start"].caller.name) == "Boss"
    assert names(found["team--from-start"].calls) == ["B"]
    assert names(found["team"].called) == ["Boss", "B"]
    assert str(found["team"].start.name) == "Boss"


def test_the_controller_sees_all_with_their_callers_and_branches() -> None:
    view = made(SMALL)["team--controller"].view
    assert [(str(row.who.name), str(row.by)) for row in view.everyone] == [
        ("A", "Boss"),
        ("B", "A"),
        ("C", "A"),
        ("D", "Boss"),
    ]
    assert [bool(row.who.branch) for row in view.everyone] == [True, False, False, False]
    assert str(view.tree.controller.name) == "Clerk"


def test_a_test_counts_coordinators_and_people_against_the_target() -> None:
    view = made(SMALL, target={"share": 90, "within": "30 min"})["team--test"].view
    assert names(view.coordinators) == ["A"]
    assert (view.people, view.share, view.within) == (4, "90 %", Duration.parse("30 min"))
    assert made(SMALL)["team--test"].view.share == ""


def test_only_a_tree_that_is_called_back_says_to_whom() -> None:
    assert made(SMALL)["team"].view.tree.back is None
    assert str(made(SMALL, call_back=True)["team"].view.tree.back.name) == "Boss"


def placed(page: TreePage) -> list[tuple[str, int, float, int]]:
    return [(str(box.who.name), box.column, box.row, box.page) for box in page.boxes]


def test_a_caller_stands_midway_between_those_whom_it_calls() -> None:
    (page,) = made({"a": ["b", "c"], "d": []})["team"].view.drawing
    assert placed(page) == [
        ("Boss", 0, 1.25, 0),
        ("A", 1, 0.5, 0),
        ("B", 2, 0, 0),
        ("C", 2, 1, 0),
        ("D", 1, 2, 0),
    ]
    assert page.lines == ((0, 1), (1, 2), (1, 3), (0, 4))
    assert [box.order for box in page.boxes] == [0, 1, 1, 2, 2]


def test_a_tree_that_is_too_tall_goes_on_branch_by_branch() -> None:
    """Six and five at the ends: one more than a page has rows."""
    assert (ROWS, COLUMNS) == (10, 4)
    first = [f"f{n}" for n in range(6)]
    second = [f"s{n}" for n in range(5)]
    pages = made({"a": first, "b": second})["team"].view.drawing
    assert placed(pages[0]) == [("Boss", 0, 0.5, 0), ("A", 1, 0, 2), ("B", 1, 1, 3)]
    assert [str(page.boxes[0].who.name) for page in pages] == ["Boss", "A", "B"]
    assert names(box.who for box in pages[1].boxes[1:]) == [one.upper() for one in first]
    assert len(made({"a": first, "b": second[1:]})["team"].view.drawing) == 1


def test_more_than_ten_callees_stand_on_several_pages_and_keep_their_order() -> None:
    pages = made({f"p{n}": [] for n in range(13)})["team"].view.drawing
    assert [len(page.boxes) for page in pages] == [11, 4]
    assert [box.order for box in pages[1].boxes] == [0, 11, 12, 13]


def test_a_tree_that_is_too_deep_is_cut_too() -> None:
    chain = {"a": ["b"], "b": ["c"], "c": ["d"]}
    pages = made(chain)["team"].view.drawing
    assert [[str(box.who.name) for box in page.boxes] for page in pages] == [
        ["Boss", "A"],
        ["A", "B", "C", "D"],
    ]
    assert pages[0].boxes[1].page == 2


def test_a_script_is_cut_at_its_blanks() -> None:
    pieces = spoken(Text.of("This is {your name}. {What}!"))
    assert [(str(one.words), one.blank) for one in pieces] == [
        ("This is ", False),
        ("your name", True),
        (". ", False),
        ("What", True),
        ("!", False),
    ]
    assert spoken(None) == ()


def test_a_box_names_whom_it_calls_too_whose_box_hangs_on_another() -> None:
    sheet = made({"ann": ["cem"], "bob": ["cem"]})["team"]
    (page,) = sheet.view.drawing
    also = {str(box.who.name): names(box.who.branch) for box in page.boxes}
    assert also == {"Boss": [], "ANN": [], "CEM": [], "BOB": ["CEM"]}
