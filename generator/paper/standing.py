"""How the sheets of a plan stand: those that were printed, and those of a site's editions, with
their codes. For sites; ``runbook print`` alone writes the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator.build import Opened, site_url
from generator.editions import audiences
from generator.paper.earlier import sheets_of, shown_of
from generator.paper.kinds import ON_SITE, Kind
from generator.paper.ledger import NAME, Ledger
from generator.paper.ledger_file import read_ledger
from generator.paper.register import Register, register
from generator.views.sheets.sheet import Order


def standing(plan: Path, opened: Opened, day: date, folders: Iterable[str]) -> Register | None:
    """The sheets of these editions (``staff/en``) and of all that the ledger knows, of the kinds
    that sites offer: a binder's pages say themselves from which revision they are. None where
    nothing was printed yet. PlanError if the ledger is damaged."""
    file = read_ledger(plan)
    if file is None:
        return None
    wanted = {*((folder, None) for folder in folders), *_printed(file.ledger)}
    made = [(order, sheets_of(order, _kinds(order))) for order in _orders(opened, day, wanted)]
    return register(file.ledger, shown_of(made, opened.loaded.folder))


def _printed(ledger: Ledger) -> Iterator[tuple[str, str | None]]:
    """The editions of what the ledger knows, each with the language of the backs where that is
    another."""
    for name in ledger.sheets:
        match = NAME.fullmatch(name)
        if match:
            yield match["folder"], match["back"]


def _orders(opened: Opened, day: date, wanted: set[tuple[str, str | None]]) -> Iterator[Order]:
    plan = opened.plan
    languages = plan.plan.languages
    for audience in audiences(plan):
        for language in languages:
            order = Order(plan, audience, language, day, site_url(plan, ""))
            if (order.folder, None) in wanted:
                yield order
            for back in languages:
                if (order.folder, back) in wanted:
                    yield replace(order, two_languages=(language, back))


def _kinds(order: Order) -> tuple[Kind, ...]:
    """All kinds; of an order in two languages those that have them."""
    two = order.two_languages is not None
    return tuple(kind for kind in ON_SITE if kind.two_languages or not two)
