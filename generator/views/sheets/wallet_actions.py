"""The back of a wallet card: what its bearer does first.

For a role: safety, of the first scenario in which it has work; then what it does first in each
scenario, those where it has work from the start before the others; without such work its own
checklists, else its duties. For whoever has no role: the safety steps of each scenario. In the
plan's order, each with its first three lines, until the card is full; then longer ones, in the
same order. A list ends with its first decision, because what follows depends on the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from generator.model.checklist import StepKind
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.model.text import Name, Text
from generator.views.parts.assignments import phases_of_role
from generator.views.parts.index import Index
from generator.views.parts.steps import StepGroup, StepLine, step_groups
from generator.views.sheets.wallet_bearers import Bearer
from generator.views.sheets.wallet_room import LIST, MORE, STEP, STEP_LINES, lines

LEAST = 3
"""So many lines of a list stand on a card before the next list begins."""


class CardStep(Struct, frozen=True):
    """One line; ``call`` is the number that it needs."""

    text: Text
    do_not: bool
    call: str | None = None


class CardList(Struct, frozen=True):
    """The first lines of a list. Without a title it is what holds for everybody: safety."""

    title: Text | None
    steps: tuple[CardStep, ...]


class FirstActions(Struct, frozen=True):
    """The lists on a card, and how many more there are on the bearer's page."""

    lists: tuple[CardList, ...]
    more: int


def first_actions(bearer: Bearer, index: Index, not_words: str) -> FirstActions:
    """What stands on the bearer's card; ``not_words`` go before what must not be done."""
    roles = (one.id for one in (*bearer.held, *bearer.stands_in) if one.id in index.roles)
    role = next(roles, None)
    key = ("wallet", "actions", role or "", not_words)
    found: FirstActions | None = index.made.get(key)
    if found is None:  # The same for all who hold that role.
        lists = tuple(one for one in _candidates(role, index) if one.steps)
        found = index.made[key] = _fitted(lists, _Room(not_words, STEP_LINES - MORE))
    return found


def _candidates(named: str | None, index: Index) -> Iterator[CardList]:
    if named is None:
        for scenario in index.edition.plan.scenarios:
            yield CardList(scenario.title, _safety(scenario, index))
        return
    role = index.roles[named]
    work = sorted(_work(role, index), key=lambda one: one[0])
    for scenario in [one for _, one, _ in work][:1] or index.edition.plan.scenarios[:1]:
        yield CardList(None, _safety(scenario, index)[:LEAST])
    yield from [one for *_, one in work] or _own(role, index)


def _work(role: Role, index: Index) -> Iterator[tuple[bool, Scenario, CardList]]:
    """For each scenario with work for the role: whether it begins later, and its first steps. A
    list that serves several scenarios stands under the first of them."""
    seen: set[str] = set()
    for scenario in index.edition.plan.scenarios:
        for phase, assignments in phases_of_role(scenario, role.id):
            known = (one.checklist for one in assignments if one.checklist in index.checklists)
            first = next(known, None)
            if first and first not in seen:
                seen.add(first)
                later = phase.id != scenario.phases[0].id
                yield later, scenario, CardList(scenario.title, _steps(first, index))
            break


def _own(role: Role, index: Index) -> Iterator[CardList]:
    lists = [one for one in index.edition.plan.checklists if role.id in one.roles]
    for checklist in lists:
        yield CardList(checklist.title, _steps(checklist.id, index))
    if not lists:
        yield CardList(role.title, tuple(CardStep(duty, False) for duty in role.duties))


def _safety(scenario: Scenario, index: Index) -> tuple[CardStep, ...]:
    scope = f"scenario/{scenario.id}/safety"
    return _lines(step_groups(scenario.safety, index, scope, "safety-"))


def _steps(id_: str, index: Index) -> tuple[CardStep, ...]:
    steps = index.checklists[id_].steps
    return _lines(step_groups(steps, index, f"checklist/{id_}", f"{id_}--"))


def _lines(groups: Iterable[StepGroup]) -> tuple[CardStep, ...]:
    found: list[CardStep] = []
    for line in (line for group in groups for line in group.lines):
        found.append(CardStep(line.text, line.kind is StepKind.DO_NOT, _number(line)))
        if line.kind is StepKind.DECIDE:
            break
    return tuple(found)


def _number(line: StepLine) -> str | None:
    number = line.call.number.shown if line.call and line.call.number else None
    return None if number and number in line.text.words else number


@dataclass(slots=True)
class _Room:
    """The lines that are left."""

    not_words: str
    left: float

    def takes(self, needed: float) -> bool:
        if needed > self.left:
            return False
        self.left -= needed
        return True

    def of(self, step: CardStep) -> int:
        before = f"{self.not_words} " if step.do_not else ""
        after = f" {step.call}" if step.call else ""
        return lines(f"{before}{step.text.words}{after}", STEP)


def _fitted(found: Sequence[CardList], room: _Room) -> FirstActions:
    counts: list[int] = []
    for one in found:
        title = LIST + lines((one.title or Name.of("")).words, STEP)
        first = room.of(one.steps[0])
        if counts and room.left < title + first:
            break
        room.left -= title
        counts.append(_taken(one.steps[:LEAST], 0, room) or 1)
    for place, one in enumerate(found[: len(counts)]):
        counts[place] += _taken(one.steps, counts[place], room)
    chosen = zip(found, counts, strict=False)
    taken = tuple(CardList(one.title, one.steps[:count]) for one, count in chosen)
    return FirstActions(taken, len(found) - len(taken))


def _taken(steps: Sequence[CardStep], start: int, room: _Room) -> int:
    """How many further steps there is room for."""
    count = start
    while count < len(steps) and room.takes(room.of(steps[count])):
        count += 1
    return count - start
