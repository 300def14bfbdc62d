"""The two forms of an exercise: its script with what happened, and its evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.locales import Locale
from generator.model.action import Observation
from generator.model.duration import Duration
from generator.model.exercise import Exercise, Inject
from generator.model.text import Text
from generator.views.page import Link
from generator.views.sheets.form import Box, Column, Form, Row, Said, Table, cell
from generator.views.sheets.sheet import Reading

PARTICIPANTS = ("role", "person", "unit", "supplier", "customer")

Cells = tuple[tuple[Said, ...], ...]


def injects(exercise: Exercise, reading: Reading) -> Form:
    """The script, with room for what happened."""
    columns = (
        Column("at", 3),
        Column("to", 5),
        Column("inject", 8),
        Column("expected", 7),
        Column("happened", 7),
    )
    script = sorted(exercise.script, key=lambda inject: inject.at)
    rows = tuple(_inject(one, reading) for one in script)
    page: tuple[Row, ...] = (
        _when(exercise, reading),
        (_players(exercise, reading), Box("controller", "", 2)),
        Table("script", columns, rows, height=16),
    )
    return Form("injects", "", exercise.title, (page,))


def _inject(one: Inject, reading: Reading) -> Cells:
    role = reading.index.roles.get(one.to or "")
    at = reading.words.duration(one.at) if one.at.seconds else reading.words.say("sheet.form.begin")
    return cell(at), cell(role.title if role else None), cell(one.text), cell(one.expected), ()


def evaluation(exercise: Exercise | None, reading: Reading) -> Form:
    """What was reached and found, as far as the plan knows; of no exercise, all blank."""
    objectives = exercise.objectives if exercise else ()
    blank = 2 if objectives else 5
    times = tuple(_times(exercise, reading)) if exercise else ()
    found = tuple(_found(exercise.findings, reading)) if exercise else ()
    page: tuple[Row, ...] = (
        _when(exercise, reading),
        (_players(exercise, reading),),
        Table("objectives_met", _OBJECTIVES, tuple(_objectives(objectives)), blank=blank),
        Table("times", _TIMES, times, blank=1 if times else 3),
        (Box("well", "", lines=3),),
        Table("findings", _FINDINGS, found, height=12),
        (Box("evaluator", "", 3), *(Box(key, "", 2) for key in ("signature", "moment"))),
    )
    return Form("evaluation", "", exercise.title if exercise else None, (page,))


_OBJECTIVES = (
    Column("objective", 9),
    Column("met", 2, tick=True),
    Column("partly", 2, tick=True),
    Column("not_met", 2, tick=True),
    Column("remarks", 5),
)
_TIMES = (Column("activity", 6), Column("aimed_at", 3), Column("achieved", 3), Column("remarks", 5))
_FINDINGS = (Column("finding", 6), Column("follow_up", 6), Column("owner", 3), Column("due", 3))


def _objectives(objectives: Iterable[Text]) -> Iterator[Cells]:
    for one in objectives:
        yield cell(one), (), (), (), ()


def _times(exercise: Exercise, reading: Reading) -> Iterator[Cells]:
    """Those that were measured; before that, those of the plans that are tried."""
    words, reached = reading.words, {one.activity: one.reached for one in exercise.results}
    for id_ in dict.fromkeys((*reached, *_tried(exercise, reading))):
        activity = reading.index.find("activity", id_)
        if activity is None or not (activity.rto or id_ in reached):
            continue
        aimed = _within(activity.rto, words) if activity.rto else None
        achieved = _within(reached[id_], words) if id_ in reached else None
        yield cell(activity.name), cell(aimed), cell(achieved), ()


def _within(length: Duration, words: Locale) -> str:
    """A length of time where no sentence is around it: in German it takes a preposition."""
    return words.say("activities.within", time=words.duration(length))


def _tried(exercise: Exercise, reading: Reading) -> Iterator[str]:
    if exercise.results:
        return
    for id_ in exercise.plans:
        plan = reading.index.find("plan", id_)
        if plan is not None:
            yield from plan.activities


def _found(findings: Iterable[Observation], reading: Reading) -> Iterator[Cells]:
    words = reading.words
    for one in findings:
        if not one.actions:
            yield cell(one.text), cell(one.accepted), (), ()
        for number, action in enumerate(one.actions):
            owner: Link | None = reading.index.owner(action.owner)
            day = words.date(action.due) if action.due else None
            what = cell(one.text) if number == 0 else ()
            yield what, cell(action.title), cell(owner.text if owner else None), cell(day)


def _when(exercise: Exercise | None, reading: Reading) -> tuple[Box, ...]:
    if exercise is None:
        return Box("exercise", "", 3), Box("kind", "", 2), Box("day", "", 2)
    day = exercise.held or exercise.planned
    kind = reading.words.say(f"exercises.type.{exercise.type.value}")
    return (
        Box("exercise", "", 3, cell(exercise.title), 0),
        Box("kind", "", 2, cell(kind), 0),
        Box("day", "", 2, cell(reading.words.date(day) if day else None), 0 if day else 1),
    )


def _players(exercise: Exercise | None, reading: Reading) -> Box:
    if exercise is None:
        return Box("players", "", 4, lines=2)
    links = reading.index.any_links(PARTICIPANTS, exercise.participants)
    names = reading.words.listed([link.text.words for link in links])
    return Box("players", "", 4, cell(names), 0 if names else 1)
