"""The back of a wallet card: what its bearer does first.

For a role: safety, of the first scenario in which it has work; then what it does first in each
scenario, those where it has work from the start before the others; without such work its own
checklists, else its duties. For whoever has no role: the safety steps of each scenario. In the
plan's order, each with its first three lines, until the card is full; then longer ones, in the
same order. A list ends with its first decision, because what follows depends on the answer. What
is left out is counted: lines beside a list's title, lists, also those of further roles, below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from generator.locales import Locale
from generator.model.checklist import StepKind
from generator.model.role import Role
from generator.model.scenario import Scenario
from generator.model.text import Text
from generator.views.parts.assignments import phases_of_role, role_ids
from generator.views.parts.index import Index
from generator.views.parts.steps import StepGroup, StepLine, step_groups
from generator.views.sheets.sheet import Reading
from generator.views.sheets.wallet_bearers import Bearer
from generator.views.sheets.wallet_room import LIST, MORE, STEP, STEP_LINES, lines, more_in_head

LEAST = 3
"""So many lines of a list stand on a card before the next list begins."""


class CardStep(Struct, frozen=True):
    """One line; ``call`` is the number that it needs."""

    text: Text
    do_not: bool
    call: str | None = None


class CardList(Struct, frozen=True):
    """The first lines of a list that has so many. Without a title it is what holds for everybody:
    safety."""

    title: Text | None
    steps: tuple[CardStep, ...]
    all: int


class FirstActions(Struct, frozen=True):
    """The lists on a card, and how many more there are on the bearer's page."""

    lists: tuple[CardList, ...]
    more: int


def first_actions(bearer: Bearer, reading: Reading, title: str) -> FirstActions:
    """What stands on the bearer's card; ``title`` is on that side too, beside its own."""
    index, words = reading.index, reading.words
    roles = tuple(one.id for one in (*bearer.held, *bearer.stands_in) if one.id in index.roles)
    less = more_in_head(words.say("sheet.wallet.first"), title, "")
    key = ("wallet", "actions", words.tag, str(less), *roles)
    found: FirstActions | None = index.made.get(key)
    if found is None:  # The same for all who have those roles.
        lists = tuple(_candidates(roles[0] if roles else None, index))
        others = {one for role in roles[1:] for one in _lists_of(role, index)}
        further = len(others - {*lists})
        found = _fitted(lists, further, _Room(words, STEP_LINES - less))
        if found.more:
            found = _fitted(lists, further, _Room(words, STEP_LINES - MORE - less))
        index.made[key] = found
    return found


def _candidates(named: str | None, index: Index) -> Iterator[CardList]:
    if named is None:
        every = (_safety(one, index, one.title) for one in index.edition.plan.scenarios)
        yield from (one for one in every if one.steps)
        return
    work = sorted(_work(index.roles[named], index), key=lambda one: one[0])
    for scenario in [one for _, one, _ in work][:1] or index.edition.plan.scenarios[:1]:
        safety = _safety(scenario, index, None)
        if safety.steps:
            yield safety
    yield from _lists_of(named, index)


def _lists_of(named: str, index: Index) -> Iterator[CardList]:
    """The lists of a role, those of its work from the start first."""
    role = index.roles[named]
    work = sorted(_work(role, index), key=lambda one: one[0])
    yield from (one for one in [one for *_, one in work] or _own(role, index) if one.steps)


def _work(role: Role, index: Index) -> Iterator[tuple[bool, Scenario, CardList]]:
    """For each scenario with work for the role: whether it begins later, and its first steps. A
    list that serves several scenarios stands under the first of them."""
    seen: set[str] = set()
    for scenario in _scenarios_of(role.id, index):
        for phase, assignments in phases_of_role(scenario, role.id):
            known = (one.checklist for one in assignments if one.checklist in index.checklists)
            first = next(known, None)
            if first and first not in seen:
                seen.add(first)
                later = phase.id != scenario.phases[0].id
                yield later, scenario, _steps(scenario.title, first, index)
            break


def _scenarios_of(role: str, index: Index) -> Sequence[Scenario]:
    """The scenarios in which a role has work, in the plan's order."""
    key = ("wallet", "scenarios")
    found: dict[str, list[Scenario]] | None = index.made.get(key)
    if found is None:  # Looked through once for all cards.
        found = index.made[key] = {}
        for scenario in index.edition.plan.scenarios:
            for id_ in role_ids(scenario):
                found.setdefault(id_, []).append(scenario)
    return found.get(role, ())


def _own(role: Role, index: Index) -> Iterator[CardList]:
    lists = [one for one in index.edition.plan.checklists if role.id in one.roles]
    for checklist in lists:
        yield _steps(checklist.title, checklist.id, index)
    if not lists:
        duties = tuple(CardStep(duty, False) for duty in role.duties)
        yield CardList(role.title, duties, len(duties))


def _safety(scenario: Scenario, index: Index, title: Text | None) -> CardList:
    scope = f"scenario/{scenario.id}/safety"
    return _list(title, step_groups(scenario.safety, index, scope, "safety-"))


def _steps(title: Text, id_: str, index: Index) -> CardList:
    steps = index.checklists[id_].steps
    return _list(title, step_groups(steps, index, f"checklist/{id_}", f"{id_}--"))


def _list(title: Text | None, groups: Iterable[StepGroup]) -> CardList:
    every = [line for group in groups for line in group.lines]
    found: list[CardStep] = []
    for line in every:
        found.append(CardStep(line.text, line.kind is StepKind.DO_NOT, _number(line)))
        if line.kind is StepKind.DECIDE:
            break
    return CardList(title, tuple(found), len(every))


def _number(line: StepLine) -> str | None:
    number = line.call.number.shown if line.call and line.call.number else None
    return None if number and number in line.text.words else number


@dataclass(slots=True)
class _Room:
    """The lines that are left, and the words that are set beside those of the plan."""

    words: Locale
    left: float

    def takes(self, needed: float) -> bool:
        if needed > self.left:
            return False
        self.left -= needed
        return True

    def of(self, step: CardStep) -> int:
        before = f"{self.words.say('step.do_not')} " if step.do_not else ""
        after = f" {step.call}" if step.call else ""
        return lines(f"{before}{step.text.words}{after}", STEP)

    def of_title(self, one: CardList) -> float:
        """With how many of its lines stand there, if not all may."""
        cut = len(one.steps[:LEAST]) < one.all
        count = self.words.say("sheet.wallet.of", n=one.all, all=one.all) if cut else ""
        return LIST + lines(f"{one.title or ''} {count}", STEP)


def _fitted(found: Sequence[CardList], others: int, room: _Room) -> FirstActions:
    counts: list[int] = []
    for one in found:
        title = room.of_title(one)
        first = room.of(one.steps[0])
        if counts and room.left < title + first:
            break
        room.left -= title
        counts.append(_taken(one.steps[:LEAST], 0, room) or 1)
    for place, one in enumerate(found[: len(counts)]):
        counts[place] += _taken(one.steps, counts[place], room)
    chosen = zip(found, counts, strict=False)
    taken = tuple(CardList(one.title, one.steps[:count], one.all) for one, count in chosen)
    return FirstActions(taken, len(found) - len(taken) + others)


def _taken(steps: Sequence[CardStep], start: int, room: _Room) -> int:
    """How many further steps there is room for."""
    count = start
    while count < len(steps) and room.takes(room.of(steps[count])):
        count += 1
    return count - start
