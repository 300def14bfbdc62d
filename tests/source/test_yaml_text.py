"""YAML as text with places: what is read, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.source.tree import Fields, Items, Scalar, locate, plain, walk
from generator.source.yaml_text import MAX_DEPTH, read_yaml


def read(text: str) -> tuple[object, list[Problem]]:
    problems: list[Problem] = []
    tree = read_yaml(text, "plan.yml", problems.append)
    return (None if tree is None else plain(tree)), problems


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text)[1]]


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


def test_a_duplicate_key_is_a_problem_and_the_first_one_stays() -> None:
    kept, problems = read("holder: noor\nholder: tom\n")
    assert kept == {"holder": "noor"}
    assert [(p.code, p.position.line, p.related[0].line) for p in problems] == [
        ("duplicate-key", 2, 1)
    ]


def test_an_alias_repeats_what_it_names() -> None:
    kept, problems = read("a: &x [1, 2]\nb: *x")
    assert kept == {"a": ["1", "2"], "b": ["1", "2"]}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [*x]", "yaml-alias-loop"),
        ("a: &x {b: *x}", "yaml-alias-loop"),
        ("a: *nothing", "yaml-alias-unknown"),
        ("a: 1\n---\nb: 2", "several-documents"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("a: !secret x", "yaml-tag"),
        ("a: ! x", "yaml-tag"),
        ("? [a, b]\n: c", "key-not-text"),
        ("~: c", "key-not-text"),
        ("a: [1, 2", "yaml-syntax"),
        ("a:\n\t- b", "yaml-syntax"),
        ("a: b: c", "yaml-syntax"),
        ("a: 'open", "yaml-syntax"),
        ("a: @b", "yaml-syntax"),
        ("%YAML 3.0\n---\na: b", "yaml-syntax"),
        ("a: x\x07y", "control-character"),
        ("[" * (MAX_DEPTH + 2), "nested-too-deep"),
        ("a:\n" + "".join(" " * n + "- \n" for n in range(1, 99)), "nested-too-deep"),
    ],
)
def test_what_cannot_be_used_is_one_problem(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize("text", ["a: [1, 2", "a:\n\t- b", "a: b: c", "a: 'open", "a: @b"])
def test_a_syntax_problem_has_a_cure_of_its_own(text: str) -> None:
    (problem,) = read(text)[1]
    assert "of this line and the one above." not in problem.help or "indentation" in problem.help
    assert problem.position.line >= 1


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('a: "one\nb: "two"\nc: 3', (1, 4), "closed only on line 2"),
        ("a: 'one\nb: 2\nc: 'three'", (1, 4), "closed only on line 3"),
        ('a: {b: "one, c: 2}\nd: "two"', (1, 8), "closed only on line 2"),
        ('a: "one "two" three"', (1, 10), "the line goes on"),
        ("a: 'don't stop'", (1, 9), "the line goes on"),
        ("a: ['b' c]", (1, 9), "the line goes on"),
        ("a: |\n  b\n c: d", (3, 2), "isn't valid YAML"),
    ],
)
def test_a_quote_at_the_wrong_place_is_shown(text: str, place: tuple[int, int], words: str) -> None:
    (problem,) = read(text)[1]
    assert (problem.position.line, problem.position.column) == place
    assert words in problem.message


def test_a_tab_is_named_as_such() -> None:
    assert "tabs" in read("a:\n\t- b")[1][0].help


@pytest.mark.parametrize("before", ["", "één: ☎\n", "a: b\r\n", "naam: 'Zoë'\nb: "])
def test_a_control_character_is_found_at_its_place(before: str) -> None:
    (problem,) = read(f"{before}x\x07")[1]
    lines = before.replace("\r\n", "\n").split("\n")
    place = (problem.position.line, problem.position.column)
    assert place == (len(lines), len(lines[-1]) + 2)


def test_a_billion_laughs_end_quickly() -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert codes("\n".join(lines)) == ["too-much-text"]


def chained(levels: int) -> str:
    """Lists of one item, each an alias of the one above it."""
    return "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, levels))


def test_levels_behind_aliases_count() -> None:
    assert codes(chained(MAX_DEPTH - 2)) == []
    assert codes(chained(3_000)) == ["nested-too-deep"]


def test_an_alias_does_not_make_its_neighbours_deeper() -> None:
    shallow = "".join(f"b{n}: &b{n} [[x]]\nc{n}: [*b{n}, *b{n}]\n" for n in range(MAX_DEPTH))
    assert codes(shallow) == []


def test_a_quote_that_is_never_closed_is_shown_where_it_opens() -> None:
    (problem,) = read("a: b\nc: 'open\nd: e\n")[1]
    assert (str(problem.position), problem.related) == ("plan.yml:2:4", ())


def test_a_bracket_that_is_never_closed_is_shown_as_well() -> None:
    (problem,) = read("a: b\nc: [d, e\nf: g\n")[1]
    assert (problem.position.line, *map(str, problem.related)) == (3, "plan.yml:2:4")


@pytest.mark.parametrize("sign", [r"\0", r"\e[31m", r"\x07", r"\uFFFE"])
def test_an_escaped_control_character_is_refused_as_a_bare_one(sign: str) -> None:
    assert codes(f'a: "x{sign}y"') == ["control-character"]
    assert codes(f'"x{sign}y": a') == ["control-character"]


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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: Go to room #4 now", "plan.yml:1:15"),
        ("a: b\nc: [d, e #5\n]", "plan.yml:2:10"),
        ("a: één\n  twee #3\n", "plan.yml:2:8"),
    ],
)
def test_a_text_that_a_number_sign_cuts_off_is_told(text: str, place: str) -> None:
    (problem,) = read(text)[1]
    assert (problem.code, str(problem.position)) == ("text-cut-off", place)


@pytest.mark.parametrize(
    "text",
    [
        "a: b # remark",
        "a: b #",
        "a: #b",
        "a: b ## c",
        "a: 'b #4'",
        "a: b#4",
        "#a: b #4",
        "a: |\n  b #4\n",
    ],
)
def test_remarks_and_quoted_number_signs_are_fine(text: str) -> None:
    assert codes(text) == []
