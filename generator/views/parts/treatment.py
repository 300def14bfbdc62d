"""A line for each risk, each gap, and each measure against them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from generator.model.base import Noun
from generator.model.risk import Gap, Measure, Risk
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index
from generator.views.parts.rating import Rated, Scales

AFFECTED = ("activity", "system", "site", "supplier", "machine", "customer", "unit", "product")
"""The kinds of thing that a risk may hit, in the order in which an id is looked up."""


class MeasureLine(Struct, frozen=True):
    """A measure: what, who, by when, and against what."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    owner: Link | None
    due: Due
    note: Text | None
    treats: tuple[Link, ...]
    closes: tuple[Link, ...]


class RiskLine(Struct, frozen=True):
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


class GapLine(Struct, frozen=True):
    """A gap, and what closes it."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    affects: tuple[Link, ...]
    accepted: Text | None
    measures: tuple[MeasureLine, ...]


class Treatment:
    """Makes the lines of one edition."""

    def __init__(self, index: Index, scales: Scales) -> None:
        self._index = index
        self._scales = scales
        self._plan = index.edition.plan
        self._measures = tuple(self._measure(one) for one in self._plan.measures)

    def risks(self, ranked: Sequence[Risk]) -> tuple[RiskLine, ...]:
        """Risks with their numbers, in the order given."""
        return tuple(self._risk(risk, number) for number, risk in enumerate(ranked, 1))

    def gaps(self) -> tuple[GapLine, ...]:
        """The plan's gaps, in its order."""
        return tuple(self._gap(gap) for gap in self._plan.gaps)

    def measures(self) -> tuple[MeasureLine, ...]:
        """All measures, the most pressing first."""
        return tuple(sorted(self._measures, key=lambda one: one.due.order))

    def _risk(self, risk: Risk, number: int) -> RiskLine:
        index = self._index
        return RiskLine(
            risk.id,
            risk.aliases,
            number,
            risk.title,
            risk.threat,
            self._scales.rated(risk.rating),
            self._scales.rated(risk.target) if risk.target else None,
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
        return self._index.any_links(AFFECTED, thing.affects)
