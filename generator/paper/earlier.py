"""The sheets of a plan as it was: at a revision of git, or in another folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.build import site_url
from generator.compare.revision import RevisionError, last_commit, plan_at, versions
from generator.editions import audiences
from generator.load import has_errors, load
from generator.outputs.pictures import read_picture
from generator.paper.binder.pictures import Held, with_contents
from generator.paper.changes import Shown
from generator.paper.facts import facts_of
from generator.paper.faults import room_to_unpack
from generator.paper.kinds import Kind
from generator.paper.ledger import ledger_path, revision_key, sheet_name
from generator.paper.ledger_shape import LedgerFaultError, as_ledger
from generator.views.sheets.sheet import Order, Sheet

Sheets = Mapping[str, Shown]
"""Sheets with their facts, by their names in the ledger."""


class Lookup(Struct, frozen=True):
    """Which sheets are looked up in earlier plans: of these kinds, for these orders. ``pictures``
    are those of the binders that were found, by what binders call them."""

    plan: Path
    orders: Sequence[Order]
    kinds: Sequence[Kind]
    pictures: Held = field(default_factory=dict)

    def in_plan(self, path: Path) -> Sheets | None:
        """The sheets of another plan; None if it can't be read."""
        loaded = load(path)
        if loaded.plan is None or has_errors(loaded.problems):
            return None
        known = {one.id: one for one in audiences(loaded.plan)}
        languages = frozenset(loaded.plan.plan.languages)
        orders = [
            replace(
                order,
                plan=loaded.plan,
                audience=known[order.audience.id],
                site_url=site_url(loaded.plan, ""),
                _known={},
            )
            for order in self.orders
            if order.audience.id in known and order.language in languages
        ]
        made = ((order, sheets_of(order, self._had(order, languages))) for order in orders)
        return {
            name: replace(one, sheet=self.with_contents(one.sheet, loaded.folder))
            for name, one in shown_of(made, loaded.folder).items()
        }

    def with_contents(self, sheet: Sheet, folder: Path) -> Sheet:
        """A sheet of the plan in a folder; a binder with its pictures called by their contents."""
        return with_contents(sheet, _pictures_in(folder), self.pictures)

    def _had(self, order: Order, languages: frozenset[str]) -> Iterator[Kind]:
        """The kinds that a plan in these languages could have been printed in."""
        for kind in self.kinds:
            back = back_language(kind, order)
            if back is None or back in languages:
                yield kind

    def at(self, revision: str) -> Sheets | None:
        """The sheets at a revision of git. RevisionError if the plan can't be had there."""
        with _checked_out(revision, self.plan) as path:
            return self.in_plan(path)

    def printed_until(self, revision: str) -> Sheets | None:
        """The sheets at the last commit of the ledger in which nothing is newer than a revision;
        None if there is none, or no git."""
        with suppress(RevisionError):
            for commit, content in versions(ledger_path(self.plan)):
                if _knows_nothing_after(revision, content):
                    return self.at(commit)
        return None

    def printed(self) -> Iterator[Sheets]:
        """The sheets as they may have been printed last: at the commit of the ledger, then at the
        last one of all. Nothing where there is no git."""
        revisions = []
        try:
            revisions += [last_commit(ledger_path(self.plan)), "HEAD"]
        except RevisionError:
            return
        for revision in filter(None, revisions):
            try:
                found = self.at(revision)
            except RevisionError:
                continue
            if found is not None:
                yield found


def _knows_nothing_after(revision: str, content: bytes) -> bool:
    try:
        known = as_ledger(content).revisions()
    except LedgerFaultError:
        return False
    return bool(known) and revision_key(known[-1]) <= revision_key(revision)


@contextmanager
def _checked_out(revision: str, plan: Path) -> Iterator[Path]:
    with ExitStack() as held:
        with room_to_unpack():
            folder = held.enter_context(tempfile.TemporaryDirectory(prefix="runbook-earlier-"))
            path = plan_at(revision, plan, Path(folder))
        yield path


def sheets_of(order: Order, kinds: Iterable[Kind]) -> dict[Kind, tuple[Sheet, ...]]:
    """The sheets of an order, kind by kind."""
    return {kind: tuple(kind.sheets(order)) for kind in kinds}


def back_language(kind: Kind, order: Order) -> str | None:
    """The language of the backs of an order's sheets of a kind, where it is another."""
    return order.two_languages[1] if kind.two_languages and order.two_languages else None


def ledger_name(sheet: Sheet, kind: Kind, order: Order) -> str:
    """The name in the ledger of one of an order's sheets."""
    return sheet_name(sheet.name, order.folder, back_language(kind, order))


def shown_of(
    made: Iterable[tuple[Order, Mapping[Kind, tuple[Sheet, ...]]]], folder: Path
) -> dict[str, Shown]:
    """Sheets with their facts, by their names in the ledger; ``folder`` is the plan's."""
    picture = _pictures_in(folder)
    return {
        ledger_name(sheet, kind, order): Shown(sheet, facts_of(sheet, picture))
        for order, kinds in made
        for kind, sheets in kinds.items()
        for sheet in sheets
    }


def _pictures_in(folder: Path) -> Callable[[str], bytes]:
    return lambda name: read_picture(folder, name) or b""
