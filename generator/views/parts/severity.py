"""How serious it is: criteria in words, and the levels they lead to."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.level import Condition, Criterion, Level, Match, Nature
from generator.model.text import Text
from generator.views.page import Address, Link
from generator.views.parts.index import Index


class ConditionLine(Struct, frozen=True):
    """A condition in words, or measured: metric, sign, value and unit."""

    text: Text | None
    metric: Text | None
    sign: str
    value: Text | None
    unit: Text | None


class CriterionLine(Struct, frozen=True):
    """A criterion; ``all_needed`` says whether all of its conditions must hold."""

    id: str
    title: Text
    technical: bool
    all_needed: bool
    conditions: tuple[ConditionLine, ...]


class LevelCard(Struct, frozen=True):
    """A level with the criteria that lead to it. ``heat`` runs from 1 (calm) to 4 (worst)."""

    link: Link
    number: Text | None
    heat: int
    crisis: bool
    meaning: Text | None
    declared_by: tuple[Link, ...]
    ended_by: tuple[Link, ...]
    criteria: tuple[CriterionLine, ...]


_SIGNS = {">=": "≥", "<=": "≤"}


def criterion_line(criterion: Criterion) -> CriterionLine:
    """A criterion as it is shown."""
    return CriterionLine(
        criterion.id,
        criterion.title,
        criterion.kind is Nature.TECHNICAL,
        criterion.match is Match.ALL and len(criterion.conditions) > 1,
        tuple(_condition(condition) for condition in criterion.conditions),
    )


def _condition(condition: Condition) -> ConditionLine:
    sign = _SIGNS.get(condition.operator.value, condition.operator.value)
    return ConditionLine(condition.text, condition.metric, sign, condition.value, condition.unit)


def level_cards(criteria: Iterable[Criterion], index: Index) -> tuple[LevelCard, ...]:
    """The levels, the worst first, each with those of the given criteria that lead to it."""
    levels = sorted(index.edition.plan.levels, key=lambda level: -level.severity)
    by_level: dict[str, list[CriterionLine]] = {}
    for criterion in criteria:
        by_level.setdefault(criterion.leads_to, []).append(criterion_line(criterion))
    return tuple(
        _card(level, tuple(by_level.get(level.id, ())), heat(level, levels), index)
        for level in levels
    )


def _card(
    level: Level, criteria: tuple[CriterionLine, ...], degree: int, index: Index
) -> LevelCard:
    return LevelCard(
        Link(Address("levels"), level.title, f"level-{level.id}"),
        level.number,
        degree,
        level.crisis,
        level.meaning,
        index.links("role", level.declared_by),
        index.links("role", level.ended_by),
        criteria,
    )


def heat(level: Level, levels: Iterable[Level]) -> int:
    """How hot a level is shown, from 1 to 4, by its place among all levels."""
    order = sorted({other.severity for other in levels})
    if len(order) == 1:
        return 4 if level.crisis else 1
    return 1 + round(3 * order.index(level.severity) / (len(order) - 1))
