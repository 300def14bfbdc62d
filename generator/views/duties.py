"""Duties to report: what starts the clock, to whom, and what is sent by when."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.duty import ReportingDuty
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.contact import ContactLine, contact_lines
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class Report(Struct, frozen=True):
    """One report of a duty, and the prepared message for it."""

    id: str
    title: Text
    within: Duration
    message: Link | None


class Duty(Struct, frozen=True):
    """One duty. ``ways`` are how the addressee is reached, the number to call first."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    source: Text
    trigger: Text
    clock: Text | None
    to: Link | None
    ways: tuple[ContactLine, ...]
    owner: Link | None
    reports: tuple[Report, ...]

    @property
    def number(self) -> ContactLine | None:
        """The number to call, if there is one."""
        return next((line for line in self.ways if line.dialled), None)


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, in the plan's order."""
    if not edition.plan.duties:
        return
    index = Index(edition)
    view = tuple(_duty(duty, index) for duty in edition.plan.duties)
    title = words.say("kind.duties")
    yield Page(
        Address("duties"),
        Name.of(title),
        "duties",
        view,
        headings=tuple(Heading(f"duty-{one.id}", one.title.words) for one in view),
        entries=(Entry(title), *map(_entry, view)),
        posted=True,
    )


def _duty(duty: ReportingDuty, index: Index) -> Duty:
    deadlines = sorted(duty.deadlines, key=lambda deadline: deadline.within)
    return Duty(
        duty.id,
        duty.aliases,
        duty.title,
        duty.source,
        duty.trigger,
        duty.clock,
        index.any_link(("authority", "customer", "supplier"), duty.to),
        _ways(duty.to, index),
        index.link("role", duty.owner),
        tuple(
            Report(one.id, one.title, one.within, index.link("message", one.message))
            for one in deadlines
        ),
    )


def _ways(to: str | None, index: Index) -> tuple[ContactLine, ...]:
    """How whoever is told is reached: the first desk that has contacts."""
    firms = (index.find(kind, to) for kind in ("authority", "customer", "supplier"))
    firm = next((firm for firm in firms if firm), None)
    desks = (getattr(firm, "primary", None), getattr(firm, "secondary", None))
    found = (desk.contacts for desk in desks if desk and desk.contacts)
    return contact_lines(next(found, ()), index.edition)


def _entry(one: Duty) -> Entry:
    reports = (report.title for report in one.reports)
    to = one.to.text if one.to else None
    return Entry(
        one.title.words, plain(one.source, one.trigger, one.clock, to, *reports), f"duty-{one.id}"
    )
