"""What is left of a tree without what could not be used."""

from __future__ import annotations

from generator.reading.losses import Remains
from generator.source.tree import plain
from tests.plan_builder import fields_node

TREE = {"a": ["0", "1", {"x": "2", "y": ["3"]}, "4"], "b": {"c": "5", "d": "6"}}


def test_without_losses_the_tree_is_the_same_one() -> None:
    root = fields_node(TREE)
    remains = Remains(root, ())
    assert remains.root is root
    assert remains.harmed == frozenset()


def test_what_was_lost_is_gone_and_the_kept_tree_is_untouched() -> None:
    root = fields_node(TREE)
    remains = Remains(root, [("a", 0), ("a", 2, "x"), ("b", "c")])
    assert plain(remains.root) == {"a": ["1", {"y": ["3"]}, "4"], "b": {"d": "6"}}
    assert plain(root) == TREE


def test_harm_is_noted_at_the_place_where_the_part_is_now() -> None:
    remains = Remains(fields_node(TREE), [("a", 0), ("a", 2, "x"), ("b",)])
    assert remains.harmed == {(), ("a",), ("a", 1)}


def test_what_goes_with_its_whole_leaves_no_harm_behind() -> None:
    remains = Remains(fields_node(TREE), [("a", 2, "x"), ("a", 2)])
    assert remains.harmed == {("a",)}
    assert plain(remains.root) == {"a": ["0", "1", "4"], "b": {"c": "5", "d": "6"}}


def test_what_stands_at_two_places_goes_only_from_one() -> None:
    root = fields_node({"a": {"x": "1", "y": "2"}})
    root.entries["b"] = root.entries["a"]
    remains = Remains(root, [("a", "x")])
    assert plain(remains.root) == {"a": {"y": "2"}, "b": {"x": "1", "y": "2"}}
