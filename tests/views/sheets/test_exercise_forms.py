"""The forms of an exercise: its script, and its evaluation before and after it was held."""

from __future__ import annotations

from typing import Any

from generator.views.sheets.form import Form
from tests.views.sheets.test_forms import box, form, said, table

ACTIVITIES = [
    {"id": "noc", "name": "Watch the network", "rto": "4h"},
    {"id": "desk", "name": "Help desk", "rto": "1d"},
    {"id": "post", "name": "Post room"},
]
PLANS = [{"id": "bcp", "kind": "bcp", "title": "P", "activities": ["noc", "desk", "post"]}]
PLAYED: dict[str, Any] = {
    "id": "autumn",
    "title": "Autumn",
    "type": "drill",
    "planned": "2026-11-12",
    "participants": ["lead", "bob", "nobody-of-the-plan"],
    "plans": ["bcp"],
}


def of_exercise(id_: str, **changes: Any) -> Form:
    topics = {"activities": ACTIVITIES, "plans": PLANS, "exercises": [PLAYED | changes]}
    return form(f"{id_}-autumn", **topics)


def texts(of: Form, key: str) -> list[str]:
    return [str(text) for text in box(of, key).value]


SCRIPT = [
    {"id": "late", "at": "90 min", "text": "Power is back.", "expected": "Stand down."},
    {"id": "first", "at": "0 min", "text": "Smoke.", "to": "lead"},
]


def test_a_script_stands_in_the_order_of_time_with_room_for_what_happened() -> None:
    script = table(of_exercise("injects", script=SCRIPT), "script")
    assert [column.key for column in script.columns] == [
        *("at", "to", "inject", "expected", "happened"),
    ]
    assert said(script) == [
        [["Start"], ["Lead"], ["Smoke."], [], []],
        [["1 hour 30 min"], [], ["Power is back."], ["Stand down."], []],
    ]


def test_the_head_says_which_exercise_when_and_who_plays() -> None:
    for made in (of_exercise("injects", script=SCRIPT), of_exercise("evaluation")):
        assert (texts(made, "exercise"), texts(made, "kind")) == (["Autumn"], ["Drill"])
        assert texts(made, "day") == ["12 November 2026"]
        assert texts(made, "players") == ["Lead and Bob Roy"]
        assert [box(made, key).lines for key in ("exercise", "kind", "day", "players")] == [0] * 4


def test_the_day_on_which_it_was_held_counts() -> None:
    assert texts(of_exercise("evaluation", held="2026-11-19"), "day") == ["19 November 2026"]


def test_what_is_not_known_yet_is_left_to_write() -> None:
    made = of_exercise("evaluation", planned=None, participants=[])
    assert (box(made, "day").value, box(made, "day").lines) == ((), 1)
    assert (box(made, "players").value, box(made, "players").lines) == ((), 1)


def test_a_form_of_no_exercise_is_blank() -> None:
    blank = form("evaluation")
    assert blank.subject is None
    assert [box(blank, key).value for key in ("exercise", "kind", "day", "players")] == [()] * 4
    assert [(table(blank, key).rows, table(blank, key).blank) for key in TABLES] == [
        ((), 5),
        ((), 3),
        ((), None),
    ]


TABLES = ("objectives_met", "times", "findings")


def test_objectives_can_be_ticked_as_met_partly_or_not() -> None:
    made = of_exercise("evaluation", objectives=["All out in 5 minutes.", "Nobody is missed."])
    objectives = table(made, "objectives_met")
    assert said(objectives) == [
        [["All out in 5 minutes."], [], [], [], []],
        [["Nobody is missed."], [], [], [], []],
    ]
    assert [one.key for one in objectives.columns if one.tick] == ["met", "partly", "not_met"]
    assert objectives.blank == 2


def test_before_it_the_times_are_those_of_the_plans_that_are_tried() -> None:
    """An activity without an RTO has none to reach."""
    times = table(of_exercise("evaluation"), "times")
    assert said(times) == [
        [["Watch the network"], ["4 hours"], [], []],
        [["Help desk"], ["24 hours"], [], []],
    ]
    assert times.blank == 1


def test_after_it_the_times_are_those_that_were_reached() -> None:
    results = [{"activity": "post", "reached": "30 min"}, {"activity": "noc", "reached": "5h"}]
    assert said(table(of_exercise("evaluation", results=results), "times")) == [
        [["Post room"], [], ["30 min"], []],
        [["Watch the network"], ["4 hours"], ["5 hours"], []],
    ]


def test_findings_say_each_action_with_its_owner_and_day() -> None:
    buy = {"id": "buy", "title": "Buy a radio.", "owner": "lead", "due": "2026-12-15"}
    findings = [
        {"id": "radio", "text": "The radio was flat.", "actions": [buy, {"id": "b", "title": "B"}]},
        {"id": "hall", "text": "The hall is cold.", "accepted": "It closes next month."},
        {"id": "new", "text": "Nobody knew the way."},
    ]
    assert said(table(of_exercise("evaluation", findings=findings), "findings")) == [
        [["The radio was flat."], ["Buy a radio."], ["Lead"], ["15 December 2026"]],
        [[], ["B"], [], []],
        [["The hall is cold."], ["It closes next month."], [], []],
        [["Nobody knew the way."], [], [], []],
    ]
