"""Numbers, mail addresses and files: what the rules accept and refuse."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks import check, invalid_mail_address, invalid_phone_number
from generator.checks.cycle import cycle
from generator.checks.rule import Subject
from generator.load import load
from generator.problems import as_text
from tests.plan_builder import make_plan

AS_OF = date(2026, 6, 1)
HEADER_ALONE = {"plan": {"id": "p", "organisation": "O", "title": "T", "revision": "1"}}
FICTIONAL = ["+33 1 99 00 12 34", "+49 30 23125 123", "+49 171 39200 12", "+44 20 7946 0123"]
"""Numbers of ranges that are kept free for fiction, which samples and tests use."""


def subject(kind: str, value: str, country: str | None = None) -> Subject:
    """A plan with one person who has one contact."""
    contact = {"kind": kind, "value": value}
    person = {"id": "noor", "name": "Noor", "contacts": [contact]}
    return Subject(make_plan(header={"country": country}, people=[person]), AS_OF, Path())


@pytest.mark.parametrize(
    ("value", "country"),
    [
        *((number, None) for number in FICTIONAL),
        ("112", None),
        ("0800", None),
        ("*31#", None),
        ("02 790 33 33", "BE"),
        ("+44 20 7946 0123 ext. 45", None),
        ("+442079460123", "BE"),
        ("+881 6 123 45678", None),
    ],
)
def test_numbers_that_can_be_dialled(value: str, country: str | None) -> None:
    assert not list(invalid_phone_number.find(subject("phone", value, country)))


@pytest.mark.parametrize(
    ("value", "country"),
    [
        ("02 790 33 33", None),
        ("02 790 33 33", "XX"),
        ("+32 2 79", None),
        ("+999 123 456 789", None),
        ("reception", "BE"),
        ("1", None),
        ("+33 1 99 00 12 34 56", None),
    ],
)
def test_numbers_that_cannot(value: str, country: str | None) -> None:
    assert list(invalid_phone_number.find(subject("phone", value, country)))


@pytest.mark.parametrize("kind", ["mail", "web", "radio"])
def test_only_what_is_dialled_is_a_number(kind: str) -> None:
    assert not list(invalid_phone_number.find(subject(kind, "Channel 4")))


@pytest.mark.parametrize("value", ["a@b.example", "a.b+c@d-e.f.example", "info@münchen.example"])
def test_mail_addresses(value: str) -> None:
    assert not list(invalid_mail_address.find(subject("mail", value)))


@pytest.mark.parametrize("value", ["a", "a@b", "a b@c.example", "a@b@c.example", "<a@b.example>"])
def test_what_is_no_mail_address(value: str) -> None:
    assert list(invalid_mail_address.find(subject("mail", value)))


SECRET = "q7zx"
WORDS = st.text(st.sampled_from("0123456789 +@.,:#'\"{}[]-"), max_size=12).map(
    lambda rest: f"{SECRET}{rest}"
)
KINDS = st.sampled_from(["phone", "mobile", "home", "mail", "web", "radio", "messaging", "wrong"])
PERSON = "people:\n- id: a\n  name: A\n  contacts:\n  - kind: {kind}\n"
FLOW = "people: [{{id: a, name: A, contacts: [{{"
LAYOUTS = st.sampled_from(
    [
        PERSON + "    value: {quoted}\n    audience: nobody\n",
        PERSON + "    value:\n      {quoted}\n    value: {quoted}\n",
        PERSON + "    value: >-\n      {value}\n      {value}\n    verified: no\n",
        FLOW + "kind: {kind}, value: {quoted}, x: y}}]}}]\n",
        FLOW + "value: {quoted}, kind: {kind}, verified: no}}]}}]\n",
    ]
)


@given(WORDS, KINDS, LAYOUTS)
@example("q7zx: ", "phone", PERSON + "    value:\n      {quoted}\n    value: {quoted}\n")
def test_no_contact_ever_stands_in_a_problem(value: str, kind: str, layout: str) -> None:
    quoted = "'" + value.replace("'", "''") + "'"
    topics = layout.format(kind=kind, value=value, quoted=quoted)
    with tempfile.TemporaryDirectory() as folder:
        header = "plan: {id: a, organisation: A, title: A, revision: 1}\n"
        (Path(folder) / "plan.yml").write_text(header + topics, encoding="utf-8")
        loaded = load(Path(folder))
        problems = check(loaded, AS_OF)
    faults = [problem for problem in problems if problem.code != "no-site-url"]
    assert len(faults) > 1
    for problem in faults:
        assert SECRET not in as_text(problem, loaded.texts)


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=3), max_size=6
    )
)
def test_a_circle_is_found_exactly_where_there_is_one(leads_to: dict[str, list[str]]) -> None:
    found = cycle(leads_to)
    if found:
        for here, there in zip(found, (*found[1:], found[0]), strict=True):
            assert there in leads_to[here]
        assert len(set(found)) == len(found)
    else:
        # Without a circle, what leads nowhere can be taken away until nothing is left.
        left = dict(leads_to)
        while any(not set(targets) & set(left) for targets in left.values()):
            left = {k: t for k, t in left.items() if set(t) & set(left)}
        assert left == {}


@pytest.mark.parametrize(
    ("topic", "things", "code"),
    [
        (
            "call_trees",
            [{"id": "t", "title": "T", "nodes": [
                {"id": "a", "who": "x", "calls": ["a"]}, {"id": "a", "who": "x"}]}],
            "call-tree-cycle",
        ),
        (
            "units",
            [{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"},
             {"id": "b", "name": "B"}],
            "reporting-cycle",
        ),
    ],
)  # fmt: skip
def test_who_has_the_id_of_another_hides_no_circle(
    topic: str, things: list[dict[str, Any]], code: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(json.dumps(HEADER_ALONE | {topic: things}), "utf-8")
    assert {"duplicate-id", code} <= {one.code for one in check(load(file), AS_OF)}


def test_a_long_chain_is_no_circle() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)}
    assert cycle(chain) == ()
    assert len(cycle(chain | {"20000": ["0"]})) == 20_001
