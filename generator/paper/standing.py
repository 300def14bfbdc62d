"""How the sheets of a plan stand: those that were printed, and those of a site's editions, with
their codes. For sites; ``runbook print`` alone writes the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.build import Opened, site_url
from generator.editions import audiences
from generator.paper.earlier import sheets_of, shown_of
from generator.paper.kinds import ON_SITE
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
    wanted = {*folders, *_printed(file.ledger)}
    made = [(order, sheets_of(order, ON_SITE)) for order in _orders(opened, day, wanted)]
    return register(file.ledger, shown_of(made, opened.loaded.folder))


def _printed(ledger: Ledger) -> Iterator[str]:
    for name in ledger.sheets:
        match = NAME.fullmatch(name)
        if match:
            yield match["folder"]


def _orders(opened: Opened, day: date, folders: set[str]) -> Iterator[Order]:
    plan = opened.plan
    for audience in audiences(plan):
        for language in plan.plan.languages:
            order = Order(plan, audience, language, day, site_url(plan, ""))
            if order.folder in folders:
                yield order
