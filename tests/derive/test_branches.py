"""Branches of call trees, right ones and wrong ones."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.derive.branches import DEEPEST, Branch, branches, part_of, walk
from generator.model.call_tree import CallNode, CallTree
from generator.model.text import Text


def tree(calls: dict[str, list[str]], **changes: object) -> CallTree:
    """A call tree: each place is called like the role that holds it."""
    nodes = tuple(CallNode(id=id_, who=f"{id_}-lead", calls=tuple(to)) for id_, to in calls.items())
    return replace(CallTree(id="team", title=Text.of("Team"), nodes=nodes), **changes)


def outline(found: tuple[Branch, ...]) -> list[str]:
    """The branches as lines, indented by depth."""
    return ["  " * branch.depth + branch.node.id for branch in walk(found)]


def test_a_cascade_reads_from_the_top() -> None:
    cascade = tree({"a": ["b", "c"], "c": [], "b": ["d"], "d": []})
    assert outline(branches(cascade)) == ["a", "  b", "    d", "  c"]
    (top,) = branches(cascade)
    assert top.caller is None
    assert [branch.caller and branch.caller.id for branch in top.callees] == ["a", "a"]


def test_places_that_call_nobody_are_roots_in_the_plans_order() -> None:
    assert outline(branches(tree({"z": [], "a": [], "m": []}))) == ["z", "a", "m"]


def test_a_circle_is_cut_and_named() -> None:
    (top,) = branches(tree({"a": ["b"], "b": ["c"], "c": ["a", "c"]}))
    assert outline((top,)) == ["a", "  b", "    c"]
    last = top.callees[0].callees[0]
    assert [node.id for node in last.elsewhere] == ["a", "c"]


def test_who_is_called_twice_stands_once_and_is_named_at_the_other() -> None:
    found = branches(tree({"a": ["c"], "b": ["c", "c"], "c": []}))
    assert outline(found) == ["a", "  c", "b"]
    assert [node.id for node in found[1].elsewhere] == ["c"]


def test_a_call_to_nowhere_and_a_second_node_of_one_id_are_passed_over() -> None:
    wrong = tree({"a": ["ghost"]})
    wrong = replace(wrong, nodes=wrong.nodes * 2)
    assert outline(branches(wrong)) == ["a"]


def test_a_very_long_chain_is_kept_whole_but_not_nested_without_end() -> None:
    chain = {str(n): [str(n + 1)] for n in range(3000)}
    found = tuple(walk(branches(tree(chain))))
    assert [branch.node.id for branch in found] == list(chain)
    assert max(branch.depth for branch in found) == DEEPEST
    assert found[-1].caller is not None
    assert found[-1].caller.id == "2998"


def test_a_roles_own_part() -> None:
    cascade = tree({"a": ["b"], "b": []}, initiator="a-lead", controller="staff-lead")
    own = part_of("a-lead", cascade)
    assert own.initiates
    assert not own.controls
    assert [branch.node.id for branch in own.branches] == ["a"]
    assert [callee.node.id for callee in own.branches[0].callees] == ["b"]
    assert part_of("staff-lead", cascade).controls
    assert not part_of("somebody", cascade)


def test_an_alternate_stands_in() -> None:
    node = CallNode(id="a", who="a-lead", alternates=("b-lead",))
    found = part_of("b-lead", replace(tree({}), nodes=(node,)))
    assert found
    assert not found.branches
    assert [branch.node.id for branch in found.stands_in] == ["a"]


IDS = st.sampled_from("abcdefgh")


@given(st.dictionaries(IDS, st.lists(IDS, max_size=5), max_size=8))
def test_every_place_is_found_exactly_once(calls: dict[str, list[str]]) -> None:
    found = tuple(walk(branches(tree(calls))))
    assert Counter(branch.node.id for branch in found) == Counter(list(calls))
    for branch in found:
        named = {callee.node.id for callee in branch.callees}
        named |= {node.id for node in branch.elsewhere}
        assert named == {id_ for id_ in calls[branch.node.id] if id_ in calls}
