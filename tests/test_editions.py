"""Editions: an audience never gets what is meant for a more closed one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editions import project
from generator.model import Plan
from generator.model.contact import Channel
from generator.model.text import Text
from generator.model.walk import Shape, walk
from generator.visibility import EVERYONE, Visibility, audiences, contact_rank, open_audiences
from tests.plan_builder import make_plan

AUDIENCES = [
    {"id": "public", "title": "Everyone", "publish": "open"},
    {"id": "staff", "title": "Staff"},
    {"id": "team", "title": "Crisis team"},
]
HEADER: dict[str, Any] = {"audiences": AUDIENCES, "default_audience": "public"}


def dump(plan: Plan) -> str:
    """Everything that is left in a plan, as text."""
    return repr(plan)


def seen(plan: Plan, audience: str, language: str = "en") -> Plan:
    return project(plan, _audience(plan, audience), language).plan


def _audience(plan: Plan, id_: str) -> Any:
    return next(a for a in audiences(plan) if a.id == id_)


def test_a_plan_without_audiences_is_for_everyone_but_not_published() -> None:
    plan = make_plan(people=[{"id": "noor", "name": "Noor"}])
    assert audiences(plan) == (EVERYONE,)
    assert open_audiences(plan) == ()
    assert seen(plan, "all").people == plan.people


def test_without_a_default_what_names_no_audience_is_for_the_most_closed_one() -> None:
    plan = make_plan(header={"audiences": AUDIENCES}, people=[{"id": "noor", "name": "Noor"}])
    assert seen(plan, "staff").people == ()
    assert [p.id for p in seen(plan, "team").people] == ["noor"]


def test_an_unknown_audience_counts_as_the_most_closed_one() -> None:
    plan = make_plan(header=HEADER, people=[{"id": "noor", "name": "Noor", "audience": "mistyped"}])
    assert seen(plan, "staff").people == ()
    assert len(seen(plan, "team").people) == 1


@pytest.mark.parametrize(
    ("kind", "open_for"),
    [
        (Channel.PHONE, {"public", "staff", "team"}),
        (Channel.MAIL, {"public", "staff", "team"}),
        (Channel.MOBILE, {"staff", "team"}),
        (Channel.SATELLITE, {"staff", "team"}),
        (Channel.HOME, {"team"}),
    ],
)
def test_a_contact_is_no_more_open_than_its_kind(kind: Channel, open_for: set[str]) -> None:
    person = {"id": "noor", "name": "Noor", "contacts": [{"kind": kind, "value": "x"}]}
    plan = make_plan(header=HEADER, people=[person])
    shown = {a.id for a in audiences(plan) if seen(plan, a.id).people[0].contacts}
    assert shown == open_for


def test_a_rule_of_the_plan_goes_before_the_usual_one() -> None:
    plan = make_plan(header=HEADER | {"contact_rules": [{"kind": "mail", "audience": "team"}]})
    ranks = Visibility(plan).ranks
    assert contact_rank(plan.plan, Channel.MAIL, ranks) == ranks["team"]
    assert contact_rank(plan.plan, Channel.WEB, ranks) == ranks["public"]


def test_a_part_is_never_more_open_than_its_whole() -> None:
    person = {
        "id": "noor",
        "name": "Noor",
        "audience": "staff",
        "contacts": [{"kind": "phone", "value": "secret", "audience": "public"}],
    }
    plan = make_plan(header=HEADER, people=[person])
    assert "secret" not in dump(seen(plan, "public"))
    assert "secret" in dump(seen(plan, "staff"))


HIDDEN: dict[str, Any] = {
    "people": [{"id": "hidden-person", "name": "Noor", "audience": "team"}],
    "roles": [
        {"id": "lead", "title": "Lead", "holder": "hidden-person"},
        {"id": "hidden-role", "title": "Liaison", "audience": "team"},
        {"id": "scribe", "title": "Scribe", "reports_to": "hidden-role"},
    ],
    "checklists": [
        {"id": "hidden-list", "title": "Wipe", "audience": "team", "steps": []},
        {
            "id": "fire",
            "title": "Fire",
            "roles": ["hidden-role", "lead"],
            "steps": [
                {"id": "go", "do": "Go.", "call": "hidden-role"},
                {"id": "wipe", "do": "Wipe.", "audience": "team"},
                {
                    "id": "choose",
                    "decide": "Out?",
                    "branches": [
                        {"answer": "Yes", "go_to": "go"},
                        {"answer": "No", "go_to": "hidden-list"},
                        {"answer": "Both", "go_to": "wipe"},
                    ],
                },
            ],
        },
    ],
    "scenarios": [
        {
            "id": "fire",
            "title": "Fire",
            "phases": [{"id": "now", "title": "Now", "checklists": [{"checklist": "hidden-list"}]}],
        }
    ],
    "call_trees": [
        {
            "id": "night",
            "title": "Night",
            "nodes": [
                {"id": "first", "who": "lead", "calls": ["second", "third"]},
                {"id": "second", "who": "hidden-role"},
                {"id": "third", "who": "scribe", "audience": "team"},
            ],
        }
    ],
}
"""What only the team sees has an id with ``hidden``, or is a step or node of its own."""


def test_references_to_what_is_hidden_vanish() -> None:
    plan = make_plan(header=HEADER, **HIDDEN)
    left = seen(plan, "public")
    assert "hidden" not in dump(left)
    assert [step.id for step in left.checklists[0].steps] == ["go", "choose"]
    assert [b.go_to for b in left.checklists[0].steps[1].branches] == ["go", None, None]
    assert left.scenarios[0].phases[0].checklists == ()
    assert [(n.id, n.calls) for n in left.call_trees[0].nodes] == [("first", ())]
    assert "hidden-role" in dump(seen(plan, "team"))


def test_what_refers_to_something_that_vanished_vanishes_as_well() -> None:
    plan = make_plan(
        header=HEADER,
        levels=[{"id": "crisis", "title": "Crisis", "severity": 1, "audience": "team"}],
        criteria=[
            {"id": "split", "title": "Split", "leads_to": "crisis", "conditions": [{"text": "x"}]}
        ],
        scenarios=[{"id": "fire", "title": "Fire", "criteria": ["split"]}],
    )
    left = seen(plan, "public")
    assert (left.levels, left.criteria) == ((), ())
    assert left.scenarios[0].criteria == ()


def test_no_branch_leads_to_a_hidden_step_of_a_shared_block() -> None:
    steps = [{"id": "closed", "do": "Call.", "audience": "team"}, {"id": "open", "do": "Go."}]
    answers = [{"answer": "Yes", "go_to": "closed"}, {"answer": "No", "go_to": "open"}]
    decision = {"id": "which", "decide": "Is it?", "branches": answers}
    plan = make_plan(
        header=HEADER,
        blocks=[{"id": "shared", "title": "Shared", "steps": steps}],
        checklists=[{"id": "one", "title": "One", "steps": [{"block": "shared"}, decision]}],
    )
    for reader, left in (("public", [None, "open"]), ("team", ["closed", "open"])):
        shown = seen(plan, reader).checklists[0].steps[1]
        assert [branch.go_to for branch in shown.branches] == left


def test_roles_with_a_holder_who_is_not_shown_are_noted() -> None:
    plan = make_plan(
        header=HEADER,
        people=[{"id": "noor", "name": "Noor", "audience": "team"}],
        roles=[
            {"id": "lead", "title": "Lead", "holder": "noor"},
            {"id": "scribe", "title": "Scribe"},
        ],
    )
    assert project(plan, _audience(plan, "public"), "en").withheld == {"lead"}
    assert project(plan, _audience(plan, "team"), "en").withheld == frozenset()


def test_an_emergency_number_is_for_everyone_unless_it_says_otherwise() -> None:
    numbers = [
        {"id": "eu", "number": "112", "label": "Fire"},
        {"id": "cert", "number": "115", "label": "CERT", "audience": "team"},
    ]
    plan = make_plan(
        header=HEADER | {"default_audience": None, "emergency_numbers": numbers},
    )
    assert [n.id for n in seen(plan, "public").plan.emergency_numbers] == ["eu"]
    assert [n.id for n in seen(plan, "team").plan.emergency_numbers] == ["eu", "cert"]


@pytest.mark.parametrize(("language", "word"), [("en", "Fire"), ("nl", "Brand"), ("fr", "Fire")])
def test_one_translation_is_left_of_each_text(language: str, word: str) -> None:
    plan = make_plan(
        header=HEADER | {"languages": ["en", "nl", "fr"]},
        checklists=[{"id": "fire", "title": {"en": "Fire", "nl": "Brand"}, "steps": []}],
    )
    left = seen(plan, "public", language)
    assert left.checklists[0].title.words == word
    texts = [v.value for v in walk(left) if v.field.shape is Shape.TEXT]
    assert texts
    assert all(isinstance(text, Text) and len(text.translations) == 1 for text in texts)


def test_the_programme_is_for_the_default_audience_and_in_one_language() -> None:
    plan = make_plan(
        header=HEADER | {"default_audience": "staff", "languages": ["en", "nl"]},
        roles=[{"id": "secret", "title": "Watcher", "audience": "team"}],
        programme={
            "why": {"en": "Hospitals need us.", "nl": "Ziekenhuizen rekenen op ons."},
            "responsibilities": [{"id": "tests", "subject": "Tests", "accountable": "secret"}],
        },
    )
    assert seen(plan, "public").programme is None
    programme = seen(plan, "staff", "nl").programme
    assert programme is not None
    assert programme.why == Text.of("Ziekenhuizen rekenen op ons.", "nl")
    assert programme.responsibilities[0].accountable is None
