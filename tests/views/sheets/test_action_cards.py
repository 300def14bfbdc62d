"""Action cards: which a role gets, and what stands on each."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.checklist import StepKind
from generator.model.duration import Duration
from generator.views.sheets.action_cards import MOST, ActionCard, sheets
from tests.views.sheets.orders import order_of

CALLS = [{"kind": "phone", "value": "+33 1 99 00 10 01"}]


def steps(list_: str, *groups: int) -> list[dict[str, Any]]:
    """Steps in groups of so many, with a pause point before each but the first."""
    found: list[dict[str, Any]] = []
    for group, many in enumerate(groups):
        if group:
            found.append({"id": f"{list_}-p{group}", "pause": f"Pause {group}"})
        found += [
            {"id": f"{list_}-{group}-{n}", "do": f"Do {group}.{n}."} for n in range(1, many + 1)
        ]
    return found


def plan(*phases: dict[str, tuple[int, ...]]) -> dict[str, Any]:
    """A plan in which the lead has, in each phase, lists with groups of so many steps."""
    lists = {name: groups for phase in phases for name, groups in phase.items()}
    return {
        "people": [{"id": "mia", "name": "Mia Jansen", "contacts": CALLS}],
        "roles": [{"id": "lead", "title": "Lead", "holder": "mia", "mission": "Lead."}],
        "checklists": [
            {"id": name, "title": name.title(), "steps": steps(name, *groups)}
            for name, groups in lists.items()
        ],
        "scenarios": [
            {
                "id": "fire",
                "title": "Fire",
                "safety": [{"id": "out", "do": "Get out."}],
                "phases": [
                    {
                        "id": f"phase-{n}",
                        "title": f"Phase {n}",
                        "begins": f"{n - 1}h",
                        "checklists": [{"role": "lead", "checklist": name} for name in phase],
                    }
                    for n, phase in enumerate(phases, 1)
                ],
            }
        ],
    }


def shape(*phases: dict[str, tuple[int, ...]]) -> dict[str, list[tuple[str, int, bool]]]:
    """Of each card by its id: its lists with how many lines of them, and whether begun before."""
    return {
        sheet.id: [
            (str(one.title), sum(len(group.steps) for group in one.groups), one.begun)
            for phase in sheet.view.steps
            for one in phase.lists
        ]
        for sheet in sheets(order_of(**plan(*phases)))
    }


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ([{"now": (6,)}, {"next": (4,)}], {"": [("Now", 6, False), ("Next", 4, False)]}),
        (
            [{"now": (6,)}, {"next": (5,)}],
            {"--phase-1": [("Now", 6, False)], "--phase-2": [("Next", 5, False)]},
        ),
        (
            [{"first": (5,), "then": (5,), "last": (1,)}],
            {
                "--phase-1": [("First", 5, False), ("Then", 5, False)],
                "--phase-1--2": [("Last", 1, False)],
            },
        ),
        (
            [{"long": (8, 2, 4), "more": (6,)}],
            {
                "--phase-1": [("Long", 10, False)],
                "--phase-1--2": [("Long", 4, True), ("More", 6, False)],
            },
        ),
        ([{"unbroken": (12,)}], {"--phase-1": [("Unbroken", 12, False)]}),
    ],
    ids=["one card", "by phase", "by list", "at a pause point", "nowhere to cut"],
)
def test_cards_hold_ten_lines(
    phases: list[dict[str, tuple[int, ...]]], expected: dict[str, list[tuple[str, int, bool]]]
) -> None:
    assert MOST == 10
    assert shape(*phases) == {f"fire--lead{end}": lists for end, lists in expected.items()}


def cards(**changes: Any) -> list[ActionCard]:
    return [sheet.view for sheet in sheets(order_of(**changes))]


def test_each_card_says_which_it_is_and_only_the_first_has_what_comes_before_all() -> None:
    first, second = cards(**plan({"now": (6,)}, {"next": (5,)}))
    assert [(one.part.n, one.part.all) for one in (first, second)] == [(1, 2), (2, 2)]
    assert [str(step.text) for step in first.safety] == ["Get out."]
    assert second.safety == ()
    assert first.typed == second.typed
    assert first.page == second.page
    assert first.page
    assert first.page.payload == "https://plan.example/all/en/cards/fire--lead.html"


def test_a_phase_that_begins_at_once_has_no_beginning() -> None:
    first, second = cards(**plan({"now": (6,)}, {"next": (5,)}))
    assert first.steps[0].begins is None
    assert second.steps[0].begins == Duration.parse("1h")


def rich() -> dict[str, Any]:
    """A plan with one list that has a line of each sort."""
    made = plan({"now": (1,)})
    made["roles"] = [
        {"id": "boss", "title": "Boss", "contacts": CALLS},
        {"id": "lead", "title": "Lead", "reports_to": "boss", "place": "Room 1"},
    ]
    made["call_trees"] = [
        {
            "id": "team",
            "title": "Team",
            "initiator": "lead",
            "nodes": [{"id": "b", "who": "boss"}],
        }
    ]
    made["scenarios"][0]["call_trees"] = ["team"]
    made["checklists"] = [
        {
            "id": "now",
            "title": "Now",
            "steps": [
                {"id": "a", "do": "Call the boss.", "call": "boss", "within": "5 min"},
                {"id": "b", "do_not": "wait."},
                {
                    "id": "c",
                    "decide": "All out?",
                    "branches": [
                        {"answer": "Yes", "go_to": "p"},
                        {"answer": "No", "go_to": "a"},
                        {"answer": "Unsure", "go_to": "other"},
                    ],
                },
                {"id": "p", "pause": "Outside"},
                {"id": "d", "do": "Count.", "roles": ["lead", "boss"], "start": "team"},
            ],
        },
        {"id": "other", "title": "Search", "steps": [{"id": "s", "do": "Search."}]},
    ]
    return made


def test_everything_that_a_step_needs_is_written_out() -> None:
    (card,) = cards(**rich())
    inside, outside = card.steps[0].lists[0].groups
    call, forbidden, choice = inside.steps
    assert call.call
    assert (str(call.call.name), call.call.number) == ("Boss", "+33 1 99 00 10 01")
    assert call.within == Duration.parse("5 min")
    assert (forbidden.kind, forbidden.number) == (StepKind.DO_NOT, 0)
    yes, no, unsure = choice.ways
    assert (str(yes.answer), yes.number) == ("Yes", 3)
    assert no.number == 1
    assert str(unsure.target) == "Search"
    assert len(unsure.code) == 5
    assert str(outside.pause) == "Outside"
    count = outside.steps[0]
    assert (count.number, [str(one) for one in count.who]) == (3, ["Boss"])
    assert str(count.start) == "Team"


def test_the_head_says_to_whom_where_and_at_which_number() -> None:
    (card,) = cards(**rich())
    assert card.reports_to
    assert (str(card.reports_to.name), card.reports_to.number) == ("Boss", "+33 1 99 00 10 01")
    assert [str(one) for one in card.place] == ["Room 1"]
    assert card.contact == ""
    (branch,) = card.branch
    assert [(str(one.name), one.number) for one in branch.calls] == [("Boss", "+33 1 99 00 10 01")]


def test_an_alert_to_all_at_once_is_no_list_of_numbers() -> None:
    made = rich()
    made["call_trees"][0]["kind"] = "simultaneous"
    (card,) = cards(**made)
    assert card.branch == ()


def test_without_a_site_address_there_is_no_code_but_the_one_to_type() -> None:
    (sheet,) = sheets(order_of(url=None, **plan({"now": (1,)})))
    assert sheet.view.page is None
    assert len(sheet.view.typed) == 5


def test_a_role_whose_lists_nobody_here_may_see_has_no_card() -> None:
    made = plan({"now": (1,)})
    made["header"] = {
        "audiences": [
            {"id": "all", "title": "All"},
            {"id": "team", "title": "Team"},
        ],
        "default_audience": "all",
    }
    assert len(list(sheets(order_of(**made)))) == 1
    made["checklists"][0]["audience"] = "team"
    assert list(sheets(order_of(**made))) == []
