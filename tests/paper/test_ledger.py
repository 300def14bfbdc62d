"""The ledger of sheets: what it answers, how its file is written, what is said of a damaged one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.load import load
from generator.paper.ledger import Ledger, Row, ledger_path, new_ledger, revision_key, sheet_name
from generator.paper.ledger_file import (
    LedgerFile,
    as_bytes,
    read_ledger,
    replaced,
)
from generator.problems import PlanError, as_text

POSTER = "exit-poster/tower @ staff/en"
CARD = "wallet-card/an @ staff/nl"
OLD = Row("K7F3-X4P2", "2026.3", "staff")
NEW = Row("A2C3-E4F6", "2026.10", "staff", {"en": ("Assembly point",)})
LEDGER = Ledger("s4lt", {POSTER: (NEW, OLD), CARD: (Row("H7J8-K9M2", "2026.9", "team"),)})

FILE = """\
{
  "format": 1,
  "salt": "s4lt",
  "sheets": {
    "exit-poster/tower @ staff/en": [
      {"code": "A2C3-E4F6", "revision": "2026.10", "audience": "staff", "changed": {"en": ["Assembly point"]}},
      {"code": "K7F3-X4P2", "revision": "2026.3", "audience": "staff"}
    ],
    "wallet-card/an @ staff/nl": [
      {"code": "H7J8-K9M2", "revision": "2026.9", "audience": "team"}
    ]
  }
}
"""  # noqa: E501


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yml").write_text(
        'plan: {id: one, organisation: One, title: Plan, revision: "1"}\n', "utf-8"
    )
    return folder


def test_how_the_file_is_written() -> None:
    assert as_bytes(LEDGER).decode() == FILE
    assert json.loads(FILE)["format"] == 1


def test_what_is_written_is_read(plan: Path) -> None:
    (plan / "sheets.json").write_text(FILE, "utf-8")
    found = read_ledger(plan)
    assert found == LedgerFile(plan / "sheets.json", FILE.encode(), LEDGER)


def test_a_new_row_is_one_new_line() -> None:
    more = LEDGER.with_rows([(POSTER, Row("C3E4-F6H7", "2027.1", "staff"))])
    before, after = FILE.splitlines(), as_bytes(more).decode().splitlines()
    added = [line for line in after if line not in before]
    assert added == ['      {"code": "C3E4-F6H7", "revision": "2027.1", "audience": "staff"},']
    assert [line for line in after if line in before] == before


def test_a_plan_without_one(plan: Path) -> None:
    assert read_ledger(plan) is None


def test_where_it_stands(plan: Path) -> None:
    assert ledger_path(plan) == plan / "sheets.json"
    assert ledger_path(plan / "plan.yml") == plan / "plan.sheets.json"


def test_a_plan_never_reads_it(plan: Path) -> None:
    before = load(plan)
    (plan / "sheets.json").write_text(FILE, "utf-8")
    after = load(plan)
    assert before.plan is not None
    assert after.plan == before.plan
    assert after.texts.keys() == before.texts.keys()


def test_each_new_ledger_has_a_salt_of_its_own() -> None:
    first, second = new_ledger().salt, new_ledger().salt
    assert len(first) == 32
    assert first != second


@pytest.mark.parametrize(
    ("revision", "code"),
    [("2026.10", NEW), ("2026.11", NEW), ("2026.9", OLD), ("2026.3", OLD), ("2026.2", None)],
)
def test_the_row_at_a_revision(revision: str, code: Row | None) -> None:
    assert LEDGER.at(POSTER, revision) == code


def test_the_rows_since_one() -> None:
    assert LEDGER.since(POSTER, OLD) == (NEW,)
    assert LEDGER.since(POSTER, NEW) == ()
    assert LEDGER.since(POSTER, None) == (OLD, NEW)


def test_revisions_are_counted_as_people_do() -> None:
    assert LEDGER.revisions() == ("2026.3", "2026.9", "2026.10")
    assert sorted(["1.10", "2", "1.3", "1.2"], key=revision_key) == ["1.2", "1.3", "1.10", "2"]
    assert sorted(["b", "10", "A", "9b"], key=revision_key) == ["A", "b", "9b", "10"]


def test_the_name_of_a_sheet() -> None:
    assert sheet_name("exit-poster/tower", "staff/en") == POSTER


def test_the_same_ledger_isn_t_written_again(plan: Path) -> None:
    path = plan / "sheets.json"
    path.write_text(FILE.replace("s4lt", "other").replace("  ", " "), "utf-8")
    found = read_ledger(plan)
    assert found is not None
    before = path.stat()
    with replaced(found, found.ledger.with_rows([])):
        pass
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_nothing_is_written_if_printing_fails(plan: Path) -> None:
    path = plan / "sheets.json"

    def fail() -> None:
        with replaced(LedgerFile(path, None, new_ledger()), LEDGER):
            raise RuntimeError("no paper")

    with pytest.raises(RuntimeError, match="no paper"):
        fail()
    assert [one.name for one in plan.iterdir()] == ["plan.yml"]


def test_the_ledger_of_before_is_put_back_if_printing_fails(plan: Path) -> None:
    path = plan / "sheets.json"
    path.write_text(FILE, "utf-8")
    found = read_ledger(plan)
    assert found is not None

    def fail() -> None:
        with replaced(found, new_ledger()):
            assert path.read_text("utf-8") != FILE
            raise RuntimeError("no paper")

    with pytest.raises(RuntimeError, match="no paper"):
        fail()
    assert path.read_text("utf-8") == FILE
    assert sorted(one.name for one in plan.iterdir()) == ["plan.yml", "sheets.json"]


def test_nothing_is_printed_if_somebody_else_wrote_it_meanwhile(plan: Path) -> None:
    path = plan / "sheets.json"
    path.write_text("theirs", "utf-8")
    file = LedgerFile(path, None, new_ledger())
    with pytest.raises(PlanError) as raised, replaced(file, LEDGER):
        pytest.fail("printed with codes that are known to nobody")
    assert raised.value.problems[0].code == "ledger-changed"
    assert path.read_text("utf-8") == "theirs"
    assert sorted(one.name for one in plan.iterdir()) == ["plan.yml", "sheets.json"]


def test_what_somebody_else_wrote_while_printing_failed_stays(plan: Path) -> None:
    path = plan / "sheets.json"

    def both() -> None:
        with replaced(LedgerFile(path, None, new_ledger()), LEDGER):
            path.write_text("theirs", "utf-8")
            raise RuntimeError("no paper")

    with pytest.raises(RuntimeError, match="no paper"):
        both()
    assert path.read_text("utf-8") == "theirs"


def test_a_folder_that_can_t_be_written(plan: Path) -> None:
    file = LedgerFile(plan / "nowhere" / "sheets.json", None, new_ledger())
    with pytest.raises(PlanError) as raised, replaced(file, LEDGER):
        pytest.fail("printed without a ledger")
    assert raised.value.problems[0].code == "ledger-not-written"


def said(plan: Path, text: str | bytes) -> str:
    """What is said of a ledger that is damaged."""
    path = plan / "sheets.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PlanError) as raised:
        read_ledger(plan)
    (problem,) = raised.value.problems
    return as_text(problem, raised.value.sources)


@pytest.mark.parametrize(
    ("was", "now", "place", "fault", "cure"),
    [
        ('"K7F3-X4P2"', '"K7F3"', "7:16", "this isn't a code such as K7F3-X4P2", "git checkout"),
        ('"K7F3-X4P2"', '"O7F3-X4P2"', "7:16", "this isn't a code", "git checkout"),
        ('"audience": "team"', '"audience": 7', "10:63", "a text is missing", "Mend that line"),
        ('"revision": "2026.9", ', "", "10:7", "`revision` is missing", "Mend that line"),
        ('"revision": "2026.9"', '"revison": "2026.9"', "10:7", "`revision` is missing", "Mend"),
        ('["Assembly point"]', '"Assembly point"', "6:", "isn't a list of words", "Mend"),
        ("tower @ staff/en", "tower", "5:", "isn't the name of a sheet", "Mend"),
        ('"format": 1', '"format": 2', "2:13", "its format isn't 1", "Install the generator"),
        ("],", "]", "9:5", "here it isn't JSON", "git checkout"),
        ("wallet-card/an @ staff/nl", POSTER, "9:1", "stands twice", "newest first"),
        ('    "wallet', '<<<<<<< HEAD\n    "wallet', "9:1", "marks of a merge", "rows of both"),
    ],
)
def test_place_fault_and_cure(
    plan: Path, was: str, now: str, place: str, fault: str, cure: str
) -> None:
    assert FILE.count(was) >= 1
    text = said(plan, FILE.replace(was, now, 1))
    assert f"sheets.json:{place}" in text
    assert "damaged-ledger" in text
    assert fault in text
    assert cure in text


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "7", "null", "{}", '{"format": 1}', b"\xff\xfe", "[" * 100_000, '{"a":'),
        FILE.replace('"format": 1', f'"format": {"1" * 5_000}'),
        FILE.replace('"format": 1', '"format": true'),
    ],
    ids=range(11),
)
def test_whatever_stands_in_it_is_said(plan: Path, text: str | bytes) -> None:
    assert "damaged-ledger" in said(plan, text)


def test_a_folder_in_its_place(plan: Path) -> None:
    (plan / "sheets.json").mkdir()
    with pytest.raises(PlanError) as raised:
        read_ledger(plan)
    assert raised.value.problems[0].code == "ledger-not-read"
