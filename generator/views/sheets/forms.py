"""Forms to fill in during a crisis and in exercises, with what the plan knows already in them.

Boxes have the numbers of the public forms of the incident command system (ICS 201, 205A, 214), so
that people who know those find their way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.resource import Resource
from generator.model.role import Role
from generator.model.site import Site
from generator.views.page import Address
from generator.views.parts.communications import communications
from generator.views.parts.contact import emergency_lines
from generator.views.parts.joined import joined
from generator.views.sheets.exercise_forms import evaluation, injects
from generator.views.sheets.form import Box, Column, Form, Row, Said, Table, cell
from generator.views.sheets.sheet import Order, Reading, Sheet

KIND = "form"

INCIDENT = Box("incident", "1", 3)
PREPARED = (Box("prepared_name", "", 3), Box("prepared_position", "", 2), Box("signature", "", 2),
            Box("moment", "", 2))  # fmt: skip

MOST_TICKS = 12
"""Things to tick in a box of a report: more push its last boxes off the page."""


def sheets(order: Order) -> Iterator[Sheet]:
    """The forms for any crisis, then those of each exercise."""
    reading = order.reading
    for id_, make in FORMS:
        yield _sheet(id_, make(reading), order)
    for exercise in reading.edition.plan.exercises:
        page = Address("exercises", exercise.id)
        about = ("exercise", exercise.id)
        if exercise.script:
            yield _sheet(f"injects-{exercise.id}", injects(exercise, reading), order, about, page)
        form = evaluation(exercise, reading)
        yield _sheet(f"evaluation-{exercise.id}", form, order, about, page)


def _sheet(
    id_: str,
    form: Form,
    order: Order,
    about: tuple[str, str] | None = None,
    page: Address | None = None,
) -> Sheet:
    words = order.reading.words
    title = words.say(f"sheet.form.{form.key}.title")
    parts = (form.name, title, form.subject.words if form.subject else "")
    named = " – ".join(part for part in parts if part)
    return Sheet(KIND, id_, named, order.language, order.audience.id, form, about, page)


def _briefing(reading: Reading) -> Form:
    head = (INCIDENT, Box("incident_number", "2", 2), Box("started", "3", 2))
    first: tuple[Row, ...] = (
        head,
        (Box("sketch", "4", lines=None, sketch=True),),
        (Box("situation", "5", lines=9),),
        (Box("prepared_name", "6", 3), *PREPARED[1:]),
    )
    actions = Table("actions", (Column("at"), Column("action", 6)), number="8")
    second: tuple[Row, ...] = (head, (Box("objectives", "7", lines=8),), actions)
    third: tuple[Row, ...] = (head, _organisation(reading), _resources(reading))
    return Form("briefing", "ICS 201", None, (first, second, third))


def _organisation(reading: Reading) -> Table:
    columns = (Column("position", 4), Column("name", 5), Column("reports_to", 4))
    roles = reading.edition.plan.roles
    rows = (_position(role, reading) for role in roles if role.crisis)
    return Table("organisation", columns, tuple(rows), "9", blank=2)


def _position(role: Role, reading: Reading) -> tuple[tuple[Said, ...], ...]:
    people, above = reading.index.people, reading.index.roles.get(role.reports_to or "")
    holder = people.get(role.holder or "")
    reports_to = cell(above.title) if above else ()
    return cell(role.title), cell(holder.name if holder else None), reports_to


def _resources(reading: Reading) -> Table:
    columns = (
        Column("resource", 6),
        Column("identifier", 4),
        Column("ordered", 2),
        Column("expected_at", 2),
        Column("arrived", 2, tick=True),
        Column("notes", 4),
    )
    rows = (_resource(one, reading) for one in reading.edition.plan.resources)
    return Table("resources", columns, tuple(rows), "10")


def _resource(one: Resource, reading: Reading) -> tuple[tuple[Said, ...], ...]:
    site = reading.index.find("site", one.site)
    return cell(one.title), cell(site and site.name, one.place), (), (), (), ()


def _communications(reading: Reading) -> Form:
    columns = (Column("position", 4), Column("name", 4), Column("ways", 7))
    lines = communications(reading.edition, reading.words)
    rows = tuple((cell(line.assignment), cell(line.name), line.ways) for line in lines)
    page: tuple[Row, ...] = (
        (INCIDENT, Box("period", "2", 4)),
        Table("communications", columns, rows, "3"),
        (Box("prepared_name", "4", 3), *PREPARED[1:]),
    )
    return Form("communications", "ICS 205A", None, (page,))


def _activity(reading: Reading) -> Form:
    present = (Column("name", 4), Column("position", 4), Column("agency", 4))
    page: tuple[Row, ...] = (
        (INCIDENT, Box("period", "2", 4)),
        (
            Box("name", "3", 3),
            Box("position", "4", 3),
            Box("agency", "5", 3, cell(reading.edition.plan.plan.organisation), 0),
        ),
        Table("assigned", present, number="6", blank=4, height=7),
        Table("log", (Column("when", 2), Column("notable", 9)), number="7"),
        (Box("prepared_name", "8", 3), *PREPARED[1:]),
    )
    return Form("activity", "ICS 214", None, (page,))


def _methane(reading: Reading) -> Form:
    plan, words = reading.edition.plan, reading.words
    sites = _choice(tuple(_place(site, reading) for site in plan.sites), reading)
    scenarios = _choice(tuple(scenario.title for scenario in plan.scenarios), reading)
    colon = words.say("sheet.colon")
    lines = emergency_lines(reading.edition)
    numbers = tuple(f"{one.label}{colon} {one.shown}" for one in lines)
    declared = (words.say("sheet.form.answer_yes"), words.say("sheet.form.answer_no"))
    page: tuple[Row, ...] = (
        (Box("reported_by", "", 3), Box("reported_to", "", 3), Box("moment", "", 2)),
        (Box("major", "M", 2, declared, 0, ticks=True), Box("declared_by", "", 4)),
        (Box("location", "E", value=sites, lines=2, ticks=True),),
        (Box("type", "T", value=scenarios, lines=1, ticks=True),),
        (Box("hazards", "H", lines=None),),
        (Box("access", "A", lines=None),),
        (Box("casualties", "N", lines=None),),
        (Box("services", "E", value=numbers, lines=2, ticks=True),),
    )
    return Form("methane", "METHANE", None, (page,))


def _place(site: Site, reading: Reading) -> Said:
    address = site.address
    return joined(site.name, address, reading.words.tag) if address else site.name


def _choice(every: tuple[Said, ...], reading: Reading) -> tuple[Said, ...]:
    """What can be ticked; where there are too many, the last one is for those that are written."""
    if len(every) <= MOST_TICKS:
        return every
    left = len(every) - (MOST_TICKS - 1)
    return (*every[: MOST_TICKS - 1], reading.words.say("sheet.form.another", count=left))


def _decisions(reading: Reading) -> Form:  # noqa: ARG001 - as the others
    columns = (
        Column("number", 1),
        Column("when", 2),
        Column("decision", 6),
        Column("why", 6),
        Column("decided_by", 3),
        Column("carried_out", 4),
    )
    page: tuple[Row, ...] = (
        (Box("incident", "", 3), Box("kept_by", "", 3), Box("sheet_number", "", 1)),
        Table("decisions", columns, height=24),
    )
    return Form("decisions", "", None, (page,))


FORMS: tuple[tuple[str, Callable[[Reading], Form]], ...] = (
    ("ics-201", _briefing),
    ("ics-205a", _communications),
    ("ics-214", _activity),
    ("methane", _methane),
    ("decision-log", _decisions),
    ("evaluation", lambda reading: evaluation(None, reading)),
)
"""The forms that every plan has, by id."""
