"""What covers what: matrices from which a gap can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from generator.model import Plan
from generator.model.continuity_plan import ContinuityPlan
from generator.model.kinds import by_id
from generator.model.risk import Risk, Treatment
from generator.model.scenario import Scenario
from generator.model.unit import Unit

EVERYONE = ""
"""The row of checklists that everyone works."""


class Matrix(Struct, frozen=True):
    """Ids of rows and columns, and what stands where they meet (ids or words; never empty)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def at(self, row: str, column: str) -> tuple[str, ...]:
        """What stands in a cell; nothing if it is empty."""
        return self.cells.get((row, column), ())

    @property
    def empty_rows(self) -> tuple[str, ...]:
        """Rows that nothing covers."""
        covered = {row for row, _ in self.cells}
        return tuple(row for row in self.rows if row not in covered)

    @property
    def empty_columns(self) -> tuple[str, ...]:
        """Columns that cover nothing."""
        covering = {column for _, column in self.cells}
        return tuple(column for column in self.columns if column not in covering)


_Pairs = Iterable[tuple[str, str, str]]


def _matrix(rows: Iterable[str], columns: Iterable[str], pairs: _Pairs) -> Matrix:
    """Cells from (row, column, what stands there); what is in no row or column is left out."""
    all_rows, all_columns = tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(columns))
    known_rows, known_columns = set(all_rows), set(all_columns)
    cells: dict[tuple[str, str], tuple[str, ...]] = {}
    for row, column, mark in pairs:
        if (
            row in known_rows
            and column in known_columns
            and mark not in cells.get((row, column), ())
        ):
            cells[row, column] = (*cells.get((row, column), ()), mark)
    return Matrix(all_rows, all_columns, cells)


def risk_by_scenario(plan: Plan) -> Matrix:
    """Risks and the scenarios that cover them; a cell has the scenario's id."""
    return _matrix(
        (risk.id for risk in plan.risks),
        (scenario.id for scenario in plan.scenarios),
        ((risk.id, id_, id_) for risk in plan.risks for id_ in risk.scenarios),
    )


def answered(risk: Risk, plan: Plan) -> bool:
    """True if a scenario covers the risk, it is within the appetite, or accepted for a reason."""
    accept_up_to = plan.programme.appetite.accept_up_to if plan.programme else None
    within = accept_up_to is not None and risk.rating.score <= accept_up_to
    accepted = risk.treatment is Treatment.ACCEPT and risk.reason is not None
    return bool(risk.scenarios) or within or accepted


def role_by_phase(scenario: Scenario, plan: Plan) -> Matrix:
    """Crisis roles (and whoever else works in it) and a scenario's phases; cells have checklists.

    The row ``EVERYONE`` is there if the scenario has lists for everyone.
    """
    assigned = [
        (a.role or EVERYONE, phase.id, a) for phase in scenario.phases for a in phase.checklists
    ]
    crisis = [role.id for role in plan.roles if role.crisis]
    everyone = [EVERYONE] if any(role == EVERYONE for role, _, _ in assigned) else []
    return _matrix(
        (*everyone, *crisis, *(role for role, _, _ in assigned)),
        (phase.id for phase in scenario.phases),
        ((role, phase, a.checklist) for role, phase, a in assigned),
    )


def unit_by_plan(plan: Plan) -> Matrix:
    """Units and plans: ``own`` where the plan is the unit's, ``above`` where it is that of the
    nearest unit above that has one. A unit with a plan of its own needs none from above."""
    owners = _Owners(plan)
    return _matrix(
        (unit.id for unit in plan.units),
        (one.id for one in plan.plans),
        (
            (unit.id, one.id, "own" if one.unit == unit.id else "above")
            for unit in plan.units
            for one in owners.plans_of(unit)
        ),
    )


def plans_of(unit: Unit, plan: Plan) -> tuple[ContinuityPlan, ...]:
    """The plans of a unit, or of the nearest unit above it that has any."""
    return _Owners(plan).plans_of(unit)


class _Owners:
    """Which unit has which plans, looked up once for many units."""

    def __init__(self, plan: Plan) -> None:
        self._units: dict[str, Unit] = by_id(plan, "unit")
        self._plans: dict[str, tuple[ContinuityPlan, ...]] = {}
        for one in plan.plans:
            if one.unit:
                self._plans[one.unit] = (*self._plans.get(one.unit, ()), one)

    def plans_of(self, unit: Unit) -> tuple[ContinuityPlan, ...]:
        here: Unit | None = unit
        seen: set[str] = set()
        while here is not None and here.id not in seen:
            if here.id in self._plans:
                return self._plans[here.id]
            seen.add(here.id)
            here = self._units.get(here.parent) if here.parent else None
        return ()


def activity_by_plan(plan: Plan) -> Matrix:
    """Activities and the plans that protect them; a cell has the plan's kind.

    Rows of activities with a recorded decision that they need no plan stay empty.
    """
    return _matrix(
        (activity.id for activity in plan.activities),
        (one.id for one in plan.plans),
        ((id_, one.id, str(one.kind)) for one in plan.plans for id_ in one.activities),
    )


class CardHolder(Struct, frozen=True):
    """A person with a part in a crisis.

    ``holds`` and ``stands_in`` are crisis roles. ``actions`` are the scenarios in which one of
    those roles has a checklist, with the role. ``card`` is false for whoever has left: they hold
    a role, but get no card.
    """

    person: str
    holds: tuple[str, ...]
    stands_in: tuple[str, ...]
    actions: tuple[tuple[str, str], ...]
    card: bool


def card_holders(plan: Plan) -> tuple[CardHolder, ...]:
    """Everyone who holds a crisis role or stands in for one, in the plan's order of people."""
    crisis = [role for role in plan.roles if role.crisis]
    working = list(dict.fromkeys(_working(plan)))
    found = []
    for person in plan.people:
        holds = tuple(role.id for role in crisis if role.holder == person.id)
        stands_in = tuple(role.id for role in crisis if person.id in role.alternates)
        if holds or stands_in:
            actions = tuple(pair for pair in working if pair[1] in (*holds, *stands_in))
            found.append(CardHolder(person.id, holds, stands_in, actions, person.left is None))
    return tuple(found)


def person_by_role(plan: Plan) -> Matrix:
    """People who get a wallet card, and crisis roles: ``holder`` or ``alternate``."""
    cards = [holder for holder in card_holders(plan) if holder.card]
    return _matrix(
        (holder.person for holder in cards),
        (role.id for role in plan.roles if role.crisis),
        (
            (holder.person, role, mark)
            for holder in cards
            for mark, roles in (("holder", holder.holds), ("alternate", holder.stands_in))
            for role in roles
        ),
    )


def _working(plan: Plan) -> Iterator[tuple[str, str]]:
    for scenario in plan.scenarios:
        for phase in scenario.phases:
            for assignment in phase.checklists:
                if assignment.role:
                    yield scenario.id, assignment.role
