"""Forms: which there are, what the plan fills in, and what stays blank."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.text import Text
from generator.views.page import Address
from generator.views.sheets.form import Box, Form, Table
from generator.views.sheets.forms import sheets
from generator.views.sheets.sheet import Sheet
from tests.views.sheets.orders import order_of

ANY = ["ics-201", "ics-205a", "ics-214", "methane", "decision-log", "evaluation"]

PEOPLE = [
    {
        "id": "ann",
        "name": "Ann Poe",
        "contacts": [
            {"kind": "mobile", "value": "+49 171 39200 01"},
            {"kind": "mail", "value": "ann@plan.example", "label": "At work"},
        ],
    },
    {"id": "bob", "name": "Bob Roy", "contacts": [{"kind": "home", "value": "+49 30 23125 002"}]},
]
ROLES = [
    {"id": "lead", "title": "Lead", "crisis": True, "holder": "ann", "alternates": ["bob"]},
    {"id": "clerk", "title": "Clerk", "crisis": False, "reports_to": "lead"},
    {"id": "log", "title": "Log keeper", "crisis": True, "reports_to": "lead"},
]


def made(language: str = "en", **changes: Any) -> dict[str, Sheet]:
    topics: dict[str, Any] = {"people": PEOPLE, "roles": ROLES}
    order = order_of(language, **(topics | changes))
    return {sheet.id: sheet for sheet in sheets(order)}


def form(id_: str, **changes: Any) -> Form:
    found: Form = made(**changes)[id_].view
    return found


def box(of: Form, key: str, number: str = "") -> Box:
    """The box with these words and this number."""
    rows = [row for page in of.boxes for row in page if isinstance(row, tuple)]
    (found,) = (one for row in rows for one in row if (one.key, one.number) == (key, number))
    return found


def table(of: Form, key: str) -> Table:
    (found,) = (
        row for page in of.boxes for row in page if isinstance(row, Table) and row.key == key
    )
    return found


def said(of: Table) -> list[list[list[str]]]:
    """The rows of a table, each cell with the texts in it."""
    return [[[str(text) for text in cell] for cell in row] for row in of.rows]


def numbers(of: Form) -> list[str]:
    """The numbers of boxes and tables, page after page."""
    found: list[str] = []
    for page in of.boxes:
        for row in page:
            found += [row.number] if isinstance(row, Table) else [one.number for one in row]
    return [one for one in found if one]


def test_every_plan_has_the_same_six() -> None:
    found = made()
    assert list(found) == ANY
    assert {sheet.kind for sheet in found.values()} == {"form"}
    assert {(sheet.about, sheet.page) for sheet in found.values()} == {(None, None)}
    assert [sheet.title for sheet in found.values()] == [
        "ICS 201 – Incident briefing",
        "ICS 205A – Communications list",
        "ICS 214 – Activity log",
        "METHANE – First report",
        "Decision log",
        "Evaluation of an exercise",
    ]


def test_a_form_speaks_the_language_that_is_asked_for() -> None:
    found = made("nl", header={"languages": ["en", "nl"]})
    assert {sheet.language for sheet in found.values()} == {"nl"}
    assert list(found) == ANY
    methane: Form = found["methane"].view
    assert box(methane, "major", "M").value == ("Ja", "Nee")


def test_the_boxes_have_the_numbers_of_the_public_forms() -> None:
    # ICS 201: 1 to 3 stand at the head of each page; 6, who prepared it, ends the first.
    head = ["1", "2", "3"]
    assert numbers(form("ics-201")) == [*head, "4", "5", "6", *head, "7", "8", *head, "9", "10"]
    assert numbers(form("ics-205a")) == ["1", "2", "3", "4"]
    assert numbers(form("ics-214")) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert numbers(form("methane")) == list("METHANE")
    assert numbers(form("decision-log")) == []


def test_the_organisation_is_that_of_the_crisis_roles() -> None:
    organisation = table(form("ics-201"), "organisation")
    assert said(organisation) == [
        [["Lead"], ["Ann Poe"], []],
        [["Log keeper"], [], ["Lead"]],
    ]
    assert organisation.blank == 2


def test_resources_say_where_they_are_and_leave_the_rest_to_write() -> None:
    resources = [
        {"id": "bag", "title": "Grab bag", "site": "tower", "place": "Behind reception"},
        {"id": "van", "title": "Van"},
    ]
    sites = [{"id": "tower", "name": "Tower"}]
    found = table(form("ics-201", resources=resources, sites=sites), "resources")
    assert said(found) == [
        [["Grab bag"], ["Tower", "Behind reception"], [], [], [], []],
        [["Van"], [], [], [], [], []],
    ]
    assert [column.key for column in found.columns if column.tick] == ["arrived"]
    assert found.blank is None


def test_the_communications_list_has_each_role_with_its_alternates() -> None:
    header = {"emergency_numbers": [{"id": "eu", "number": "112", "label": "Life in danger"}]}
    assert said(table(form("ics-205a", header=header), "communications")) == [
        [["Emergency numbers"], ["Life in danger"], ["112"]],
        [["Lead"], ["Ann Poe"], ["Mobile: +49 171 3920001", "At work: ann@plan.example"]],
        [["Lead – Alternate 1"], ["Bob Roy"], ["Home: +49 30 23125002"]],
        [["Clerk"], [], []],
        [["Log keeper"], [], []],
    ]


def test_the_log_knows_the_organisation_and_nothing_else() -> None:
    log = form("ics-214")
    assert [str(text) for text in box(log, "agency", "5").value] == ["Example"]
    assert box(log, "agency", "5").lines == 0
    assert box(log, "name", "3").value == ()
    assert (table(log, "assigned").blank, table(log, "assigned").rows) == (4, ())
    assert (table(log, "log").blank, table(log, "log").rows) == (None, ())


def test_a_report_has_what_can_be_ticked() -> None:
    found = form(
        "methane",
        header={"emergency_numbers": [{"id": "eu", "number": "112", "label": "Fire"}]},
        sites=[{"id": "tower", "name": "Tower", "address": "Quay 1"}, {"id": "hut", "name": "Hut"}],
        scenarios=[{"id": "fire", "title": "Fire in a building"}],
    )
    ticked = {
        (one.number, one.key): [str(text) for text in one.value]
        for row in found.boxes[0]
        if isinstance(row, tuple)
        for one in row
        if one.ticks
    }
    assert ticked == {
        ("M", "major"): ["Yes", "No"],
        ("E", "location"): ["Tower, Quay 1", "Hut"],
        ("T", "type"): ["Fire in a building"],
        ("E", "services"): ["Fire: 112"],
    }


def test_site_and_address_are_joined_as_the_sheets_language_does() -> None:
    sites = [
        {"id": "tower", "name": {"ar": "البرج", "en": "Tower"}, "address": {"ar": "شارع ١"}},
        {"id": "hut", "name": {"ar": "الكوخ"}, "address": {"en": "Quay 1"}},
        {"id": "inn", "name": "Inn", "address": {"ar": "شارع ٢"}},
    ]
    of = form("methane", language="ar", header={"languages": ["ar", "en"]}, sites=sites)
    tower, hut, inn = box(of, "location", "E").value
    assert tower == Text.of("البرج، شارع ١", "ar")
    # A text is in one language; a name may be in any.
    assert hut == "الكوخ، Quay 1"
    assert inn == Text.of("Inn، شارع ٢", "ar")


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (12, "Number 11"),
        (13, "Another (2 more in the plan)"),
        (300, "Another (289 more in the plan)"),
    ],
)
@pytest.mark.parametrize(
    ("topic", "name", "key", "number"),
    [("sites", "name", "location", "E"), ("scenarios", "title", "type", "T")],
)
def test_a_report_says_how_many_cant_be_ticked(
    topic: str, name: str, key: str, number: str, count: int, last: str
) -> None:
    every = [{"id": f"n{n}", name: f"Number {n}"} for n in range(count)]
    found = [str(one) for one in box(form("methane", **{topic: every}), key, number).value]
    assert len(found) == 12
    assert found[:11] == [f"Number {n}" for n in range(11)]
    assert found[11] == last


def test_an_exercise_has_an_evaluation_and_a_script_if_it_has_one() -> None:
    script = [{"id": "smoke", "at": "10 min", "text": "Smoke."}]
    exercises = [
        {"id": "played", "title": "Played", "script": script},
        {"id": "talked", "title": "Talked"},
    ]
    found = made(exercises=exercises)
    assert list(found)[6:] == ["injects-played", "evaluation-played", "evaluation-talked"]
    for sheet in list(found.values())[6:]:
        id_ = sheet.id.partition("-")[2]
        assert sheet.about == ("exercise", id_)
        assert sheet.page == Address("exercises", id_)
        assert sheet.title.endswith(f" – {id_.title()}")
