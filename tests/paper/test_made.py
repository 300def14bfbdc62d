"""Documents that are kept between runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from generator.kept import Kept
from generator.outputs.matrix import drawn
from generator.paper.document import Document, Imprint
from generator.paper.made import made_or_kept, maker
from generator.paper.typesetter import Source, Typeset
from generator.views.sheets.sheet import Sheet
from tests.paper.sheets import imprint
from tests.paper.wallet_plan import cards, documents, person, wallet_plan

T = TypeVar("T")


class Run:
    """One run after another with the same cache; counts what is set and which codes are drawn."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "sheets.kept"
        self.set = 0
        self.payloads: tuple[str, ...] = ()

    def __call__(
        self, wanted: Sequence[tuple[Document, Imprint]], picture: bytes = b""
    ) -> list[Typeset]:
        self.set, self.payloads = 0, ()
        kept = Kept(self._file, maker())
        source = Source("en", drawn, lambda name: picture, self._prepare)
        done = made_or_kept(wanted, source, self._press, kept)
        kept.save()
        return done

    def _press(self, jobs: Sequence[Callable[[], T]]) -> list[T]:
        self.set = len(jobs)
        return [job() for job in jobs]

    def _prepare(self, payloads: tuple[str, ...]) -> None:
        self.payloads = payloads


def of(sheets: dict[str, Sheet], **printing: Any) -> list[tuple[Document, Imprint]]:
    """Each card as a document of its own, to fold."""
    return [
        (documents((sheet,), **printing)["fold"], imprint(**{"wallet-card_general": "K7F3"}))
        for sheet in sheets.values()
    ]


def test_what_did_not_change_is_not_set_again(tmp_path: Path) -> None:
    run = Run(tmp_path)
    first = run(of(cards(wallet_plan())))
    assert run.set == 6
    assert len(run.payloads) == len(set(run.payloads)) == 4
    again = run(of(cards(wallet_plan())))
    assert run.set == 0
    assert not run.payloads
    assert again == first


def test_a_change_sets_only_what_shows_it(tmp_path: Path) -> None:
    run = Run(tmp_path)
    first = run(of(cards(wallet_plan())))
    people = [person(1), person(2), person(3, name="Somebody Else")]
    second = run(of(cards(wallet_plan(people=people))))
    # The third person's own card, and those of the second and of that role, who call the third.
    assert run.set == 3
    assert sum(one != other for one, other in zip(first, second, strict=True)) == 3


def test_what_is_no_fact_of_a_sheet_counts_too(tmp_path: Path) -> None:
    run = Run(tmp_path)
    wanted = of(cards(wallet_plan()))[:1]
    run(wanted)
    document, plain = wanted[0]
    for other in (
        (document, replace(plain, revision="2")),
        (document, replace(plain, codes={})),
        (document, replace(plain, made=plain.made.replace(year=2025))),
        (replace(document, title="Other"), plain),
        (replace(document, options={**document.options, "folded": [(1, 1)]}), plain),
    ):
        run([other])
        assert run.set == 1


def test_what_does_not_fit_is_said_in_each_run(tmp_path: Path) -> None:
    people = [person(1, name=" ".join(["Wilhelmina"] * 60)), person(2), person(3)]
    wanted = of({"one": cards(wallet_plan(people=people))["person-p1"]})
    run = Run(tmp_path)
    assert [run(wanted)[0].overflows != () for _ in range(2)] == [True, True]
