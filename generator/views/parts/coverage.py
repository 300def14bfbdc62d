"""What covers what, as tables that gaps can be read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from generator.derive.coverage import (
    EVERYONE,
    Matrix,
    activity_by_plan,
    answered,
    person_by_role,
    risk_by_scenario,
    role_by_phase,
    unit_by_plan,
)
from generator.locales import Locale
from generator.model import Plan
from generator.model.scenario import Scenario
from generator.model.text import Name, Text
from generator.views.page import Address, Link
from generator.views.parts.evidence import place
from generator.views.parts.index import Index


class Row(Struct, frozen=True):
    """A row of a matrix: for each column what stands there, in words or as links.

    ``note`` is a reason why nothing has to stand there.
    """

    link: Link
    cells: tuple[tuple[Link | str, ...], ...]
    note: Text | None = None

    @property
    def covered(self) -> bool:
        """True if anything stands in it."""
        return any(self.cells)


class Table(Struct, frozen=True):
    """A matrix to read gaps from; ``id`` is its anchor, ``name`` a key in the locale.

    ``about`` is what it is of, where there are several with one name.
    """

    id: str
    name: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    about: Text | None = None

    @property
    def covered(self) -> int:
        """How many rows have anything in them, or a reason why not."""
        return sum(row.covered or row.note is not None for row in self.rows)


def tables(index: Index, words: Locale) -> Iterator[Table]:
    """The tables of an edition; without rows or columns there is none."""
    plan = index.edition.plan

    def said(key: str) -> str:
        return words.say(f"status.mark.{key}")

    needs_none = {one.id: one.needs_no_plan.reason for one in plan.activities if one.needs_no_plan}
    risks, activities = risk_by_scenario(plan), _used(activity_by_plan(plan))
    accepted = dict(_accepted(plan, words))
    found = (
        _table("risk-scenario", risks, ("risk", "scenario"), index, _covered(words), accepted),
        _table("unit-plan", _used(unit_by_plan(plan)), ("unit", "plan"), index, said),
        _table("activity-plan", activities, ("activity", "plan"), index, said, needs_none),
        _table("person-card", _used(person_by_role(plan)), ("person", "role"), index, said),
    )
    for table in found:
        if table.rows and table.columns:
            yield table
    for scenario in plan.scenarios:
        yield from _phases(scenario, index, words)


def _accepted(plan: Plan, words: Locale) -> Iterator[tuple[str, Text]]:
    """Risks that need no scenario, and why: accepted for a reason, or within the appetite."""
    for risk in plan.risks:
        if answered(risk, plan) and not risk.scenarios:
            yield risk.id, risk.reason or Text.of(words.say("risks.within"))


def _covered(words: Locale) -> Callable[[str], str]:
    return lambda _: words.say("status.mark.covered")


def _used(matrix: Matrix) -> Matrix:
    """Without columns that cover nothing, where that is no gap."""
    empty = set(matrix.empty_columns)
    columns = tuple(column for column in matrix.columns if column not in empty)
    return replace(matrix, columns=columns)


def _table(
    name: str,
    matrix: Matrix,
    kinds: tuple[str, str],
    index: Index,
    said: Callable[[str], str],
    notes: Mapping[str, Text] = MappingProxyType({}),
) -> Table:
    columns = {id_: place(kinds[1], id_, index) for id_ in matrix.columns}
    rows = ((id_, place(kinds[0], id_, index)) for id_ in matrix.rows)
    return Table(
        name,
        name,
        tuple(link for link in columns.values() if link),
        tuple(
            Row(
                link,
                tuple(
                    tuple(said(mark) for mark in matrix.at(id_, column))
                    for column, there in columns.items()
                    if there
                ),
                notes.get(id_),
            )
            for id_, link in rows
            if link
        ),
    )


def _phases(scenario: Scenario, index: Index, words: Locale) -> Iterator[Table]:
    """Who works what in which phase of a scenario."""
    matrix = role_by_phase(scenario, index.edition.plan)
    page = Address("scenarios", scenario.id)
    titles = {phase.id: phase.title for phase in scenario.phases}
    everyone = Link(page, Name.of(words.say("scenario.everyone")))
    named = {row: index.link("role", row) if row != EVERYONE else everyone for row in matrix.rows}
    rows = tuple(
        Row(
            link,
            tuple(index.links("checklist", matrix.at(id_, column)) for column in matrix.columns),
        )
        for id_, link in named.items()
        if link
    )
    if rows and matrix.columns:
        columns = tuple(Link(page, titles[column]) for column in matrix.columns)
        id_ = f"role-phase-{scenario.id}"
        yield Table(id_, "role-phase", columns, rows, scenario.title)
