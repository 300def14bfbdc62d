"""Risks: the matrix on the plan's own scales, the list, gaps, and what is done against both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.editions import Edition
from generator.locales import Locale
from generator.model.base import Noun
from generator.model.programme import Programme, ScaleStep
from generator.model.risk import Gap, Measure, Rating, Risk
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index
from generator.views.parts.search import plain

AFFECTED = ("activity", "system", "site", "supplier", "machine", "customer", "unit", "product")
"""The kinds of thing that a risk may hit, in the order in which an id is looked up."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating in the words of the plan's scales."""

    likelihood: Text
    impact: Text
    score: int
    above: bool


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure: what, who, by when, and against what."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    owner: Link | None
    due: Due
    note: Text | None
    treats: tuple[Link, ...]
    closes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk. ``number`` is its place among all by score, from 1, and its sign in the matrix."""

    id: str
    aliases: tuple[str, ...]
    number: int
    title: Text
    threat: Text | None
    now: Rated
    target: Rated | None
    treatment: str
    reason: Text | None
    scenarios: tuple[Link, ...]
    affects: tuple[Link, ...]
    owner: Link | None
    reviewed: date | None
    measures: tuple[MeasureLine, ...]

    @property
    def uncovered(self) -> bool:
        """True if it is more than what is accepted, and no scenario answers it."""
        return self.now.above and not self.scenarios


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap, and what closes it."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    affects: tuple[Link, ...]
    accepted: Text | None
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the matrix. ``left`` and ``below`` are True where the line of what is accepted
    runs along that edge."""

    score: int
    above: bool
    left: bool
    below: bool
    risks: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: one likelihood."""

    likelihood: ScaleStep
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix: the greatest likelihood on top, the greatest impact on the right."""

    impacts: tuple[ScaleStep, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RisksView:
    """Everything about risks; ``accept_up_to`` is the highest score accepted, if that is set."""

    statement: Text | None
    accept_up_to: int | None
    matrix: Matrix | None
    risks: tuple[RiskLine, ...]
    gaps: tuple[GapLine, ...]
    measures: tuple[MeasureLine, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page with all of them."""
    plan = edition.plan
    if not (plan.risks or plan.gaps or plan.measures):
        return
    view = _Risks(Index(edition)).view()
    title = words.say("kind.risks")
    yield Page(
        Address("risks"),
        Name.of(title),
        "risks",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(title), *_entries(view)),
    )


class _Risks:
    """Makes the view of one edition's risks."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._plan = index.edition.plan
        programme = self._plan.programme or Programme()
        ratings = [rating for r in self._plan.risks for rating in (r.rating, r.target) if rating]
        self._likelihood = _scale(programme.likelihood, [r.likelihood for r in ratings])
        self._impact = _scale(programme.impact, [r.impact for r in ratings])
        self._appetite = programme.appetite
        self._measures = tuple(self._measure(one) for one in self._plan.measures)

    def view(self) -> RisksView:
        """All of it."""
        ranked = sorted(self._plan.risks, key=lambda risk: -risk.rating.score)
        risks = tuple(self._risk(risk, number) for number, risk in enumerate(ranked, 1))
        return RisksView(
            self._appetite.statement,
            self._appetite.accept_up_to,
            self._matrix(ranked, risks) if risks else None,
            risks,
            tuple(self._gap(gap) for gap in self._plan.gaps),
            tuple(sorted(self._measures, key=lambda one: one.due.order)),
        )

    def _risk(self, risk: Risk, number: int) -> RiskLine:
        index = self._index
        return RiskLine(
            risk.id,
            risk.aliases,
            number,
            risk.title,
            risk.threat,
            self._rated(risk.rating),
            self._rated(risk.target) if risk.target else None,
            risk.treatment.value,
            risk.reason,
            index.links("scenario", risk.scenarios),
            self._affected(risk),
            index.owner(risk.owner),
            risk.reviewed,
            self._named_by("treats", risk),
        )

    def _gap(self, gap: Gap) -> GapLine:
        return GapLine(
            gap.id,
            gap.aliases,
            gap.title,
            self._affected(gap),
            gap.accepted,
            self._named_by("closes", gap),
        )

    def _measure(self, one: Measure) -> MeasureLine:
        return MeasureLine(
            one.id,
            one.aliases,
            one.title,
            self._index.owner(one.owner),
            due(one.due, one.done, self._index.edition.as_of),
            one.note,
            self._index.links("risk", one.treats),
            self._index.links("gap", one.closes),
        )

    def _named_by(self, field: str, thing: Noun) -> tuple[MeasureLine, ...]:
        pairs = zip(self._plan.measures, self._measures, strict=True)
        return tuple(line for measure, line in pairs if thing.id in getattr(measure, field))

    def _affected(self, thing: Risk | Gap) -> tuple[Link, ...]:
        found = (self._index.any_link(AFFECTED, id_) for id_ in thing.affects)
        return tuple(link for link in found if link)

    def _rated(self, rating: Rating) -> Rated:
        return Rated(
            self._likelihood[rating.likelihood].title,
            self._impact[rating.impact].title,
            rating.score,
            self._above(rating.score),
        )

    def _above(self, score: int) -> bool:
        limit = self._appetite.accept_up_to
        return limit is not None and score > limit

    def _matrix(self, ranked: Sequence[Risk], lines: Sequence[RiskLine]) -> Matrix:
        placed: dict[tuple[int, int], list[RiskLine]] = {}
        for risk, line in zip(ranked, lines, strict=True):
            placed.setdefault((risk.rating.likelihood, risk.rating.impact), []).append(line)
        rows = sorted(self._likelihood)
        columns = sorted(self._impact)
        below = dict(zip(rows, (None, *rows), strict=False))
        left = dict(zip(columns, (None, *columns), strict=False))

        def cell(row: int, column: int) -> Cell:
            above = self._above(row * column)
            under, beside = below[row], left[column]
            return Cell(
                row * column,
                above,
                above and beside is not None and not self._above(row * beside),
                above and under is not None and not self._above(under * column),
                tuple(placed.get((row, column), ())),
            )

        return Matrix(
            tuple(self._impact[column] for column in columns),
            tuple(
                Line(self._likelihood[row], tuple(cell(row, column) for column in columns))
                for row in reversed(rows)
            ),
        )


def _scale(steps: Sequence[ScaleStep], used: Sequence[int]) -> dict[int, ScaleStep]:
    """The plan's scale by value; a value that it does not name is called by its number."""
    named = {step.value: step for step in steps}
    return {
        value: named.get(value) or ScaleStep(value=value, title=Name.of(str(value)))
        for value in {*named, *used}
    }


def _headings(view: RisksView, words: Locale) -> Iterator[Heading]:
    for name in ("matrix", "risks", "gaps", "measures"):
        if getattr(view, name):
            yield Heading(name, words.say(f"risks.{name}"))


def _entries(view: RisksView) -> Iterator[Entry]:
    for one in view.risks:
        text = plain(one.threat, one.reason, *(link.text for link in one.affects))
        yield Entry(one.title.words, text, f"risk-{one.id}")
    for gap in view.gaps:
        text = plain(gap.accepted, *(link.text for link in gap.affects))
        yield Entry(gap.title.words, text, f"gap-{gap.id}")
    for measure in view.measures:
        owner = measure.owner.text if measure.owner else None
        yield Entry(measure.title.words, plain(measure.note, owner), f"measure-{measure.id}")
