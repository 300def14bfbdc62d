"""Sheets are measured once, whatever is made of them, and what was measured is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from generator.kept import Kept
from generator.paper.document import Document, Imprint
from generator.paper.fitted import fitted
from generator.paper.made import maker
from generator.paper.naming import Names
from generator.paper.typesetter import Fits, measured, typeset
from generator.views.sheets.sheet import Sheet
from tests.paper.sheets import SOURCE, document, imprint, sheet
from tests.paper.wallet_plan import HEADER, cards, documents, person, wallet_plan

T = TypeVar("T")


class Run:
    """One run after another with the same cache; knows which sheets were measured."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "sheets.kept"
        self.jobs = 0

    def __call__(
        self, wanted: Sequence[tuple[Document, Imprint]], missing: Sequence[int] | None = None
    ) -> dict[int, list[Fits]]:
        self.jobs = 0
        kept = Kept(self._file, maker())
        chosen = range(len(wanted)) if missing is None else missing
        found = fitted(wanted, chosen, Names(SOURCE), SOURCE, self._press, kept)
        kept.save()
        return found

    def _press(self, jobs: Sequence[Callable[[], T]], /) -> list[T]:
        self.jobs += len(jobs)
        return [job() for job in jobs]


def versions(sheets: Mapping[str, Sheet]) -> list[tuple[Document, Imprint]]:
    return [(one, imprint()) for one in documents(tuple(sheets.values())).values()]


def test_three_versions_of_cards_are_measured_once(tmp_path: Path) -> None:
    run, wanted = Run(tmp_path), versions(cards(wallet_plan()))
    found = run(wanted)
    assert run.jobs == 1
    assert len(found) == 3
    assert found[0] == found[1] == found[2] == measured(*wanted[0], SOURCE)
    assert [set(one) for one in found[0]] == [{"front", "back"}] * 6


def test_a_pdf_is_the_same_with_what_was_measured_before(tmp_path: Path) -> None:
    (wanted,) = versions(cards(wallet_plan()))[:1]
    assert typeset(*wanted, SOURCE, Run(tmp_path)([wanted])[0]) == typeset(*wanted, SOURCE)


def test_what_was_measured_is_kept_also_by_runs_that_set_nothing(tmp_path: Path) -> None:
    run, wanted = Run(tmp_path), versions(cards(wallet_plan()))
    first = run(wanted)
    assert run(wanted, missing=()) == {}
    assert run(wanted) == first
    assert run.jobs == 0


def test_only_a_card_that_changed_is_measured_again(tmp_path: Path) -> None:
    run = Run(tmp_path)
    run(versions(cards(wallet_plan())))
    people = [person(1), person(2), person(3, name="A much longer name than before")]
    after = versions(cards(wallet_plan(people=people)))[:1]
    found = run(after)
    assert run.jobs == 1
    assert found[0] == measured(*after[0], SOURCE)
    again = Run(tmp_path)
    again(after)
    assert again.jobs == 0


def test_a_card_of_the_same_name_in_another_edition_is_another_one(tmp_path: Path) -> None:
    """Both show "all staff", one more numbers than the other, so that its foot is higher."""
    more = [*HEADER["emergency_numbers"], {"id": "x", "number": "101", "label": "Police"}]
    few, many = wallet_plan(), wallet_plan(header={"emergency_numbers": more})
    one, other = (versions({"general": cards(plan)["general"]})[0] for plan in (few, many))
    coded = (other[0], replace(other[1], codes={"wallet-card/general": "K7F3-X4P2"}))
    found = Run(tmp_path)([one, other, coded])
    assert found[0][0]["front"]["tall"] < found[1][0]["front"]["tall"]
    for number, wanted in enumerate((one, other, coded)):
        assert found[number] == measured(*wanted, SOURCE)


def test_a_sheet_whose_kind_is_not_measured_has_nothing(tmp_path: Path) -> None:
    poster = document(sheet("x"), template="exit_posters")
    assert Run(tmp_path)([(poster, imprint())]) == {}
    assert measured(poster, imprint(), SOURCE) == [{}]
