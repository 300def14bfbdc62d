"""Since a revision every changed section of the binder is named, and only those are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.paper.changing import HEADER, Print, commit, committed, edit, ledger, pages, printer

HEAD = f"{HEADER}scenarios:\n"
SCENARIO = """\
  - {{id: s{n}, title: Scenario {n}, safety: [{{id: out, do: Leave hall {n}.}}]}}
"""
SECTIONS = 8
BINDER = "binder/edition @ staff/en"
FOOT = re.compile(r"\b([SRA0]\d*)-\d+ Page \d")

CHANGED = (1, 2, 3, 5, 6, 7, 8)
"""More than the five lines of a field that are named on other sheets."""

NAMED = ("Contents", *(f"Scenario {n}" for n in CHANGED))
"""The start page says the revision, so it changes with it."""


@pytest.fixture
def bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan of eight scenarios, whose binder is printed and committed at revision 1; all but the
    fourth scenario are other at revision 2."""
    monkeypatch.chdir(tmp_path)
    text = HEAD + "".join(SCENARIO.format(n=n) for n in range(1, SECTIONS + 1))
    plan = committed(tmp_path / "repository" / "plan", text)
    printer(plan, "binder", tmp_path / "printed-first")()
    commit(plan)
    edit(plan, 'revision: "1"', 'revision: "2"')
    for n in CHANGED:
        edit(plan, f"Leave hall {n}.", f"Leave hall {n} by the yard.")
    return plan


@pytest.fixture
def printing(bound: Path, tmp_path: Path) -> Print:
    return printer(bound, "binder", tmp_path / "out")


def test_every_changed_section_is_named_and_no_other(bound: Path, printing: Print) -> None:
    done = printing("--changed-since", "1", "--list")
    assert done.exit_code == 0, done.output
    assert done.stdout == (
        "1 of 1 sheet changed since 1:\n"
        f"  Emergency binder ({BINDER})\n"
        f"    {'; '.join(f'Sections: {one}' for one in NAMED)}\n"
    )
    assert len(ledger(bound)[BINDER]) == 1


def test_their_pages_alone_are_printed_and_the_ledger_names_them(
    bound: Path, printing: Print, tmp_path: Path
) -> None:
    done = printing("--changed-since", "1")
    assert done.exit_code == 0, done.output
    assert [file.name for file in (tmp_path / "out").rglob("*.pdf")] == ["binder-changes.pdf"]
    said = pages(tmp_path / "out")
    printed = dict.fromkeys(FOOT.findall(" ".join(said.split())))
    assert list(printed) == ["0", *(f"S{n}" for n in CHANGED)]
    assert ledger(bound)[BINDER][0]["changed"] == {"en": [f"Sections: {one}" for one in NAMED]}


def test_a_section_that_is_new_or_gone_is_named(bound: Path, printing: Print) -> None:
    edit(bound, "id: s4, title: Scenario 4", "id: s9, title: Scenario 9")
    done = printing("--changed-since", "1", "--list")
    named = [*NAMED, "Scenario 4", "Scenario 9", "Scenarios"]
    (line,) = (one for one in done.stdout.splitlines() if one.startswith("    "))
    assert sorted(line.strip().split("; ")) == sorted(f"Sections: {one}" for one in named)
