"""What changed between two plans, in words; never a number or address of a contact."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.compare import Change, Difference, changes
from generator.load import load
from generator.model import Plan
from generator.source import read_plan
from tests.plan_builder import make_plan

CANONICAL = Path(__file__).parents[1] / "views" / "canonical.yml"


def test_the_same_plan_has_no_changes() -> None:
    plan = load(CANONICAL).plan
    assert plan is not None
    assert changes(plan, plan) == ()


def test_things_are_added_and_removed() -> None:
    old = make_plan(roles=[{"id": "lead", "title": "Lead"}])
    new = make_plan(roles=[{"id": "scribe", "title": "Scribe"}])
    assert changes(old, new) == (
        Change("role", "scribe", "Scribe", Difference.ADDED),
        Change("role", "lead", "Lead", Difference.REMOVED),
    )


def test_a_renamed_thing_is_no_new_one() -> None:
    old = make_plan(roles=[{"id": "lead", "title": "Lead"}])
    new = make_plan(roles=[{"id": "chief", "title": "Chief", "aliases": ["lead"]}])
    (change,) = changes(old, new)
    assert (change.id, change.difference) == ("chief", Difference.CHANGED)
    assert "title: “Lead” → “Chief”" in change.details


def test_references_are_told_by_name() -> None:
    people = [{"id": "an", "name": "An Peeters"}, {"id": "bo", "name": "Bo Ng"}]
    old = make_plan(people=people, roles=[{"id": "lead", "title": "Lead", "holder": "an"}])
    new = make_plan(
        people=people, roles=[{"id": "lead", "title": "Lead", "holder": "bo", "alternates": ["an"]}]
    )
    (change,) = changes(old, new)
    assert change.sentences() == (
        "Role “Lead” changed:",
        "  - holder: An Peeters → Bo Ng",
        "  - alternates: An Peeters is new",
    )


def test_steps_are_followed_by_their_ids() -> None:
    def listed(*steps: dict[str, str]) -> Plan:
        return make_plan(checklists=[{"id": "fire", "title": "Fire", "steps": list(steps)}])

    one, two = {"id": "a", "do": "Leave."}, {"id": "b", "do": "Call 112."}
    (moved,) = changes(listed(one, two), listed(two, one))
    assert moved.details == ("steps are in another order",)
    (other,) = changes(listed(one, two), listed(one, {"id": "b", "do": "Ring 112."}))
    assert other.details == ("steps, “Ring 112.”: do: “Call 112.” → “Ring 112.”",)


def test_the_header_is_compared_too() -> None:
    old, new = make_plan(), make_plan()
    later = replace(new, plan=replace(new.plan, revision="2"))
    (change,) = changes(old, later)
    assert change.sentences() == ("Plan changed:", "  - revision: 1 → 2")


@given(
    st.from_regex(r"\+33 1 99 00 [0-9]{2} [0-9]{2}", fullmatch=True),
    st.from_regex(r"\+33 1 99 00 [0-9]{2} [0-9]{2}", fullmatch=True),
)
def test_no_contact_is_ever_told(before: str, after: str) -> None:
    def person(number: str) -> Plan:
        contacts = [{"kind": "mobile", "value": number}]
        return make_plan(people=[{"id": "an", "name": "An", "contacts": contacts}])

    text = "\n".join(line for one in changes(person(before), person(after)) for line in one.details)
    assert before not in text
    assert after not in text
    assert bool(text) == (before != after)


def test_every_topic_of_the_canonical_plan_is_seen() -> None:
    """Whatever is taken out of the plan is told, under whatever topic it stands."""
    whole = load(CANONICAL).plan
    assert whole is not None
    topics = set(read_plan(CANONICAL).root.entries) - {"format", "plan"}
    assert len(topics) > 12
    for topic in topics:
        emptied = replace(whole, **{topic: None if topic == "programme" else ()})
        assert changes(whole, emptied), topic
