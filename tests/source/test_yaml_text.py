"""YAML as text with places: what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.source.tree import Fields, Items, Scalar, locate, plain, walk
from generator.source.yaml_text import read_yaml
from tests.source.yaml_reading import read


def test_every_scalar_stays_the_text_that_was_written() -> None:
    text = "a: 0171234567\nb: +442079460123\nc: 112\nd: yes\ne: 1_000\nf: 12:30:45\ng: 0x10\nh: 1e3"
    assert read(text) == (
        {
            "a": "0171234567",
            "b": "+442079460123",
            "c": "112",
            "d": "yes",
            "e": "1_000",
            "f": "12:30:45",
            "g": "0x10",
            "h": "1e3",
        },
        [],
    )


def test_what_is_left_empty_is_left_out_but_quotes_keep_it() -> None:
    assert read("a:\nb: ~\nc: null\nd: ''\ne: 'null'") == ({"d": "", "e": "null"}, [])


def test_keys_and_values_know_their_places() -> None:
    problems: list[Problem] = []
    tree = read_yaml("a:\n  - b: één\n    cc: twee\n", "plan.yml", problems.append)
    assert isinstance(tree, Fields)
    assert str(locate(tree, ("a", 0, "cc"))) == "plan.yml:3:9"
    assert locate(tree, ("a", 0, "cc")).width == 4
    assert str(locate(tree, ("a", 0, "cc"), key=True)) == "plan.yml:3:5"
    assert str(locate(tree, ("a", 0, "missing"))) == "plan.yml:2:5"
    assert str(locate(tree, ("a", 7, "b"))) == "plan.yml:2:3"


def test_columns_count_characters_not_bytes() -> None:
    problems: list[Problem] = []
    tree = read_yaml("{a: ééé, b: x}", "plan.yml", problems.append)
    assert isinstance(tree, Fields)
    assert locate(tree, ("b",)).column == 13


def test_an_alias_repeats_what_it_names() -> None:
    kept, problems = read("a: &x [1, 2]\nb: *x")
    assert kept == {"a": ["1", "2"], "b": ["1", "2"]}
    assert problems == []


def test_escapes_of_what_can_be_seen_are_read() -> None:
    assert read(r'a: "een\ttwee\ndrie\u00e9"') == ({"a": "een\ttwee\ndrieé"}, [])


def test_line_ends_of_windows_do_not_move_places() -> None:
    problems: list[Problem] = []
    tree = read_yaml("a: b\r\nc:\r\n  - d\r\n", "plan.yml", problems.append)
    assert isinstance(tree, Fields)
    assert str(locate(tree, ("c", 0))) == "plan.yml:3:5"
    assert plain(tree) == {"a": "b", "c": ["d"]}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n", "---\n...\n"])
def test_nothing_is_no_fault_of_the_text(text: str) -> None:
    assert read(text) == (None, [])


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    kept, problems = read(text)
    assert problems or kept is None or isinstance(kept, str | list | dict)
    for problem in problems:
        assert problem.position.line >= 1
        assert problem.position.column >= 1
        assert problem.help


@given(
    st.recursive(
        st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=12,
    )
)
def test_walk_meets_every_value_at_its_path(value: object) -> None:
    problems: list[Problem] = []
    tree = read_yaml(f"a: {_flow(value)}", "plan.yml", problems.append)
    assert tree is not None
    met = [node.value for _, node in walk(tree) if isinstance(node, Scalar)]
    assert met == _leaves(value)
    for path, node in walk(tree):
        assert locate(tree, path) == node.position()


def _flow(value: object) -> str:
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else f'"{value}"'


def _leaves(value: object) -> list[object]:
    return [leaf for v in value for leaf in _leaves(v)] if isinstance(value, list) else [value]


def test_a_list_and_a_group_know_where_they_begin() -> None:
    problems: list[Problem] = []
    tree = read_yaml("- a\n- {b: c}\n", "plan.yml", problems.append)
    assert isinstance(tree, Items)
    assert [str(item.position()) for item in tree.items] == ["plan.yml:1:3", "plan.yml:2:3"]
