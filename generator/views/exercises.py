"""Exercises, reviews and assessments: what is next, what was held, and what it showed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.exercise import Exercise, Inject, Result
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Link, Page
from generator.views.parts.agenda import calendar_file
from generator.views.parts.findings import Finding, findings
from generator.views.parts.held import HeldLine, held_line
from generator.views.parts.index import Index
from generator.views.parts.reviews import ReviewLines, assessments, review_entry, reviews
from generator.views.parts.search import plain
from generator.views.parts.sections import sections

LIST_SECTIONS = ("planned", "held", "reviews", "assessments")
SECTIONS = ("objectives", "results", "findings", "script")
PARTICIPANTS = ("role", "person", "unit", "supplier", "customer")


class Row(Struct, frozen=True):
    """One exercise in the list."""

    line: HeldLine
    type: str


class ExercisesView(Struct, frozen=True):
    """What comes, the next first, and what was held, the latest first; the calendar's file."""

    planned: tuple[Row, ...]
    held: tuple[Row, ...]
    reviews: tuple[ReviewLines, ...]
    assessments: tuple[ReviewLines, ...]
    calendar: str


class InjectLine(Struct, frozen=True):
    """One line of the script."""

    at: Duration
    to: Link | None
    text: Text
    expected: Text | None


class Reached(Struct, frozen=True):
    """A result against the activity's RTO; ``over`` is by how much it was missed."""

    activity: Link
    reached: Duration
    rto: Duration | None
    over: Duration | None


class ExerciseView(Struct, frozen=True):
    """Everything about one exercise."""

    line: HeldLine
    type: str
    planned: date | None
    held: date | None
    participants: tuple[Link, ...]
    cost: Text | None
    customer_impact: Text | None
    objectives: tuple[Text, ...]
    scenarios: tuple[Link, ...]
    plans: tuple[Link, ...]
    call_trees: tuple[Link, ...]
    script: tuple[InjectLine, ...]
    results: tuple[Reached, ...]
    findings: tuple[Finding, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of all of them, and a page for each exercise."""
    plan = edition.plan
    if not (plan.exercises or plan.reviews or plan.assessments):
        return
    index = Index(edition)
    yield _index(index, words)
    for exercise in plan.exercises:
        yield _page(exercise, index, words)


def _index(index: Index, words: Locale) -> Page:
    plan = index.edition.plan
    rows = tuple(_row(exercise, index) for exercise in plan.exercises)
    done = {one.id for one in plan.exercises if one.held}
    view = ExercisesView(
        tuple(sorted((r for r in rows if r.line.link.address.id not in done), key=_by_day)),
        tuple(sorted((r for r in rows if r.line.link.address.id in done), key=_latest)),
        reviews(index),
        assessments(index, words),
        calendar_file(index.edition),
    )
    title = words.say("kind.exercises")
    return Page(
        Address("exercises"),
        Name.of(title),
        "exercises",
        view,
        headings=tuple(sections(view, LIST_SECTIONS, "exercises", words)),
        entries=(Entry(title), *map(review_entry, (*view.reviews, *view.assessments))),
    )


def _by_day(row: Row) -> date:
    return row.line.due.day or date.max


def _latest(row: Row) -> int:
    return -(row.line.due.day or date.min).toordinal()


def _row(exercise: Exercise, index: Index) -> Row:
    link = Link(Address("exercises", exercise.id), exercise.title)
    return Row(held_line(exercise, link, index), exercise.type.value)


def _page(exercise: Exercise, index: Index, words: Locale) -> Page:
    address = Address("exercises", exercise.id)
    script = sorted(exercise.script, key=lambda inject: inject.at)
    results = (_reached(result, index) for result in exercise.results)
    view = ExerciseView(
        held_line(exercise, Link(address, exercise.title), index),
        exercise.type.value,
        exercise.planned,
        exercise.held,
        index.any_links(PARTICIPANTS, exercise.participants),
        exercise.cost,
        exercise.customer_impact,
        exercise.objectives,
        index.links("scenario", exercise.scenarios),
        index.links("plan", exercise.plans),
        index.links("call-tree", exercise.call_trees),
        tuple(_inject(inject, index) for inject in script),
        tuple(one for one in results if one),
        findings(exercise.findings, index, "finding"),
    )
    return Page(
        address,
        exercise.title,
        "exercise",
        view,
        headings=tuple(sections(view, SECTIONS, "exercises", words)),
        entries=tuple(_entries(view, words)),
        aliases=exercise.aliases,
        summary=plain(exercise.summary),
    )


def _inject(inject: Inject, index: Index) -> InjectLine:
    return InjectLine(inject.at, index.link("role", inject.to), inject.text, inject.expected)


def _reached(result: Result, index: Index) -> Reached | None:
    link = index.link("activity", result.activity)
    if link is None:
        return None
    rto: Duration | None = index.find("activity", result.activity).rto
    late = rto is not None and result.reached > rto
    over = Duration(result.reached.seconds - rto.seconds) if rto and late else None
    return Reached(link, result.reached, rto, over)


def _entries(view: ExerciseView, words: Locale) -> Iterator[Entry]:
    names = (link.text for link in (*view.scenarios, *view.plans))
    kind = words.say(f"exercises.type.{view.type}")
    text = plain(kind, view.line.summary, *view.objectives, *names)
    yield Entry(view.line.link.text.words, text)
    for one in view.findings:
        actions = (action.title for action in one.actions)
        yield Entry(one.text.words, plain(*actions), one.id)
