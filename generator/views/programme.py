"""The programme: why, what, how much and who; scope, scales, responsibilities, roadmap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.programme import Programme, Responsibility, ScaleStep, ScopeItem
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.index import Index
from generator.views.parts.search import plain

ACTORS = ("role", "person", "unit", "supplier", "authority")
"""Who can have a part in the programme."""

QUESTIONS = ("why", "what", "how_much", "who")


class Answered(Struct, frozen=True):
    """One of the four questions; ``answer`` is None while it is open."""

    question: str
    answer: Text | None


class Duties(Struct, frozen=True):
    """A piece of work: who does it, answers for it, is asked about it, and is told."""

    id: str
    subject: Text
    responsible: tuple[Link, ...]
    accountable: tuple[Link, ...]
    consulted: tuple[Link, ...]
    informed: tuple[Link, ...]


class Stage(Struct, frozen=True):
    """One step of the roadmap."""

    id: str
    title: Text
    owner: Link | None
    due: date
    done: date | None


class ProgrammeView(Struct, frozen=True):
    """The programme, in the order in which it is asked about."""

    answers: tuple[Answered, ...]
    included: tuple[ScopeItem, ...]
    excluded: tuple[ScopeItem, ...]
    statement: Text | None
    accept_up_to: int | None
    likelihood: tuple[ScaleStep, ...]
    impact: tuple[ScaleStep, ...]
    programme: Programme
    duties: tuple[Duties, ...]
    stages: tuple[Stage, ...]
    review_every: Duration | None
    exercise_every: Duration | None

    @property
    def has_appetite(self) -> bool:
        """True if the risk appetite is stated."""
        return bool(self.statement) or self.accept_up_to is not None

    @property
    def has_cycle(self) -> bool:
        """True if it is stated when plans are reviewed or exercised."""
        return bool(self.review_every or self.exercise_every or self.programme.review_triggers)


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The one page of the programme."""
    programme = edition.plan.programme
    if programme is None:
        return
    view = _view(programme, Index(edition))
    title = words.say("kind.programme")
    headings = tuple(_headings(view, words))
    yield Page(
        Address("programme"),
        Name.of(title),
        "programme",
        view,
        headings=headings,
        entries=(Entry(title, _searched(view)), *_entries(view, headings)),
        summary=plain(programme.why),
    )


def _view(programme: Programme, index: Index) -> ProgrammeView:
    scope = programme.scope
    return ProgrammeView(
        tuple(Answered(question, getattr(programme, question)) for question in QUESTIONS),
        tuple(item for item in scope if item.included),
        tuple(item for item in scope if not item.included),
        programme.appetite.statement,
        programme.appetite.accept_up_to,
        tuple(sorted(programme.likelihood, key=_value)),
        tuple(sorted(programme.impact, key=_value)),
        programme,
        tuple(_duties(one, index) for one in programme.responsibilities),
        tuple(
            Stage(m.id, m.title, index.owner(m.owner), m.due, m.done)
            for m in sorted(programme.roadmap, key=lambda milestone: milestone.due)
        ),
        programme.review_every,
        programme.exercise_every,
    )


def _value(step: ScaleStep) -> int:
    return step.value


def _duties(one: Responsibility, index: Index) -> Duties:
    def links(ids: tuple[str, ...]) -> tuple[Link, ...]:
        return index.any_links(ACTORS, ids)

    return Duties(
        one.id,
        one.subject,
        links(one.responsible),
        links((one.accountable,) if one.accountable else ()),
        links(one.consulted),
        links(one.informed),
    )


def _headings(view: ProgrammeView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("questions", True),
        ("scope", view.included or view.excluded),
        ("appetite", view.has_appetite),
        ("scales", view.likelihood or view.impact),
        ("stakeholders", view.programme.stakeholders),
        ("responsibilities", view.duties),
        ("roadmap", view.stages),
        ("cycle", view.has_cycle),
    )
    for id_, there in sections:
        if there:
            yield Heading(id_, words.say(f"programme.{id_}"))


def _searched(view: ProgrammeView) -> str:
    return plain(*(one.answer for one in view.answers))


def _entries(view: ProgrammeView, headings: tuple[Heading, ...]) -> Iterator[Entry]:
    texts: dict[str, list[Text | None]] = {
        "scope": [t for item in (*view.included, *view.excluded) for t in _scope(item)],
        "appetite": [view.statement],
        "stakeholders": [
            t for one in view.programme.stakeholders for t in (one.name, one.interest)
        ],
        "responsibilities": [one.subject for one in view.duties],
        "roadmap": [stage.title for stage in view.stages],
        "cycle": list(view.programme.review_triggers),
    }
    for heading in headings:
        if heading.id in texts:
            yield Entry(heading.words, plain(*texts[heading.id]), heading.id)


def _scope(item: ScopeItem) -> tuple[Text | None, ...]:
    return item.subject, item.reason
