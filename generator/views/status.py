"""How the programme stands: one figure, what is late, what comes, what covers what, by clause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.derive.requirements import applying
from generator.derive.standing import (
    ActionStanding,
    HeldState,
    PlanStanding,
    PlanState,
    WorkState,
)
from generator.derive.standing_dates import next_dates
from generator.derive.standing_figure import Share, figure
from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.agenda import calendar_file
from generator.views.parts.answers import standing_of
from generator.views.parts.clauses import StandardView, standard_view
from generator.views.parts.coverage import Table
from generator.views.parts.coverage import tables as tables_of
from generator.views.parts.evidence import place
from generator.views.parts.figures import Bar, percent
from generator.views.parts.identity import Identity, identity
from generator.views.parts.index import Index

COVERAGE = Address("status", "coverage")
NEXT = 10
"""So much of what is coming is shown, and the rest of the last day."""


class PartLine(Struct, frozen=True):
    """One part of the figure: what is demanded, how often it is met, and where it is not."""

    part: str
    met: int
    demanded: int
    bar: Bar
    missed: tuple[Link, ...]


class Late(Struct, frozen=True):
    """Something whose day has passed; ``kind`` is a key in the locale."""

    kind: str
    link: Link
    day: date | None


class Coming(Struct, frozen=True):
    """A day that is still to come."""

    day: date
    kind: str
    link: Link


class StatusView(Struct, frozen=True):
    """All that management sees first; ``percent`` is written as the language writes it."""

    identity: Identity
    as_of: date
    audience: Text
    percent: str
    bar: Bar
    met: int
    demanded: int
    parts: tuple[PartLine, ...]
    late: tuple[Late, ...]
    coming: tuple[Coming, ...]
    calendar: str
    standards: tuple[StandardView, ...]
    coverage: tuple[tuple[str, int, int], ...]
    coverage_page: Address = COVERAGE


def recorded(edition: Edition) -> bool:
    """True if there is a programme to judge."""
    plan = edition.plan
    return bool(plan.programme or plan.plans or plan.activities)


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The status and the matrices behind it."""
    if not recorded(edition):
        return
    index = Index(edition)
    tables = tuple(tables_of(index, words))
    standards = tuple(standard_view(standard, index, words) for standard in applying(edition.plan))
    yield _status(index, tables, standards, words)
    if tables:
        yield _coverage(tables, words)
    for view in standards:
        yield _standard_page(view)


def _status(
    index: Index,
    tables: tuple[Table, ...],
    standards: tuple[StandardView, ...],
    words: Locale,
) -> Page:
    edition = index.edition
    found = figure(edition.plan, standing_of(index))
    share = found.met / found.demanded if found.demanded else 0
    view = StatusView(
        identity(edition),
        edition.as_of,
        edition.audience.title.for_reader(edition.language, edition.primary),
        percent(share, words) if found.demanded else "",
        Bar(int(share * 100)),
        found.met,
        found.demanded,
        tuple(_part(part, index) for part in found.parts),
        tuple(sorted(_late(index), key=lambda late: late.day or date.min)),
        _next(tuple(_coming(index))),
        calendar_file(edition),
        standards,
        tuple((table.id, table.covered, len(table.rows)) for table in tables if not table.about),
    )
    title = words.say("kind.status")
    return Page(
        Address("status"),
        Name.of(title),
        "status",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(title),),
    )


def _headings(view: StatusView, words: Locale) -> Iterator[Heading]:
    for name in ("standards", "parts", "late", "coming", "coverage"):
        if getattr(view, name):
            yield Heading(name, words.say(f"status.{name}"))


def _standard_page(view: StandardView) -> Page:
    clauses = (Entry(f"{view.text} {one.clause}", one.words, one.id) for one in view.clauses)
    return Page(
        view.address,
        Name.of(view.text),
        "standard",
        view,
        entries=(Entry(view.text), *clauses),
    )


def _part(part: Share, index: Index) -> PartLine:
    missed = (place(demand.kind, demand.id, index) for demand in part.missed)
    return PartLine(
        part.part,
        part.met,
        len(part.demands),
        Bar(100 * part.met // len(part.demands)),
        tuple(dict.fromkeys(link for link in missed if link)),
    )


def _late(index: Index) -> Iterator[Late]:
    stands = standing_of(index)
    late: list[tuple[str, Link | None, date | None]] = []
    for plan in stands.plans:
        late += ((kind, place("plan", plan.id, index), day) for kind, day in _late_plan(plan))
    for held in stands.held:
        if held.state is HeldState.OVERDUE:
            late.append((held.kind, place(held.kind, held.id, index), held.day))
    for action in stands.actions:
        if action.state is WorkState.OVERDUE:
            late.append(("action", _action(action, index), action.action.due))
    for work in stands.work:
        if work.state is WorkState.OVERDUE:
            late.append((work.kind, place(work.kind, work.id, index), work.due))
    yield from (Late(kind, link, day) for kind, link, day in late if link)


def _late_plan(plan: PlanStanding) -> Iterator[tuple[str, date | None]]:
    if plan.state is PlanState.NEVER:
        yield "plan-approval", None
    elif plan.state is PlanState.OVERDUE:
        yield "plan-review", plan.review_due
    if plan.exercise_overdue:
        yield "plan-exercise", plan.exercise_due


def _action(one: ActionStanding, index: Index) -> Link | None:
    """An action, named by its title, where it comes from."""
    source = place(one.kind, one.id, index)
    return Link(source.address, one.action.title, source.anchor) if source else None


def _next(found: tuple[Coming, ...]) -> tuple[Coming, ...]:
    last = found[NEXT - 1].day if len(found) > NEXT else date.max
    return tuple(one for one in found if one.day <= last)


def _coming(index: Index) -> Iterator[Coming]:
    stands = standing_of(index)
    actions = {one.path: one for one in stands.actions}
    kinds = {"plan-review": "plan", "plan-exercise": "plan", "item": "resource"}
    for one in next_dates(index.edition.plan, stands):
        link: Link | None
        if one.kind == "edition":
            link = Link(Address(""), index.edition.plan.plan.title)
        elif one.kind == "action":
            link = _action(actions[one.path], index)
        else:
            link = place(kinds.get(one.kind, one.kind), one.id, index)
        if link:
            yield Coming(one.day, one.kind, link)


def _coverage(tables: tuple[Table, ...], words: Locale) -> Page:
    title = words.say("status.coverage")
    return Page(
        COVERAGE,
        Name.of(title),
        "coverage",
        tables,
        headings=tuple(Heading(t.id, table_title(t, words)) for t in tables),
        entries=(Entry(title), *(Entry(table_title(t, words), "", t.id) for t in tables)),
    )


def table_title(table: Table, words: Locale) -> str:
    """What a matrix is called, with what it is of."""
    title = words.say(f"status.matrix.{table.name}")
    return f"{title}: {table.about}" if table.about else title
