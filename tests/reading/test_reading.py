"""A tree in one pass: every fault once, in order, and the rest is kept."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.checklist import Checklist, Step, Style
from generator.model.header import Synonyms
from generator.model.level import Criterion
from generator.model.person import Person
from generator.model.site import Site
from generator.reading import Reading, Wrong, read
from tests.plan_builder import fields_node

STEP = {"id": "out", "do": "Leave."}


def checklist(**changes: Any) -> Reading[Checklist]:
    return read(Checklist, fields_node({"id": "fire", "title": "Fire", **changes}))


def faults(reading: Reading[Any]) -> list[tuple[Wrong, tuple[str | int, ...]]]:
    return [(fault.wrong, fault.path) for fault in reading.faults]


def test_what_is_left_out_is_as_its_class_says() -> None:
    found = checklist(steps=[STEP]).part
    assert found is not None
    assert (found.style, found.roles, found.purpose) == (Style.READ_DO, (), None)
    assert [type(step) for step in found.steps] == [Step]


def test_an_empty_value_is_as_if_it_were_left_out_and_its_key_is_told() -> None:
    reading = checklist(purpose=None, steps=[{"id": "out", "do": {"en": "Leave.", "nl": None}}])
    assert reading.part is not None
    assert reading.part.purpose is None
    assert [key.value for key in reading.empty] == ["purpose", "nl"]
    assert reading.faults == ()


def test_keys_without_a_value_are_told_wherever_they_stand() -> None:
    reading = checklist(
        unknown={"one": None},
        style=["a", {"two": None}],
        purpose={"en": {"three": None}},
        roles={"four": None},
        steps=[[{"five": None}]],
    )
    told = sorted(key.value or "" for key in reading.empty)
    assert told == sorted(["one", "two", "three", "four", "five"])


def test_faults_come_in_the_order_of_the_model_and_unknown_fields_last() -> None:
    reading = read(
        Checklist,
        fields_node(
            {
                "zzz": "x",
                "steps": [{"do": []}, {"aaa": "x", "within": "soon", "id": "A B"}],
                "aaa": "x",
                "style": "wild",
                "id": "fire",
            }
        ),
    )
    assert faults(reading) == [
        (Wrong.MISSING, ("title",)),
        (Wrong.OTHER_CHOICE, ("style",)),
        (Wrong.NOT_TEXTS, ("steps", 0, "do")),
        (Wrong.OTHER_PATTERN, ("steps", 1, "id")),
        (Wrong.NOT_A_DURATION, ("steps", 1, "within")),
        (Wrong.UNKNOWN_FIELD, ("steps", 1, "aaa")),
        (Wrong.UNKNOWN_FIELD, ("zzz",)),
        (Wrong.UNKNOWN_FIELD, ("aaa",)),
    ]
    assert reading.part is None


def test_a_field_that_is_refused_is_left_out_of_what_can_do_without() -> None:
    reading = checklist(style="wild", steps=[STEP, {"id": "b", "within": "soon"}])
    assert reading.part is not None
    assert reading.part.style is Style.READ_DO
    assert [step.id for step in reading.part.steps] == ["out", "b"]
    assert set(reading.lost) == {("style",), ("steps", 1, "within")}


def test_what_cannot_do_without_goes_with_it_without_another_word() -> None:
    reading = read(
        Person,
        fields_node(
            {"id": "a", "name": "A", "contacts": [{"kind": "x", "value": "y"}, {"kind": "mail"}]}
        ),
    )
    assert faults(reading) == [
        (Wrong.OTHER_CHOICE, ("contacts", 0, "kind")),
        (Wrong.MISSING, ("contacts", 1, "value")),
    ]
    assert reading.part is not None
    assert reading.part.contacts == ()
    assert ("contacts", 0) in reading.lost
    assert ("contacts", 1) in reading.lost


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["lift", "elevator"], []),
        (["lift"], [(Wrong.TOO_FEW, ("words",))]),
        # The list got too short because of the other fault.
        (["lift", []], [(Wrong.NOT_TEXTS, ("words", 1))]),
        (["lift", [], "elevator"], [(Wrong.NOT_TEXTS, ("words", 1))]),
        (["lift", None, "elevator"], [(Wrong.NOT_TEXTS, ("words", 1))]),
    ],
)
def test_a_list_needs_its_items(words: list[Any], expected: list[Any]) -> None:
    reading = read(Synonyms, fields_node({"words": words}))
    assert faults(reading) == expected
    assert (reading.part is None) == (sum(isinstance(word, str) for word in words) < 2)


def test_an_item_that_lost_something_still_counts() -> None:
    condition = {"text": "Somebody is hurt.", "txt": "x"}
    reading = read(
        Criterion,
        fields_node({"id": "hurt", "title": "Hurt", "leads_to": "red", "conditions": [condition]}),
    )
    assert faults(reading) == [(Wrong.UNKNOWN_FIELD, ("conditions", 0, "txt"))]
    assert reading.part is not None
    assert len(reading.part.conditions) == 1


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("steps", "words", Wrong.NOT_A_LIST),
        ("steps", {"id": "a"}, Wrong.NOT_A_LIST),
        ("steps", ["words"], Wrong.NOT_A_GROUP),
        ("steps", [[]], Wrong.NOT_A_GROUP),
        ("steps", [None], Wrong.NOT_A_GROUP),
        ("roles", [["lead"]], Wrong.NOT_ONE_TEXT),
        ("roles", [None], Wrong.NOT_ONE_TEXT),
        ("aliases", [{}], Wrong.NOT_ONE_TEXT),
        ("style", [], Wrong.OTHER_CHOICE),
        ("purpose", [], Wrong.NOT_TEXTS),
        ("purpose", {}, Wrong.NOT_TEXTS),
        ("purpose", {"en": ""}, Wrong.NOT_TEXTS),
    ],
)
def test_lists_groups_and_texts_are_not_taken_for_one_another(
    field: str, value: Any, wrong: Wrong
) -> None:
    reading = checklist(**{field: value})
    assert [(fault.wrong, fault.path[0]) for fault in reading.faults] == [(wrong, field)]


@pytest.mark.parametrize(
    ("coordinates", "wrong"),
    [
        ({"latitude": "91", "longitude": "4"}, Wrong.TOO_HIGH),
        ({"latitude": "north", "longitude": "4"}, Wrong.NOT_A_NUMBER),
        ({"latitude": ["51"], "longitude": "4"}, Wrong.NOT_A_NUMBER),
        ({"latitude": "51"}, Wrong.MISSING),
    ],
)
def test_a_part_that_may_be_left_out_goes_alone(coordinates: Any, wrong: Wrong) -> None:
    reading = read(Site, fields_node({"id": "a", "name": "A", "coordinates": coordinates}))
    assert [fault.wrong for fault in reading.faults] == [wrong]
    assert reading.part is not None
    assert reading.part.coordinates is None
    assert ("coordinates",) in reading.lost
