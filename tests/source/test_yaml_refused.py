"""What is refused in YAML: each fault at its place, with its cure."""

from __future__ import annotations

import pytest

from generator.source.yaml_text import MAX_DEPTH
from tests.source.yaml_reading import codes, read


def test_a_duplicate_key_is_a_problem_and_the_first_one_stays() -> None:
    kept, problems = read("holder: noor\nholder: tom\n")
    assert kept == {"holder": "noor"}
    assert [(p.code, p.position.line, p.related[0].line) for p in problems] == [
        ("duplicate-key", 2, 1)
    ]


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
