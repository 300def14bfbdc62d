"""Wallet cards whose two sides are in two languages: the ledger and the site know them apart."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from generator.build import readings
from generator.cli import main
from generator.editions import audiences
from generator.opening import open_plan
from generator.paper.ledger import NAME, sheet_name
from generator.paper.standing import standing
from generator.site.card_codes import CardCodes, known_to
from generator.views.current import Known
from tests.paper.printed import text

PLAN = """\
plan:
  id: one
  organisation: One
  title: {en: Plan, nl: Plan}
  revision: "1"
  issued: 2026-01-02
  languages: [en, nl, fr]
  audiences:
    - {id: staff, title: {en: All staff, nl: Iedereen}, publish: open}
  emergency_numbers:
    - {id: fire, number: "112", label: {en: Fire, nl: Brand}}
sites:
  - {id: tower, name: Tower, assembly_points: [{id: lawn, name: The lawn, directions: Turn left.}]}
"""

CARD = "wallet-card/general"
ONE, TWO, POSTER = f"{CARD} @ staff/en", f"{CARD} @ staff/en+nl", "exit-poster/tower @ staff/en"
DAY = date(2026, 1, 3)

Print = Callable[..., Result]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a repository, committed."""
    folder = tmp_path / "repository" / "plan"
    folder.mkdir(parents=True)
    (folder / "plan.yml").write_text(PLAN, "utf-8")
    subprocess.run(["git", "-C", str(folder), "init", "-q"], check=True)
    commit(folder)
    monkeypatch.chdir(tmp_path)
    return folder


def commit(folder: Path) -> None:
    who = ["-c", "user.name=An", "-c", "user.email=an@plan.example"]
    for command in (["add", "-A"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True)


@pytest.fixture
def printing(plan: Path, tmp_path: Path) -> Print:
    """Print the cards and the poster in English, with these options."""

    def run(*options: str) -> Result:
        kinds = ["--only", "wallet-cards,exit-posters", "--language", "en"]
        command = ["print", str(plan), *kinds, "--out", str(tmp_path / "out"), *options]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
        return result

    return run


@pytest.fixture
def both(plan: Path, printing: Print) -> Path:
    """The plan, printed in one language and then in two, and committed."""
    printing()
    printing("--two-languages", "en,nl")
    commit(plan)
    return plan


def rows(plan: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads((plan / "sheets.json").read_text())[
        "sheets"
    ]
    return found


def test_its_name_in_the_ledger() -> None:
    assert sheet_name(CARD, "staff/en", "nl") == TWO
    match = NAME.fullmatch(TWO)
    assert match is not None
    assert match.group("kind", "folder", "back") == ("wallet-card", "staff/en", "nl")
    assert NAME.fullmatch(f"{TWO}+fr") is None
    one = NAME.fullmatch(ONE)
    assert one is not None
    assert one.group("folder", "back") == ("staff/en", None)


def test_each_side_is_wholly_in_its_language(both: Path) -> None:
    (path,) = (both.parents[1] / "out").rglob("wallet-cards-print-shop.pdf")
    front, back = (text(page) for page in pypdfium2.PdfDocument(path))
    assert "112 Fire" in front
    assert "Assembly point: The lawn" in front
    assert "Revisie 1 · 2 januari 2026" in back
    assert "Eerste acties" in back


def test_it_has_a_line_of_its_own_and_a_poster_has_none(both: Path) -> None:
    found = rows(both)
    assert {ONE, TWO, POSTER} == found.keys()
    assert found[ONE][0]["code"] != found[TWO][0]["code"]


def test_printing_one_after_the_other_adds_no_rows(both: Path, printing: Print) -> None:
    before = (both / "sheets.json").read_bytes()
    for options in ((), ("--two-languages", "en,nl"), ()):
        printing(*options)
    assert (both / "sheets.json").read_bytes() == before


def test_what_changed_on_it_is_known(both: Path, printing: Print) -> None:
    path = both / "plan.yml"
    path.write_text(path.read_text().replace("The lawn", "The gate").replace('"1"', '"2"'), "utf-8")
    printing("--two-languages", "en,nl")
    found = rows(both)
    assert [row["revision"] for row in found[TWO]] == ["2", "1"]
    assert found[TWO][0]["changed"] == {"en": ["Assembly point"]}
    assert [row["revision"] for row in found[ONE]] == ["1"]


def test_since_a_revision_it_is_compared_with_itself(both: Path, printing: Print) -> None:
    listed = ("--changed-since", "HEAD", "--list", "--only", "wallet-cards")
    for options in ((), ("--two-languages", "en,nl")):
        assert "Nothing changed" in printing(*listed, *options).output
    path = both / "plan.yml"
    path.write_text(path.read_text().replace("The lawn", "The gate"), "utf-8")
    said = printing(*listed, "--two-languages", "en,nl").output
    assert f"All staff ({TWO})\n    Assembly point" in said
    assert "1 of 1 sheet changed" in said


def test_since_a_plan_without_the_language_of_the_backs(both: Path, printing: Print) -> None:
    path = both / "plan.yml"
    now = path.read_text()
    fewer = now.replace("[en, nl, fr]", "[en]")
    path.write_text(re.sub(r", nl: \w+", "", fewer), "utf-8")
    commit(both)
    path.write_text(now, "utf-8")
    listed = ("--changed-since", "HEAD", "--list", "--only", "wallet-cards")
    said = printing(*listed, "--two-languages", "en,nl").output
    assert f"All staff ({TWO})" in said
    assert ONE not in said.replace(TWO, "")


def known(plan: Path, day: date = DAY) -> list[Known]:
    """What the English site of all staff says of cards."""
    opened = open_plan(plan, day)
    found = standing(plan, opened, day, ["staff/en", "staff/nl", "staff/fr"])
    assert found is not None
    assert CardCodes(opened.plan, found).outdated == 0
    (staff,) = audiences(opened.plan)
    reading, *_ = readings(opened.plan, staff, as_of=day)
    return [one for one in known_to(reading, found, opened.plan).sheets if "wallet" in one.kind]


def test_a_site_knows_both_as_current_and_says_the_languages(both: Path) -> None:
    codes = {one.code: one.edition for one in known(both)}
    found = rows(both)
    assert codes[found[ONE][0]["code"]] == ""
    assert codes[found[TWO][0]["code"]] == "All staff · English + Nederlands"
    assert "All staff · English + Français" not in codes.values()


def test_a_language_that_the_plan_no_longer_has(both: Path) -> None:
    path = both / "plan.yml"
    fewer = path.read_text().replace("[en, nl, fr]", "[en, fr]")
    path.write_text(re.sub(r", nl: \w+", "", fewer), "utf-8")
    gone = [one for one in known(both) if one.edition == "All staff · English + Nederlands"]
    assert [one.code for one in gone] == [None]
    assert [former.code for former in gone[0].former] == [rows(both)[TWO][0]["code"]]
