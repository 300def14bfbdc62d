"""From files to a typed plan: every fault at once, and the rest stays usable."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check
from generator.load import Loaded, has_errors, load
from generator.model.walk import Path as PlanPath

HEADER = "plan: {id: a, organisation: A, title: A, revision: 1}\n"
AS_OF = date(2026, 6, 1)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Write ``plan.yml`` and load it."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Loaded:
        Path("plan.yml").write_text(text, encoding="utf-8")
        return load(Path("plan.yml"))

    return write


def faults(loaded: Loaded) -> list[tuple[str, int]]:
    return [(problem.code, problem.position.line) for problem in loaded.problems]


def test_numbers_keep_every_digit(written: Any) -> None:
    loaded = written(
        HEADER + "people:\n  - id: noor\n    name: Noor\n    contacts:\n"
        "      - {kind: phone, value: 0171234567}\n"
        "      - {kind: phone, value: +442079460123}\n"
        "      - {kind: phone, value: 112}\n"
    )
    assert loaded.problems == ()
    values = [contact.value for contact in loaded.plan.people[0].contacts]
    assert values == ["0171234567", "+442079460123", "112"]


@pytest.mark.parametrize(
    ("topic", "code", "words"),
    [
        ("roles: [{id: lead, title: Lead, holde: noor}]", "unknown-field", "`holder`"),
        ("roles: [{id: lead}]", "missing-field", "`title`"),
        ("roles: [{id: lead, title: ''}]", "wrong-type", "text"),
        ("roles: [{id: Crisis Lead, title: Lead}]", "bad-id", "crisis-lead"),
        ("roles: [{id: lead, title: Lead, aliases: [The Lead]}]", "bad-id", "crisis-lead"),
        ("roles: [{id: lead, title: Lead, crisis: perhaps}]", "wrong-type", "true or false"),
        ("roles: [{id: lead, title: Lead, duties: Lead}]", "wrong-type", "`- `"),
        ("roles: [lead]", "wrong-type", "named fields"),
        ("roles: {id: lead}", "wrong-type", "`- `"),
        ("levels: [{id: a, title: A, severity: high}]", "wrong-type", "whole number"),
        ("levels: [{id: a, title: A, severity: 0}]", "out-of-range", "at least 1"),
        ("levels: [{id: a, title: A, severity: 21}]", "out-of-range", "at most 20"),
        ("call_trees: [{id: a, title: A, kind: hunting}]", "unknown-choice", "`hunt`"),
        ("call_trees: [{id: a, title: A, retry_after: soon}]", "wrong-type", "length of time"),
        (
            "activations: [{id: a, scenario: s, title: A, begins: 12/3/2020}]",
            "wrong-type",
            "year-month-day",
        ),
        (
            "sites: [{id: a, name: A, coordinates: {latitude: north, longitude: 1}}]",
            "wrong-type",
            "number",
        ),
        ("criteria: [{id: a, title: A, leads_to: b, conditions: []}]", "missing-field", "at least"),
        ("format: 2", "out-of-range", "a newer runbook; this one reads format 1"),
        ("format: 0", "out-of-range", "at least 1"),
        (
            "people: [{id: a, name: A, contacts: [{kind: mobil, value: 1}]}]",
            "unknown-choice",
            "mob",
        ),
        ("people: [{id: a, name: [A]}]", "wrong-type", "one text"),
        ("personnel: []", "unknown-field", "people"),
    ],
)
def test_each_fault_has_its_code_and_its_cure(
    written: Any, topic: str, code: str, words: str
) -> None:
    loaded = written(HEADER + topic + "\n")
    assert faults(loaded) == [(code, 2)]
    (problem,) = loaded.problems
    assert words in problem.message + problem.help
    assert loaded.plan is not None


def test_all_faults_are_found_at_once_and_the_rest_is_kept(written: Any) -> None:
    loaded = written(
        HEADER + "people:\n"
        "  - {id: a, name: A}\n"
        "  - {id: b}\n"
        "  - {id: c, name: C, nmae: C}\n"
        "  - {id: d, name: D, contacts: [{kind: x, value: y}, {kind: mail, value: z@z.example}]}\n"
        "  - {id: e, name: E}\n"
        "levels: [{id: l, title: L, severity: 99}]\n"
    )
    assert faults(loaded) == [
        ("missing-field", 4),
        ("unknown-field", 5),
        ("unknown-choice", 6),
        ("out-of-range", 8),
    ]
    assert [person.id for person in loaded.plan.people] == ["a", "c", "d", "e"]
    assert [contact.kind for contact in loaded.plan.people[2].contacts] == ["mail"]


def test_places_still_fit_after_faulty_items_were_taken_out(written: Any) -> None:
    loaded = written(
        HEADER + "people:\n  - {id: a}\n  - {id: b}\n  - {id: c, name: C}\n  - {id: d}\n"
        "  - {id: e, name: E}\n"
    )
    for index, person in enumerate(loaded.plan.people):
        line = loaded.places.of(("people", index, "id")).line
        assert loaded.texts["plan.yml"].splitlines()[line - 1].startswith(f"  - {{id: {person.id},")


def test_a_loss_is_noted_at_the_place_where_the_part_is_now(written: Any) -> None:
    loaded = written(
        HEADER + "people:\n  - {id: a}\n  - {id: b, name: B, nmae: B}\n  - {id: c, name: C}\n"
    )
    harmed: PlanPath = ("people", 0)
    assert harmed in loaded.removed
    assert ("people", 1) not in loaded.removed
    assert {"a", "b"} <= loaded.removed_ids


def test_what_an_alias_repeats_is_taken_out_once_at_each_place(written: Any) -> None:
    loaded = written(
        HEADER + "people:\n"
        "  - id: a\n    name: A\n"
        "    contacts: &both [{kind: wrong, value: x}, {kind: mail, value: a@a.example}]\n"
        "  - {id: b, name: B, contacts: *both}\n"
    )
    assert [[c.kind for c in person.contacts] for person in loaded.plan.people] == [
        ["mail"],
        ["mail"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "people: []\n",
        "plan: {id: a}\n",
        "plan: words\n",
        "plan: [a]\n",
        "plan: {id: A B, organisation: A, title: A, revision: 1}\n",
    ],
)
def test_without_a_header_there_is_no_plan(written: Any, text: str) -> None:
    loaded = written(text)
    assert loaded.plan is None
    assert has_errors(loaded.problems)
    assert check(loaded, AS_OF) == sorted(check(loaded, AS_OF), key=lambda p: p.position)


def test_a_wrong_value_is_never_repeated(written: Any) -> None:
    secret = "sarah.peeters.private"
    loaded = written(
        HEADER
        + f"people:\n  - {{id: a, name: A, contacts: [{{kind: {secret}, value: [{secret}]}}]}}"
    )
    assert loaded.problems
    assert all(secret not in problem.message + problem.help for problem in loaded.problems)


class TestWhatFollowsFromALoss:
    """The rules stay silent about what only is a consequence of a fault that was reported."""

    @pytest.mark.parametrize(
        "topics",
        [
            # The role's holder was not read.
            "people: [{id: noor}]\nroles: [{id: lead, title: Lead, holder: noor, alternates: [x]}]",
            # So the role looks vacant.
            "roles: [{id: lead, title: Lead, holde: noor}]",
            # The only scenario that used the checklist was not read.
            "checklists: [{id: fire, title: F, steps: [{id: a, do: Go.}]}]\n"
            "scenarios: [{id: s, phases: [{id: p, title: P, checklists: [{checklist: fire}]}]}]",
            # The step says nothing, because what it said was not understood.
            "checklists: [{id: fire, title: F, steps: [{id: a, doo: Go.}]}]",
        ],
    )
    def test_is_not_reported_again(self, written: Any, topics: str) -> None:
        loaded = written(HEADER + topics + "\n")
        follows = {"vacant-role", "step-not-one-kind", "unused-checklist", "unknown-reference"}
        named = [p for p in check(loaded, AS_OF) if p.code in follows and "`x`" not in p.message]
        if "fire" in topics and "scenarios" not in topics:
            named = [p for p in named if p.code != "unused-checklist"]
        assert loaded.problems
        assert named == []

    def test_a_fault_elsewhere_is_still_reported(self, written: Any) -> None:
        loaded = written(
            HEADER + "roles:\n  - {id: lead, title: Lead, holde: noor}\n"
            "  - {id: scribe, title: Scribe, holder: nobody}\n"
        )
        assert "unknown-reference" in {p.code for p in check(loaded, AS_OF)}

    def test_rules_wait_while_a_file_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yml").write_text(HEADER + "roles: [{id: l, title: L, holder: noor}]\n")
        (tmp_path / "people.yml").write_text("people: [\n")
        assert [p.code for p in check(load(tmp_path), AS_OF)] == ["yaml-syntax"]


def test_a_topic_that_may_stand_in_a_lost_file_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("plan: [\n")
    (tmp_path / "roles.yml").write_text("roles: [{id: lead}]\n")
    found = load(tmp_path)
    assert [problem.code for problem in found.problems] == ["yaml-syntax", "missing-field"]
    assert "`title`" in found.problems[1].message
    (tmp_path / "plan.yml").unlink()
    messages = [problem.message for problem in load(tmp_path).problems]
    assert any("`plan`" in message for message in messages)
