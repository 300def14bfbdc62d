"""Adding a skeleton: at the right place, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.growing import AdditionError, addition
from generator.growing.addition import kinds
from generator.load import load
from generator.model.kinds import things

PLAN = """\
# A remark that stays.
plan:
  id: one
  organisation: One
  title: {en: Plan, nl: Plan}
  revision: "1"
  languages: [en, nl]

roles:
  - id: lead   # the first one
    title: {en: Lead, nl: Leider}

  - id: scribe
    title: {en: Scribe, nl: Verslaggever}
    duties:
      - {en: Write., nl: Schrijf.}

# People stand below.
people:
- id: an
  name: An
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yml"
    file.write_text(PLAN, "utf-8")
    return file


@pytest.mark.parametrize("kind", kinds())
def test_the_plan_has_the_new_thing_and_all_that_was_there(plan: Path, kind: str) -> None:
    made = addition(plan, kind, "new-one")
    plan.write_text(made.text, "utf-8")
    loaded = load(plan)
    assert loaded.problems == ()
    assert loaded.plan is not None
    assert "new-one" in [thing.id for thing in things(loaded.plan, kind)]
    old = iter(made.text.splitlines())
    assert all(line in old for line in PLAN.splitlines()), "lines are lost, or in another order"
    assert made.text.splitlines()[made.line - 1].strip() == "- id: new-one"


def test_it_stands_after_the_last_of_its_kind(plan: Path) -> None:
    text = addition(plan, "role", "press").text
    assert text.index("id: scribe") < text.index("id: press") < text.index("# People stand below.")


def test_a_topic_of_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(PLAN, "utf-8")
    made = addition(tmp_path, "exercise", "autumn")
    assert made.file == tmp_path / "exercises.yml"
    assert made.text.startswith("exercises:\n  - id: autumn\n")


def test_what_is_there_already_is_refused(plan: Path) -> None:
    with pytest.raises(AdditionError, match=r"has a role `lead` already, at .*plan\.yml:10"):
        addition(plan, "role", "lead")


def test_a_list_between_brackets_is_refused(plan: Path) -> None:
    plan.write_text(PLAN.replace("people:\n- id: an\n  name: An", "people: [{id: an, name: An}]"))
    with pytest.raises(AdditionError, match="between brackets"):
        addition(plan, "person", "bo")


def test_the_command_says_where(plan: Path) -> None:
    done = CliRunner().invoke(main, ["new", "role", "press", "--plan", str(plan)])
    assert done.exit_code == 0, done.output
    assert "Added role `press`:" in done.output
    assert "id: press" in plan.read_text("utf-8")


@pytest.mark.parametrize("bad", ["Press", "a b", "-x", "../x"])
def test_a_bad_id_is_wrong_usage(plan: Path, bad: str) -> None:
    done = CliRunner().invoke(main, ["new", "--plan", str(plan), "--", "role", bad])
    assert done.exit_code == 2
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize("kind", ["role", "exercise"])
def test_line_ends_of_windows_stay(plan: Path, kind: str) -> None:
    plan.write_bytes(PLAN.replace("\n", "\r\n").encode())
    done = CliRunner().invoke(main, ["new", kind, "new-one", "--plan", str(plan)])
    assert done.exit_code == 0, done.output
    content = plan.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > PLAN.count("\n")
    assert addition(plan, kind, "another").text.count("new-one") == 1


@pytest.mark.parametrize("end", ["", "...\n", "x: |+\n  kept\n\n\n"])
def test_what_a_file_ends_with_stays(plan: Path, end: str) -> None:
    plan.write_text(PLAN + end, "utf-8")
    if end.startswith("..."):
        with pytest.raises(AdditionError, match="nothing can be added to"):
            addition(plan, "exercise", "autumn")
    else:
        assert addition(plan, "exercise", "autumn").text.startswith(PLAN + end)


def test_a_plan_between_brackets_is_refused(plan: Path) -> None:
    plan.write_text("{plan: {id: one, languages: [en]}}\n", "utf-8")
    with pytest.raises(AdditionError, match="nothing can be added to"):
        addition(plan, "role", "press")


def test_nothing_is_added_to_a_plan_of_which_a_file_is_lost(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(PLAN, "utf-8")
    (tmp_path / "more.yml").write_text("exercises:\n  - id: [\n", "utf-8")
    with pytest.raises(AdditionError, match=r"more\.yml:3:1: "):
        addition(tmp_path, "exercise", "autumn")
