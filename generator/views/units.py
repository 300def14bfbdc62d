"""Units: what each does, its plan with the three answers, and what it must keep going."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.activity import Activity
from generator.model.continuity_plan import ContinuityPlan
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.model.unit import Unit
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.answers import AnswerLines, answers, review_due
from generator.views.parts.due import Due
from generator.views.parts.index import Index
from generator.views.parts.search import plain
from generator.views.parts.sections import sections


class OwnPlan(Struct, frozen=True):
    """A plan of the unit. ``prefix`` keeps the anchors of several plans apart."""

    link: Link
    kind: str
    prefix: str
    review: Due
    answers: tuple[AnswerLines, ...]


class Work(Struct, frozen=True):
    """An activity of the unit."""

    link: Link
    critical: bool
    rto: Duration | None
    mbco: Text | None
    needs_no_plan: Text | None


class Row(Struct, frozen=True):
    """One unit in the list."""

    link: Link
    purpose: Text | None
    head: Link | None
    plans: tuple[OwnPlan, ...]
    activities: int


class UnitView(Struct, frozen=True):
    """Everything about one unit."""

    row: Row
    contacts: Link
    parent: Link | None
    parts: tuple[Link, ...]
    plans: tuple[OwnPlan, ...]
    activities: tuple[Work, ...]
    resources: tuple[Link, ...]
    exercises: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of units and a page for each, once units have plans or activities."""
    plan = edition.plan
    if not plan.units or not (plan.plans or plan.activities):
        return
    index = Index(edition)
    title = words.say("kind.units")
    rows = tuple(_row(unit, index) for unit in plan.units)
    yield Page(Address("units"), Name.of(title), "units", rows, entries=(Entry(title),))
    for unit, row in zip(plan.units, rows, strict=True):
        yield _page(unit, row, index, words)


def _row(unit: Unit, index: Index) -> Row:
    return Row(
        _link(unit),
        unit.purpose,
        index.link("person", unit.head),
        tuple(_own(plan, number, index) for number, plan in enumerate(_plans(unit, index))),
        sum(activity.unit == unit.id for activity in index.edition.plan.activities),
    )


def _link(unit: Unit) -> Link:
    return Link(Address("units", unit.id), unit.name)


def _plans(unit: Unit, index: Index) -> Iterator[ContinuityPlan]:
    return (plan for plan in index.edition.plan.plans if plan.unit == unit.id)


def _own(plan: ContinuityPlan, number: int, index: Index) -> OwnPlan:
    return OwnPlan(
        Link(Address("plans", plan.id), plan.title),
        plan.kind.value,
        f"{plan.id}-" if number else "",
        review_due(plan, index),
        answers(plan, index),
    )


def _page(unit: Unit, row: Row, index: Index, words: Locale) -> Page:
    plan = index.edition.plan
    own = tuple(_plans(unit, index))
    ids = {one.id for one in own}
    view = UnitView(
        row,
        Link(Address("contacts", unit.id), unit.name),
        next((_link(other) for other in plan.units if other.id == unit.parent), None),
        tuple(_link(other) for other in plan.units if other.parent == unit.id),
        row.plans,
        tuple(_work(one) for one in plan.activities if one.unit == unit.id),
        index.links("resource", tuple(dict.fromkeys(r for one in own for r in one.resources))),
        index.links("exercise", tuple(e.id for e in plan.exercises if ids & set(e.plans))),
    )
    return Page(
        Address("units", unit.id),
        unit.name,
        "unit",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(unit.name.words, _searched(view)),),
        aliases=unit.aliases,
        summary=plain(unit.purpose),
    )


def _work(activity: Activity) -> Work:
    return Work(
        Link(Address("activities", activity.id), activity.name),
        activity.critical,
        activity.rto,
        activity.mbco,
        activity.needs_no_plan.reason if activity.needs_no_plan else None,
    )


def _searched(view: UnitView) -> str:
    said = (one.text for own in view.plans for one in own.answers)
    plans = (own.link.text for own in view.plans)
    activities = (one.link.text for one in view.activities)
    return plain(view.row.purpose, *plans, *activities, *said)


def _headings(view: UnitView, words: Locale) -> Iterator[Heading]:
    for own in view.plans:
        yield Heading(f"plan-{own.link.address.id}", own.link.text.words)
    yield from sections(view, ("activities", "resources", "exercises"), "unit", words)
