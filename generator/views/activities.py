"""Activities: what must be back when, how it goes on meanwhile, what it needs; and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.derive.dependencies import Node
from generator.editions import Edition
from generator.locales import Locale
from generator.model.activity import Activity, Impact, Need, NoPlan
from generator.model.duration import Duration
from generator.model.text import Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.activity_book import Book, book_of
from generator.views.parts.activity_list import list_page
from generator.views.parts.dependency import NeedLine, Thing
from generator.views.parts.drawing import Drawing
from generator.views.parts.index import Index
from generator.views.parts.search import keywords, plain

RECOVERY = Address("recovery")


class ImpactLine(Struct, frozen=True):
    """How bad it is after some time: the ``rank``-th of ``of`` steps of the plan's scale."""

    after: Duration
    value: int
    rank: int
    of: int
    title: Text | None
    why: Text | None


class NeedAt(Struct, frozen=True):
    """What it needs from some time on."""

    after: Duration
    people: int | None
    desks: int | None
    systems: tuple[Link, ...]
    other: Text | None


class ActivityView(Struct, frozen=True):
    """One activity, in the order in which a head of unit needs it on the day."""

    summary: Text | None
    unit: Link | None
    critical: bool
    workaround: Text | None
    mbco: Text | None
    plans: tuple[Link, ...]
    scenarios: tuple[Link, ...]
    needs_no_plan: NoPlan | None
    decided_by: Link | None
    needs: tuple[NeedAt, ...]
    dependencies: tuple[NeedLine, ...]
    drawing: Drawing | None
    dependents: tuple[Thing, ...]
    mtpd: Duration | None
    rto: Duration | None
    rpo: Duration | None
    priority: int | None
    place: int
    owner: Link | None
    products: tuple[Link, ...]
    busy: tuple[Text, ...]
    impacts: tuple[ImpactLine, ...]

    @property
    def recovery(self) -> Address:
        """The page of the recovery order."""
        return RECOVERY


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of activities, products and customers, and a page for each activity."""
    plan = edition.plan
    if not plan.activities and not plan.products and not plan.customers:
        return
    book = book_of(Index(edition))
    yield list_page(book, words)
    for activity in plan.activities:
        yield _page(activity, book, words)


def _page(activity: Activity, book: Book, words: Locale) -> Page:
    view = _view(activity, book)
    return Page(
        Address("activities", activity.id),
        activity.name,
        "activity",
        view,
        headings=tuple(_headings(view, words)),
        entries=(
            Entry(
                activity.name.words,
                plain(activity.summary, activity.workaround, activity.mbco),
                keywords=keywords(activity.keywords),
            ),
        ),
        aliases=activity.aliases,
        summary=plain(activity.summary),
    )


def _view(activity: Activity, book: Book) -> ActivityView:
    index, node = book.index, Node("activity", activity.id)
    decided = activity.needs_no_plan
    return ActivityView(
        activity.summary,
        index.link("unit", activity.unit),
        activity.critical,
        activity.workaround,
        activity.mbco,
        book.plans.get(activity.id, ()),
        book.scenarios.get(activity.id, ()),
        decided,
        index.owner(decided.by) if decided else None,
        tuple(_need(need, index) for need in sorted(activity.needs, key=_after)),
        book.deps.needs(node),
        book.deps.drawing((node,))[0],
        tuple(one for one in book.deps.dependents(node) if one.kind != "product"),
        activity.mtpd,
        activity.rto,
        activity.rpo,
        activity.priority,
        book.places[activity.id],
        index.owner(activity.owner),
        index.links("product", activity.products),
        activity.busy,
        tuple(_impacts(activity, index.edition)),
    )


def _after(one: Need | Impact) -> Duration:
    return one.after


def _need(need: Need, index: Index) -> NeedAt:
    systems = index.links("system", need.systems)
    return NeedAt(need.after, need.people, need.desks, systems, need.other)


def _impacts(activity: Activity, edition: Edition) -> Iterator[ImpactLine]:
    programme = edition.plan.programme
    scale = sorted(programme.impact, key=lambda step: step.value) if programme else []
    for one in sorted(activity.impacts, key=_after):
        rank = sum(1 for step in scale if step.value <= one.impact)
        title = next((step.title for step in scale if step.value == one.impact), None)
        yield ImpactLine(one.after, one.impact, rank, len(scale), title, one.why)


def _headings(view: ActivityView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("workaround", "workaround", True),
        ("plans", "plans", view.plans or view.scenarios or view.needs_no_plan),
        ("needs", "needs", view.needs),
        ("dependencies", "depends_on", view.dependencies),
        ("dependents", "dependents", view.dependents),
        ("figures", "figures", True),
        ("impact", "impact", view.impacts),
    )
    for id_, key, there in sections:
        if there:
            yield Heading(id_, words.say(f"activities.{key}"))
