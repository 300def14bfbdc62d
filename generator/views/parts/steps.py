"""Steps as pages show them: one line each, with what it needs ready to tap."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.locales import Locale
from generator.model.checklist import Step, StepKind
from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.page import Entry, Link
from generator.views.parts.contact import ContactLine, contact_lines, emergency_lines
from generator.views.parts.index import Index
from generator.views.parts.people import role_card


class BranchLine(Struct, frozen=True):
    """One answer of a decision; ``anchor`` leads to a step here, ``link`` to another checklist."""

    answer: Text
    anchor: str = ""
    step: Text | None = None
    link: Link | None = None


class CallLine(Struct, frozen=True):
    """Whom a step calls: a name and, if there is one, the number to tap."""

    link: Link | None
    text: Text
    number: ContactLine | None


class StepLine(Struct, frozen=True):
    """One line of a checklist. ``id`` is its anchor on the page, ``key`` its stable name in the
    whole plan, which ticks follow; ``number`` counts the lines to be ticked, from 1, and is 0
    for the others."""

    id: str
    key: str
    number: int
    kind: StepKind
    text: Text
    note: Text | None = None
    roles: tuple[Link, ...] = ()
    within: Duration | None = None
    call: CallLine | None = None
    start: Link | None = None
    send: Link | None = None
    at: Link | None = None
    place: Text | None = None
    branches: tuple[BranchLine, ...] = ()
    block: Text | None = None


class StepGroup(Struct, frozen=True):
    """The steps up to the next pause point; ``title`` and ``id`` (its anchor, may be empty) are
    those of the pause point they follow."""

    title: Text | None
    id: str
    lines: tuple[StepLine, ...]


def step_groups(
    steps: Iterable[Step], index: Index, scope: str, prefix: str = ""
) -> tuple[StepGroup, ...]:
    """Steps in their order, with blocks opened, split at pause points.

    ``scope`` is the stable name of the list that they stand in, such as ``checklist/first-aid``;
    ``prefix`` goes before each anchor, so that lists on one page don't collide. Several pages may
    show the same groups: they are made once.
    """
    key = ("steps", scope, prefix)
    found: tuple[StepGroup, ...] | None = index.made.get(key)
    if found is None:
        found = index.made[key] = _step_groups(steps, index, scope, prefix)
    return found


def _step_groups(
    steps: Iterable[Step], index: Index, scope: str, prefix: str
) -> tuple[StepGroup, ...]:
    opened = [*_opened(steps, index)]
    texts = {step.id: step.text for step, _ in opened if step.id}
    groups: list[tuple[Text | None, str, list[StepLine]]] = [(None, "", [])]
    number = 0
    for place, (step, block) in enumerate(opened):
        filled = step.filled
        if not filled:
            continue
        kind = filled[0]
        if kind is StepKind.PAUSE:
            groups.append((step.text, prefix + step.id if step.id else "", []))
            continue
        number += kind is not StepKind.DO_NOT
        line = _line(step, place, number, block, _Scope(index, scope, prefix, texts))
        groups[-1][2].append(line)
    return tuple(
        StepGroup(title, id_, tuple(lines)) for title, id_, lines in groups if title or lines
    )


def step_count(groups: Iterable[StepGroup]) -> int:
    """How many lines there are to tick."""
    return sum(1 for group in groups for line in group.lines if line.number)


def step_entries(groups: Iterable[StepGroup], words: Locale) -> tuple[Entry, ...]:
    """What search finds of steps: each of them, at its place. What must not be done says so there
    too: "use the lifts" alone would be the opposite of what the plan says."""
    return tuple(
        Entry(_found_as(line, words), line.note.words if line.note else "", line.id)
        for group in groups
        for line in group.lines
    )


def _found_as(line: StepLine, words: Locale) -> str:
    forbidden = line.kind is StepKind.DO_NOT
    return f"{words.say('step.do_not')} {line.text.words}" if forbidden else line.text.words


def _opened(steps: Iterable[Step], index: Index) -> Iterable[tuple[Step, Text | None]]:
    """Each step with the title of the block that it comes from; blocks don't nest."""
    for step in steps:
        if step.block is None:
            yield step, None
        elif step.block in index.blocks:
            block = index.blocks[step.block]
            yield from ((inner, block.title) for inner in block.steps if inner.block is None)


class _Scope(Struct, frozen=True):
    index: Index
    name: str
    prefix: str
    texts: dict[str, Text | None]


def _line(step: Step, place: int, number: int, block: Text | None, scope: _Scope) -> StepLine:
    index, kind = scope.index, step.kind
    name = step.id or f"line-{place + 1}"
    return StepLine(
        id=scope.prefix + name,
        key=f"{scope.name}/{name}",
        number=0 if kind is StepKind.DO_NOT else number,
        kind=kind,
        text=step.text or Text.of(step.id or ""),
        note=step.note,
        roles=index.links("role", step.roles),
        within=step.within,
        call=call_line(step.call, index),
        start=index.link("call-tree", step.start),
        send=index.link("message", step.send),
        at=index.link("site", step.at),
        place=step.place,
        branches=tuple(_branch(b.answer, b.go_to, scope) for b in step.branches),
        block=block,
    )


def _branch(answer: Text, go_to: str | None, scope: _Scope) -> BranchLine:
    if go_to in scope.texts:
        return BranchLine(answer, anchor=f"{scope.prefix}{go_to}", step=scope.texts[go_to])
    return BranchLine(answer, link=scope.index.link("checklist", go_to))


def call_line(target: str | None, index: Index) -> CallLine | None:
    """Whom a step calls, by the id of whatever has contacts."""
    if target is None:
        return None
    role = index.find("role", target)
    if role is not None:
        card = role_card(role, index)
        return CallLine(card.link, card.link.text, card.first)
    for kind in ("person", "unit", "site"):
        thing = index.find(kind, target)
        if thing is not None:
            return _called(index.link(kind, target), contact_lines(thing.contacts, index.edition))
    for kind in ("supplier", "authority", "customer"):
        firm = index.find(kind, target)
        if firm is not None:
            return _called(index.link(kind, target), _desk_lines(firm, index))
    numbers = index.edition.plan.plan.emergency_numbers
    for entry, line in zip(numbers, emergency_lines(index.edition), strict=True):
        if entry.id == target:
            return CallLine(None, entry.label, line)
    return None


def _desk_lines(firm: object, index: Index) -> tuple[ContactLine, ...]:
    desks = (getattr(firm, "primary", None), getattr(firm, "secondary", None))
    contacts = [contact for desk in desks if desk for contact in desk.contacts]
    return contact_lines(contacts, index.edition)


def _called(link: Link | None, lines: tuple[ContactLine, ...]) -> CallLine | None:
    if link is None:
        return None
    return CallLine(link, link.text, next((line for line in lines if line.dialled), None))
