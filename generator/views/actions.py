"""What is still to do: actions, measures and milestones by owner, what is late first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.action import Observation
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.due import Due, State, due
from generator.views.parts.findings import action_line
from generator.views.parts.index import Index
from generator.views.parts.search import plain

NOBODY = "nobody"
"""The anchor of what has no owner."""


class Task(Struct, frozen=True):
    """Something to do; ``kind`` is a key in the locale, ``source`` the page where it comes from."""

    kind: str
    title: Text
    owner: Link | None
    due: Due
    note: Text | None
    source: Link | None


class Owner(Struct, frozen=True):
    """The open tasks of an owner, the most urgent first; ``id`` is an anchor."""

    id: str
    link: Link | None
    tasks: tuple[Task, ...]


class ActionsView(Struct, frozen=True):
    """All tasks."""

    open: int
    overdue: int
    owners: tuple[Owner, ...]
    done: tuple[Task, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, if there is anything to do or done."""
    tasks = tuple(_tasks(Index(edition)))
    if not tasks:
        return
    view = _view(tasks)
    title = words.say("kind.actions")
    yield Page(
        Address("actions"),
        Name.of(title),
        "actions",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(title), *(_entry(owner, words) for owner in view.owners)),
    )


def _view(tasks: tuple[Task, ...]) -> ActionsView:
    left = [task for task in tasks if task.due.state is not State.DONE]
    by_owner: dict[Link | None, list[Task]] = {}
    for task in sorted(left, key=lambda task: task.due.order):
        by_owner.setdefault(task.owner, []).append(task)
    done = (task for task in tasks if task.due.state is State.DONE)
    return ActionsView(
        len(left),
        sum(task.due.late for task in left),
        tuple(Owner(_anchor(link), link, tuple(own)) for link, own in by_owner.items()),
        tuple(sorted(done, key=lambda task: task.due.order, reverse=True)),
    )


def _anchor(owner: Link | None) -> str:
    if owner is None:
        return NOBODY
    return f"{owner.address.kind}-{owner.anchor or owner.address.id}"


def _tasks(index: Index) -> Iterator[Task]:
    plan = index.edition.plan
    as_of = index.edition.as_of
    for exercise in plan.exercises:
        yield from _of(exercise.findings, index.link("exercise", exercise.id), index)
    for review in plan.reviews:
        yield from _of(review.findings, index.link("review", review.id), index)
    for assessment in plan.assessments:
        yield from _of(assessment.findings, index.link("assessment", assessment.id), index)
    for activation in plan.activations:
        place = Link(Address("history"), activation.title, activation.id)
        yield from _of(activation.findings, place, index)
    for measure in plan.measures:
        state = due(measure.due, measure.done, as_of)
        owner, source = index.owner(measure.owner), index.link("measure", measure.id)
        yield Task("measure", measure.title, owner, state, measure.note, source)
    for milestone in plan.programme.roadmap if plan.programme else ():
        state = due(milestone.due, milestone.done, as_of)
        place = Link(Address("programme"), milestone.title, f"milestone-{milestone.id}")
        yield Task("milestone", milestone.title, index.owner(milestone.owner), state, None, place)


def _of(found: Iterable[Observation], source: Link | None, index: Index) -> Iterator[Task]:
    for action in chain.from_iterable(one.actions for one in found):
        line = action_line(action, index)
        yield Task("action", line.title, line.owner, line.due, line.note, source)


def _headings(view: ActionsView, words: Locale) -> Iterator[Heading]:
    for owner in view.owners:
        yield Heading(owner.id, _name(owner, words))
    if view.done:
        yield Heading("done", words.say("actions.done"))


def _name(owner: Owner, words: Locale) -> str:
    return owner.link.text.words if owner.link else words.say("actions.nobody")


def _entry(owner: Owner, words: Locale) -> Entry:
    return Entry(_name(owner, words), plain(*(task.title for task in owner.tasks)), owner.id)
