"""The days of a programme: reviews, exercises, milestones, and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.derive.standing import standing
from generator.derive.standing_dates import whole_review_due
from generator.editions import Edition
from generator.exchange.icalendar import Event
from generator.locales import Locale
from generator.model.action import Action, Observation
from generator.model.exercise import Held
from generator.model.plan import Plan
from generator.model.risk import Measure
from generator.model.text import Text

_SOON = 14
"""A diary reminds of a day this many days before it."""


def events(edition: Edition, words: Locale) -> Iterator[Event]:
    """Every day that this reader's plan names, as events of a calendar.

    What was held stands on the day it was held; of actions, measures and milestones only those
    that are still open. Where no day is named for the next review or exercise of a plan, it
    follows from the last one and the programme's rhythm.
    """
    return (event for event in _Agenda(edition.plan, edition.as_of, words).events())


class _Agenda:
    def __init__(self, plan: Plan, as_of: date, words: Locale) -> None:
        self._plan = plan
        self._as_of = as_of
        self._words = words
        self._names = {thing.id: thing.title.words for thing in plan.roles}
        self._names |= {thing.id: thing.name for thing in plan.people}

    def events(self) -> Iterator[Event]:
        plan = self._plan
        yield from self._reviews()
        held: tuple[tuple[str, tuple[Held, ...]], ...] = (
            ("exercise", plan.exercises),
            ("review", plan.reviews),
            ("assessment", plan.assessments),
            ("campaign", plan.campaigns),
        )
        for kind, things in held:
            for thing in things:
                yield from self._held(kind, thing)
                yield from self._actions(f"{kind}.{thing.id}", getattr(thing, "findings", ()))
        for activation in plan.activations:
            yield from self._actions(f"activation.{activation.id}", activation.findings)
        yield from self._due()

    def _reviews(self) -> Iterator[Event]:
        header = self._plan.plan
        due = whole_review_due(self._plan, self._as_of)
        yield from self._review("plan", header.title, due, header.owner)
        stands = standing(self._plan, self._as_of).plans
        for plan, stand in zip(self._plan.plans, stands, strict=True):
            uid = f"plan.{plan.id}"
            yield from self._review(uid, plan.title, stand.review_due, plan.owner)
            if stand.exercise_due:
                title = f"{plan.title} – {self._words.say('status.kind.plan-exercise')}"
                day = stand.exercise_due
                yield self._event(f"{uid}.exercise-by", day, title, plan.owner, remind=True)

    def _review(
        self, uid: str, title: Text, day: date | None, owner: str | None
    ) -> Iterator[Event]:
        if day is not None:
            by = self._words.say("start.review_by", date=self._words.date(day))
            yield self._event(f"{uid}.review-by", day, f"{title} – {by}", owner, remind=True)

    def _held(self, kind: str, thing: Held) -> Iterator[Event]:
        day = thing.held or thing.planned
        if day is None:
            return
        said = [thing.summary.words] if thing.summary else []
        said += [f"• {goal}" for goal in getattr(thing, "objectives", ())]
        coming = thing.held is None
        yield self._event(
            f"{kind}.{thing.id}", day, thing.title.words, thing.owner, said, remind=coming
        )

    def _due(self) -> Iterator[Event]:
        plan = self._plan
        for measure in plan.measures:
            yield from self._action(f"measure.{measure.id}", measure)
        for step in plan.programme.roadmap if plan.programme else ():
            if step.done is None:
                uid = f"milestone.{step.id}"
                yield self._event(uid, step.due, step.title.words, step.owner, remind=True)
        for resource in plan.resources:
            for item in resource.items:
                if item.expires:
                    uid = f"resource.{resource.id}.{item.id}"
                    title = f"{resource.title}: {item.title}"
                    yield self._event(uid, item.expires, title, resource.owner, remind=True)

    def _actions(self, uid: str, findings: Iterable[Observation]) -> Iterator[Event]:
        for finding in findings:
            for action in finding.actions:
                yield from self._action(f"{uid}.{finding.id}.{action.id}", action, finding.text)

    def _action(
        self, uid: str, action: Action | Measure, why: Text | None = None
    ) -> Iterator[Event]:
        if action.due is not None and action.done is None:
            said = [text.words for text in (why, action.note) if text]
            yield self._event(uid, action.due, action.title.words, action.owner, said, remind=True)

    def _event(
        self,
        uid: str,
        day: date,
        summary: str,
        owner: str | None,
        said: Iterable[str] = (),
        *,
        remind: bool = False,
    ) -> Event:
        header = self._plan.plan
        whose = [self._names[owner]] if owner in self._names else []
        return Event(
            f"{uid}@{header.id}",
            day,
            summary,
            "\n".join([*whose, *said]),
            (header.organisation.words,),
            remind=_SOON if remind else 0,
        )
