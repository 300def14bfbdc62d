"""Reading a folder of files: merging by topic, and files that can't be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.source import folder as folder_module
from generator.source import read_plan
from generator.source.tree import plain


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a plan, named relative to the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hq").mkdir()
    return Path("hq")


def codes(path: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.position)) for problem in read_plan(path).problems]


def test_lists_of_one_topic_are_joined_in_the_order_of_the_files(plan: Path) -> None:
    (plan / "b.yml").write_text("roles: [two]\n")
    (plan / "a.yaml").write_text("roles: [one]\npeople: [noor]\n")
    (plan / "sub").mkdir()
    (plan / "sub" / "c.yml").write_text("roles: [three]\n")
    source = read_plan(plan)
    assert source.problems == []
    assert plain(source.root) == {"roles": ["one", "two", "three"], "people": ["noor"]}
    assert set(source.texts) == {"hq/a.yaml", "hq/b.yml", "hq/sub/c.yml"}


def test_reading_twice_does_not_join_twice(plan: Path) -> None:
    (plan / "a.yml").write_text("roles: [one]\n")
    (plan / "b.yml").write_text("roles: [two]\n")
    for _ in range(3):
        assert plain(read_plan(plan).root) == {"roles": ["one", "two"]}


def test_a_changed_file_is_read_again(plan: Path) -> None:
    (plan / "a.yml").write_text("roles: [one]\n")
    read_plan(plan)
    (plan / "a.yml").write_text("roles: [other]\n")
    assert plain(read_plan(plan).root) == {"roles": ["other"]}


def test_a_topic_that_is_no_list_stands_once(plan: Path) -> None:
    (plan / "a.yml").write_text("format: 1\nplan: {id: a}\n")
    (plan / "b.yml").write_text("format: 1\nplan: {id: b}\n")
    assert codes(plan) == [("duplicate-key", "hq/b.yml:2:1")]


def test_hidden_files_and_other_files_are_passed_over(plan: Path) -> None:
    (plan / ".git").mkdir()
    (plan / ".git" / "a.yml").write_text("roles: [hidden]\n")
    (plan / ".a.yml.swp").write_text("x")
    (plan / "notes.txt").write_text("roles: [no]\n")
    (plan / "folder.yml").mkdir()
    assert codes(plan) == [("no-plan", "hq:1:1")]


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "empty-file", "1:1"),
        (b"# nothing yet\n", "empty-file", "1:1"),
        (b"\xef\xbb\xbf", "empty-file", "1:1"),
        (b"~\n", "empty-file", "1:1"),
        (b"- a\n", "not-a-topic", "1:1"),
        (b"just words\n", "not-a-topic", "1:1"),
        ("a: café\n".encode("latin-1"), "not-utf-8", "1:7"),
        ("a: b\nc: ☎\n".encode("utf-16"), "not-utf-8", "1:1"),
        ("één: 1\nb: ".encode() + b"\xff", "not-utf-8", "2:4"),
    ],
)
def test_a_file_that_says_nothing_usable(plan: Path, content: bytes, code: str, place: str) -> None:
    (plan / "a.yml").write_bytes(content)
    assert (code, f"hq/a.yml:{place}") in codes(plan)


def test_only_files_that_were_lost_count_as_unread(plan: Path) -> None:
    (plan / "empty.yml").write_text("")
    (plan / "list.yml").write_text("- a\n")
    (plan / "broken.yml").write_text("a: [\n")
    (plan / "good.yml").write_text("roles: [one]\n")
    assert read_plan(plan).unread == {"hq/list.yml", "hq/broken.yml"}


def test_a_byte_order_mark_is_no_part_of_the_text(plan: Path) -> None:
    (plan / "a.yml").write_bytes(b"\xef\xbb\xbfroles: [one]\r\n")
    source = read_plan(plan)
    assert plain(source.root) == {"roles": ["one"]}
    assert source.root.entries["roles"][0].column == 1


def test_a_link_that_leaves_the_folder_is_refused(plan: Path) -> None:
    outside = Path("secrets.yml")
    outside.write_text("people: [secret]\n")
    (plan / "a.yml").symlink_to(outside.resolve())
    assert codes(plan) == [("path-outside-plan", "hq/a.yml:1:1")]
    assert "secret" not in str(plain(read_plan(plan).root))


def test_a_loop_of_links_ends(plan: Path) -> None:
    (plan / "a.yml").symlink_to("a.yml")
    (plan / "sub").symlink_to(".")
    (plan / "b.yml").write_text("roles: [one]\n")
    assert "one" in str(plain(read_plan(plan).root))


def test_a_large_file_is_refused_unread(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_BYTES", 10)
    (plan / "a.yml").write_text("roles: [one]\n")
    assert codes(plan) == [("file-too-large", "hq/a.yml:1:1")]


def test_too_many_files_are_refused(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_FILES", 1)
    for name in ("a.yml", "b.yml"):
        (plan / name).write_text("roles: [one]\n")
    assert codes(plan) == [("no-plan", "hq:1:1")]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/plan.yml", "hq"])
def test_nothing_to_read_is_one_problem(plan: Path, path: str) -> None:
    assert [code for code, _ in codes(Path(path))] == ["no-plan"]


def test_a_field_of_five_megabytes_is_read(plan: Path) -> None:
    (plan / "a.yml").write_text(f"a: {'x' * 5_000_000}\nb: '{'y ' * 2_500_000}'\n")
    root = plain(read_plan(plan).root)
    assert isinstance(root, dict)
    assert len(str(root["a"])) == 5_000_000


def test_a_link_that_leads_nowhere_is_a_problem_and_no_silence(plan: Path) -> None:
    (plan / "roles.yml").symlink_to("gone.yml")
    (plan / "loop.yml").symlink_to("loop.yml")
    (plan / ".#a.yml").symlink_to("somebody@host.1234")
    (plan / "a.yml").write_text("people: [one]\n")
    assert codes(plan) == [
        ("unreadable-file", "hq/loop.yml:1:1"),
        ("unreadable-file", "hq/roles.yml:1:1"),
    ]
    assert read_plan(plan).unread == {"hq/loop.yml", "hq/roles.yml"}
    assert codes(plan / "roles.yml") == [("no-plan", "hq/roles.yml:1:1")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_the_folder_is_passed_over(plan: Path) -> None:
    """To open it would wait for ever."""
    os.mkfifo(plan / "pipe.yml")
    (plan / "link.yml").symlink_to("pipe.yml")
    (plan / "a.yml").write_text("people: [one]\n")
    assert codes(plan) == []
    assert plain(read_plan(plan).root) == {"people": ["one"]}


def test_folders_that_are_hidden_or_linked_are_passed_over(plan: Path) -> None:
    for name in (".hidden", "real"):
        (plan / name).mkdir()
        (plan / name / "a.yml").write_text(f"people: [{name.strip('.')}]\n")
    (plan / "linked").symlink_to("real")
    assert plain(read_plan(plan).root) == {"people": ["real"]}


def test_a_topic_left_empty_in_one_file_is_filled_by_another(plan: Path) -> None:
    (plan / "a.yml").write_text("plan:\nroles:\n")
    (plan / "b.yml").write_text("plan: {id: x}\nroles: [{id: y}]\n")
    source = read_plan(plan)
    assert source.problems == []
    assert plain(source.root) == {"plan": {"id": "x"}, "roles": [{"id": "y"}]}


def test_a_device_or_a_pipe_is_no_plan(tmp_path: Path) -> None:
    pipe = tmp_path / "plan.yml"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        assert [problem.code for problem in read_plan(path).problems] == ["no-plan"]
