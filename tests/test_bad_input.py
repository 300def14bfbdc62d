"""Whatever stands in a plan's folder, the command answers with problems, never a traceback."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main

HEADER = "plan: {id: a, organisation: A, title: A, revision: 1}\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def assert_answered(result: Result) -> None:
    assert result.exit_code in (0, 1), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert result.output.strip()


def nested(depth: int) -> str:
    return "people:\n" + "".join(f"{'  ' * n}- a:\n" for n in range(depth))


NASTY: dict[str, bytes] = {
    "nothing": b"",
    "a null byte": b"plan:\x00",
    "only null bytes": b"\x00" * 1_000,
    "another encoding": "plan: {id: café}".encode("latin-1"),
    "two bytes a letter": HEADER.encode("utf-16"),
    "half a letter": HEADER.encode() + b"\xe2\x82",
    "a lone surrogate": HEADER.encode() + b"\xed\xa0\x80",
    "a list": b"- a\n- b\n",
    "a word": b"plan",
    "a number": b"12",
    "a tab": b"plan:\n\tid: a\n",
    "an open quote": b'plan: {id: "a',
    "an open bracket": b"plan: [[[[[[",
    "deep brackets": b"[" * 100_000,
    "deep groups": b"{a: " * 50_000,
    "deep lists": nested(500).encode(),
    "a loop": b"plan: &a\n  b: *a\n",
    "an odd tag": b"plan: !!python/object/apply:os.system ['true']\n",
    "merge keys": HEADER.encode() + b"roles: [{<<: {id: a, title: A}}]\n",
    "two documents": HEADER.encode() * 2 + b"---\na: b\n",
    "keys of all kinds": b"? {a: b}\n: c\n? [d]\n: e\n1: f\n~: g\ntrue: h\n",
    "a long key": b"a" * 5_000 + b": b\n",
    "an id of five megabytes": HEADER.encode() + b"roles: [{id: " + b"a" * 5_000_000 + b"}]\n",
    "a reference of five megabytes": HEADER.encode()
    + b"roles: [{id: a, title: A, holder: "
    + b"b" * 5_000_000
    + b"}]\n",
    "a text of five megabytes": HEADER.encode()
    + b"roles: [{id: a, title: '"
    + b"b " * 2_500_000
    + b"'}]\n",
    "huge numbers": HEADER.encode()
    + b"levels: [{id: a, title: A, severity: "
    + b"9" * 5_000
    + b"}]\n",
    "infinite numbers": HEADER.encode()
    + b"sites: [{id: a, name: A, coordinates: {latitude: .inf, longitude: nan}}]\n",
    "huge times": HEADER.encode()
    + b"call_trees: [{id: a, title: A, retry_after: "
    + b"9" * 400
    + b" days}]\n",
    "odd days": HEADER.encode()
    + b"people: [{id: a, name: A, contacts: [{kind: mail, value: b, verified: 9999-99-99}]}]\n",
    "the first day": b"plan: {id: a, organisation: A, title: A, revision: 1,"
    b" review_by: 0001-01-01, verify_contacts_every: 99999999 days}\n"
    b"people: [{id: a, name: A, contacts: [{kind: mail, value: b, verified: 0001-01-01}]}]\n",
    "half steps": HEADER.encode()
    + b"checklists: [{id: a, title: A, steps: [{}, {id: b}, {branches: [{answer: A}]}, ~]}]\n",
    "blocks in a circle": HEADER.encode() + b"blocks: [{id: a, title: A, steps: [{block: a}]}]\n",
    "a path of null bytes": HEADER.encode()
    + b'sites: [{id: a, name: A, pictures: [{file: "a\\0b.svg", alt: A}]}]\n',
    "a path too long": HEADER.encode()
    + b"sites: [{id: a, name: A, pictures: [{file: "
    + b"a/" * 3_000
    + b"b.svg, alt: A}]}]\n",
    "odd numbers": HEADER.encode()
    + "people: [{id: a, name: A, contacts: [{kind: phone, value: ٣٣١}]}]\n".encode(),
    "a long number": HEADER.encode()
    + b"people: [{id: a, name: A, contacts: [{kind: phone, value: '"
    + b"1" * 10_000
    + b"'}]}]\n",
}


@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY.keys())
@pytest.mark.parametrize("style", ["text", "json"])
def test_a_nasty_file_is_answered(tmp_path: Path, content: bytes, style: str) -> None:
    (tmp_path / "plan.yml").write_bytes(content)
    result = run(str(tmp_path), "--format", style)
    assert_answered(result)
    if style == "json":
        assert isinstance(json.loads(result.output), list)


def test_all_nasty_files_in_one_folder_are_answered(tmp_path: Path) -> None:
    for index, content in enumerate(NASTY.values()):
        (tmp_path / f"{index}.yml").write_bytes(content)
    assert_answered(run(str(tmp_path)))


def _link_to_itself(folder: Path) -> None:
    (folder / "plan.yml").symlink_to("plan.yml")


def _link_to_nothing(folder: Path) -> None:
    (folder / "plan.yml").symlink_to("nothing.yml")


def _picture_links_out(folder: Path) -> None:
    (folder / "plan.yml").write_text(
        HEADER + "sites: [{id: a, name: A, pictures: [{file: out.svg, alt: A}]}]\n"
    )
    (folder / "out.svg").symlink_to("/etc/hostname")


def _picture_is_a_loop(folder: Path) -> None:
    _picture_links_out(folder)
    (folder / "out.svg").unlink()
    (folder / "out.svg").symlink_to("out.svg")


def _odd_names(folder: Path) -> None:
    (folder / "plan\nname.yml").write_text("a: b\n")
    (folder / "ünï côdé.yml").write_text("a: b\n")


@pytest.mark.parametrize(
    "make", [_link_to_itself, _link_to_nothing, _picture_links_out, _picture_is_a_loop, _odd_names]
)
def test_odd_files_are_answered(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path)
    assert_answered(run(str(tmp_path)))


def test_a_picture_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    _picture_links_out(tmp_path)
    assert "error[path-outside-plan]" in run(str(tmp_path)).output


@pytest.mark.parametrize("path", ["nowhere", "x" * 5_000, "", "/dev/null"])
def test_an_odd_path_is_answered(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", path])
    assert result.exit_code in (1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)


TOPICS = st.sampled_from(
    ["plan", "people", "roles", "levels", "scenarios", "checklists", "blocks", "call_trees"]
)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.text(max_size=12),
        st.sampled_from(["id", "lead", "a", "2h", "112", "2026-01-01", "[name]"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "title",
                    "name",
                    "steps",
                    "do",
                    "decide",
                    "branches",
                    "go_to",
                    "nodes",
                    "who",
                    "calls",
                    "contacts",
                    "kind",
                    "value",
                    "phases",
                    "checklists",
                    "holder",
                    "alternates",
                    "safety",
                    "severity",
                    "leads_to",
                    "conditions",
                    "text",
                    "slots",
                    "aliases",
                    "audience",
                    "en",
                    "nl",
                    "same",
                ]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=25,
)


def _check_text(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.yml").write_bytes(content)
        assert_answered(run(folder))


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_random_bytes_are_answered(content: bytes) -> None:
    _check_text(content)


@settings(max_examples=150)
@given(st.dictionaries(TOPICS, VALUES, max_size=5))
def test_random_plans_are_answered(topics: dict[str, object]) -> None:
    # JSON is YAML. The header comes first; a topic `plan` of its own is a duplicate key.
    rest = "".join(f"{topic}: {json.dumps(value)}\n" for topic, value in topics.items())
    _check_text((HEADER + rest).encode("utf-8", "replace"))
