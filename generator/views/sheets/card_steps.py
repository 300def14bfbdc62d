"""Steps as a card on paper says them: nothing to tap, so every number and place is written out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.checklist import StepKind
from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.short_code import short_code
from generator.views.parts.steps import BranchLine, CallLine, StepGroup, StepLine


class Told(Struct, frozen=True):
    """Somebody to call: the name, and the number written out; empty if there is none."""

    name: Text
    number: str = ""


class Way(Struct, frozen=True):
    """One answer of a decision: to the step ``number`` of this list (0 if it has none), or to
    ``target``, which ``code`` finds in the app. Without either it may not be shown here."""

    answer: Text
    number: int = 0
    target: Text | None = None
    code: str = ""


class CardStep(Struct, frozen=True):
    """One line to read and, unless it is a DO NOT, to tick; ``number`` is 0 for the others."""

    number: int
    kind: StepKind
    text: Text
    note: Text | None
    who: tuple[Text, ...]
    within: Duration | None
    call: Told | None
    start: Text | None
    send: Text | None
    where: tuple[Text, ...]
    ways: tuple[Way, ...]


class CardGroup(Struct, frozen=True):
    """The steps up to the next pause point; ``pause`` is the one that they follow."""

    pause: Text | None
    steps: tuple[CardStep, ...]


def card_groups(groups: Iterable[StepGroup], role: Link | None = None) -> tuple[CardGroup, ...]:
    """Groups of steps for the holder of ``role``, who isn't named again at each step."""
    known = tuple(groups)
    numbers = _numbers(known)
    return tuple(
        CardGroup(group.title, tuple(_step(line, numbers, role) for line in group.lines))
        for group in known
    )


def lines(groups: Iterable[CardGroup]) -> int:
    """How many lines of a list there are, ticked or not."""
    return sum(len(group.steps) for group in groups)


def _numbers(groups: tuple[StepGroup, ...]) -> dict[str, int]:
    """The number of each step by its anchor; a pause point has that of the step after it."""
    found: dict[str, int] = {}
    for group in groups:
        first = next((line.number for line in group.lines if line.number), 0)
        found[group.id] = first
        found.update((line.id, line.number) for line in group.lines)
    return found


def _step(line: StepLine, numbers: dict[str, int], role: Link | None) -> CardStep:
    places = (line.place, line.at.text if line.at else None)
    return CardStep(
        number=line.number,
        kind=line.kind,
        text=line.text,
        note=line.note,
        who=tuple(one.text for one in line.roles if one != role),
        within=line.within,
        call=_told(line.call),
        start=line.start.text if line.start else None,
        send=line.send.text if line.send else None,
        where=tuple(one for one in places if one),
        ways=tuple(_way(branch, numbers) for branch in line.branches),
    )


def _told(call: CallLine | None) -> Told | None:
    if call is None:
        return None
    return Told(call.text, call.number.shown if call.number else "")


def _way(branch: BranchLine, numbers: dict[str, int]) -> Way:
    if branch.link is not None:
        return Way(branch.answer, 0, branch.link.text, short_code(branch.link.address))
    return Way(branch.answer, numbers.get(branch.anchor, 0), branch.step)
