"""What was asked for, from the plan's files to the folder with the PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from generator.build import Opened, chosen_audiences, open_plan, site_url
from generator.outputs.codes import Pictures, code_path
from generator.outputs.pictures import read_picture
from generator.paper.document import Paper
from generator.paper.kinds import KINDS, Kind, Printing
from generator.paper.press import press
from generator.paper.printing import batch, imprint_of, printed
from generator.paper.typesetter import Source
from generator.problems import PlanError, Position, Problem, listed, suggestion
from generator.site.replacing import Published, publish, refuse_foreign
from generator.source.folder import display
from generator.views.sheets.sheet import Order

CACHE = Path(".cache/runbook")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for; empty tuples stand for all."""

    plan: Path
    editions: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    paper: Paper
    duplex: str
    as_of: date | None = None


def print_plan(wanted: Wanted, out: Path) -> Published:
    """Print to ``out``. PlanError with every problem; the folder is as it was then."""
    refuse_foreign(out)
    day = wanted.as_of or datetime.now(UTC).date()
    opened = open_plan(wanted.plan, day)
    kinds = chosen_kinds(wanted.kinds, wanted.plan)
    batches = [
        batch(order, kinds, Printing(order.language, wanted.paper, wanted.duplex))
        for order in _orders(wanted, opened, day)
    ]
    imprint = imprint_of(opened, made_at(opened, day), {})
    made = printed(batches, opened, imprint, source_of(opened), press)
    return publish([lambda: made], out)


def chosen_kinds(names: Sequence[str], place: Path) -> tuple[Kind, ...]:
    """The kinds named, or all. PlanError for one that there isn't."""
    known = {kind.name: kind for kind in KINDS}
    for name in names:
        if name not in known:
            raise PlanError(
                [
                    Problem(
                        "unknown-sheet",
                        f"There is no kind of sheet `{name}`.",
                        Position(display(place)),
                        suggestion(name, known) or f"There are {listed(known)}.",
                    )
                ]
            )
    return tuple(known[name] for name in names) or KINDS


def _orders(wanted: Wanted, opened: Opened, day: date) -> Iterator[Order]:
    plan = opened.plan
    languages = _chosen_languages(wanted, plan.plan.languages)
    for audience in chosen_audiences(plan, wanted.editions, wanted.plan):
        for language in languages:
            yield Order(plan, audience, language, day, site_url(plan, ""))


def _chosen_languages(wanted: Wanted, known: tuple[str, ...]) -> tuple[str, ...]:
    for tag in wanted.languages:
        if tag not in known:
            raise PlanError(
                [
                    Problem(
                        "unknown-language",
                        f"The plan isn't written in `{tag}`.",
                        Position(display(wanted.plan)),
                        f"Its languages are {listed(known)}.",
                    )
                ]
            )
    return wanted.languages or known


def made_at(opened: Opened, day: date) -> datetime:
    """The moment that goes into a PDF: the day of issue, so that the same plan gives the same
    bytes."""
    issued = opened.plan.plan.issued or day
    return datetime(issued.year, issued.month, issued.day, tzinfo=UTC)


def source_of(opened: Opened) -> Source:
    """Codes from the cache or drawn now, pictures from the plan's folder."""
    pictures = Pictures(CACHE / "codes")

    @cache
    def code(payload: str) -> bytes:
        path = code_path(payload)
        return next(one.content for one in pictures.draw((payload,)) if one.path == path)

    def picture(name: str) -> bytes:
        return read_picture(opened.loaded.folder, name) or b""

    return Source(opened.plan.plan.languages[0], code, picture)
