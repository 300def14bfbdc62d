"""Plans of the four kinds: what each is for, how it works, and whether it is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from generator.derive.plan_time import plan_time
from generator.editions import Edition
from generator.locales import Locale
from generator.model.activity import Activity
from generator.model.continuity_plan import ContinuityPlan, PlanKind
from generator.model.duration import Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.answers import AnswerLines, answers, review_due
from generator.views.parts.due import Due
from generator.views.parts.index import Index
from generator.views.parts.search import plain
from generator.views.parts.steps import StepGroup, step_entries, step_groups


class Row(Struct, frozen=True):
    """One plan in the list."""

    link: Link
    unit: Link | None
    owner: Link | None
    approved: date | None
    review: Due


class Group(Struct, frozen=True):
    """The plans of a kind."""

    kind: str
    rows: tuple[Row, ...]


class Protected(Struct, frozen=True):
    """An activity that a plan protects, and how soon it must be back."""

    link: Link
    rto: Duration | None
    mtpd: Duration | None


class Time(Struct, frozen=True):
    """What the lists of the first two questions take, against the shortest recovery time.

    ``meets`` is None while that can't be told; ``bound_by`` is what has the shortest RTO.
    """

    known: Duration
    unknown: int
    slowest: Link | None
    rto: Duration | None
    bound_by: Link | None
    meets: bool | None


class PlanView(Struct, frozen=True):
    """Everything about one plan (ISO 22301:2019, 8.4.4)."""

    row: Row
    kind: str
    purpose: Text | None
    scope: Text | None
    answers: tuple[AnswerLines, ...]
    strategy: Text | None
    activities: tuple[Protected, ...]
    systems: tuple[Link, ...]
    time: Time | None
    scenarios: tuple[Link, ...]
    resources: tuple[Link, ...]
    return_steps: tuple[StepGroup, ...]
    exercises: tuple[Link, ...]
    reviews: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of plans by kind, and a page for each."""
    if not edition.plan.plans:
        return
    index = Index(edition)
    title = words.say("kind.plans")
    groups = tuple(_groups(index))
    yield Page(
        Address("plans"),
        Name.of(title),
        "plans",
        groups,
        headings=tuple(Heading(g.kind, words.say(f"plans.kind.{g.kind}")) for g in groups),
        entries=(Entry(title),),
    )
    for plan in edition.plan.plans:
        yield _page(plan, index, words)


def _groups(index: Index) -> Iterator[Group]:
    for kind in PlanKind:
        plans = (plan for plan in index.edition.plan.plans if plan.kind is kind)
        rows = tuple(_row(plan, index) for plan in plans)
        if rows:
            yield Group(kind.value, rows)


def _row(plan: ContinuityPlan, index: Index) -> Row:
    unit = index.find("unit", plan.unit)
    return Row(
        Link(Address("plans", plan.id), plan.title),
        Link(Address("units", unit.id), unit.name) if unit else None,
        index.owner(plan.owner),
        plan.approved,
        review_due(plan, index),
    )


def _page(plan: ContinuityPlan, index: Index, words: Locale) -> Page:
    content = index.edition.plan
    view = PlanView(
        _row(plan, index),
        plan.kind.value,
        plan.purpose,
        plan.scope,
        answers(plan, index),
        plan.strategy,
        tuple(_protected(plan, index)),
        index.links("system", plan.systems),
        _time(plan, index),
        index.links("scenario", plan.scenarios),
        index.links("resource", plan.resources),
        step_groups(plan.return_steps, index, f"plan/{plan.id}"),
        index.links("exercise", _naming(plan, content.exercises)),
        index.links("review", _naming(plan, content.reviews)),
    )
    return Page(
        Address("plans", plan.id),
        plan.title,
        "plan",
        view,
        headings=tuple(_headings(view, words)),
        entries=tuple(_entries(plan, view, words)),
        aliases=plan.aliases,
        posted=True,
        summary=plain(plan.purpose),
    )


def _time(plan: ContinuityPlan, index: Index) -> Time | None:
    found = plan_time(plan, index.edition.plan)
    work = found.work
    if not work.total.steps:
        return None
    return Time(
        work.total.known,
        work.total.unknown,
        index.link("role", work.slowest) if len(work.by_role) > 1 else None,
        found.rto,
        index.link("activity", found.bound_by),
        found.meets,
    )


def _naming(plan: ContinuityPlan, held: Iterable[object]) -> tuple[str, ...]:
    """The ids of exercises or reviews that name a plan."""
    return tuple(one.id for one in held if plan.id in one.plans)  # type: ignore[attr-defined]


def _protected(plan: ContinuityPlan, index: Index) -> Iterator[Protected]:
    for id_ in plan.activities:
        link = index.link("activity", id_)
        activity: Activity | None = index.find("activity", id_)
        if link and activity:
            yield Protected(link, activity.rto, activity.mtpd)


def _headings(view: PlanView, words: Locale) -> Iterator[Heading]:
    for one in view.answers:
        yield Heading(one.question, words.say(f"plans.question.{one.question}"))
    for name in (
        "time",
        "strategy",
        "activities",
        "systems",
        "scenarios",
        "resources",
        "return_steps",
        "exercises",
    ):
        if getattr(view, name) or (name == "exercises" and view.reviews):
            yield Heading(name.replace("_", "-"), words.say(f"plans.{name}"))


def _entries(plan: ContinuityPlan, view: PlanView, words: Locale) -> Iterator[Entry]:
    said = (one.text for one in view.answers)
    names = (one.link.text for one in view.activities)
    unit = view.row.unit.text if view.row.unit else None
    text = plain(unit, plan.purpose, plan.scope, plan.strategy, *said, *names)
    yield Entry(plan.title.words, text)
    yield from step_entries(view.return_steps, words)
