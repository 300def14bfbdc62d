"""Editions of any plan: nothing of a more closed audience is left."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editions import project
from generator.model import Plan
from generator.visibility import audiences
from tests.plan_builder import make_plan
from tests.test_editions import AUDIENCES, dump

RANKED = st.sampled_from([None, "public", "staff", "team"])


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, dict[str, int]]:
    """A plan with marks in what belongs to audiences, and each mark's rank."""
    ranks = {"public": 0, "staff": 1, "team": 2}
    default = draw(st.sampled_from(["public", "staff", "team"]))
    marks: dict[str, int] = {}

    def mark(audience: str | None, parent: int | None = None) -> tuple[str, int]:
        base = ranks[default] if parent is None else parent
        rank = base if audience is None else max(ranks[audience], parent or 0)
        marks[f"mark{len(marks)}x"] = rank
        return f"mark{len(marks) - 1}x", rank

    people, sites, lists = [], [], []
    for index in range(draw(st.integers(1, 4))):
        audience, inner = draw(RANKED), draw(RANKED)
        name, rank = mark(audience)
        note, _ = mark(inner, rank)
        contact = {"kind": "phone", "value": note, "audience": inner}
        people.append(
            {"id": f"p{index}", "name": name, "audience": audience, "contacts": [contact]}
        )
        step, _ = mark(inner, rank)
        title, _ = mark(audience)
        steps = [{"id": "a", "do": step, "audience": inner, "call": f"p{index}"}]
        lists.append({"id": f"l{index}", "title": title, "audience": audience, "steps": steps})
        access, _ = mark(inner, rank)
        notes = [{"text": access, "audience": inner}]
        sites.append({"id": f"s{index}", "name": "Site", "audience": audience, "access": notes})
    header = {"audiences": AUDIENCES, "default_audience": default}
    return make_plan(header=header, people=people, sites=sites, checklists=lists), marks


@settings(max_examples=60)
@given(plans())
def test_nothing_of_a_more_closed_audience_is_left(drawn: tuple[Plan, dict[str, int]]) -> None:
    plan, marks = drawn
    for reader, audience in enumerate(audiences(plan)):
        left = dump(project(plan, audience, "en").plan)
        assert {mark for mark in marks if mark in left} == {
            mark for mark, rank in marks.items() if rank <= reader
        }


@settings(max_examples=30)
@given(plans())
def test_projecting_twice_changes_nothing(drawn: tuple[Plan, dict[str, int]]) -> None:
    plan, _ = drawn
    for audience in audiences(plan):
        once = project(plan, audience, "en").plan
        assert project(once, audience, "en").plan == once
