"""What was asked for, from the plan's files to the folder with the PDFs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, cached_property, partial
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from generator.build import Opened, chosen_audiences, site_url
from generator.kept import Kept
from generator.outputs.codes import CODES, Pictures, code_path
from generator.outputs.pictures import read_picture
from generator.paper.changes import Difference, SheetChange
from generator.paper.earlier import Lookup, Sheets, ledger_name, sheets_of, shown_of
from generator.paper.kinds import Kind, Printing, chosen_kinds
from generator.paper.ledger import NAME, Row, ledger_path, new_ledger
from generator.paper.ledger_file import LedgerFile, read_ledger, replaced
from generator.paper.leftovers import staying
from generator.paper.looking import LookedUp
from generator.paper.made import maker
from generator.paper.opening import opened_with
from generator.paper.press import press
from generator.paper.printing import Batch, batch, imprint_of, printed
from generator.paper.register import Register, register
from generator.paper.remembered import Remembered
from generator.paper.since import Since, changes_since, find_since
from generator.paper.typesetter import Source
from generator.paper.wanted import Wanted as Wanted
from generator.problems import PlanError, Position, Problem, listed
from generator.site.replacing import Published, publish, refuse_foreign
from generator.source.folder import display
from generator.views.sheets import binder
from generator.views.sheets.sheet import Order, Sheet

CACHE = Path(".cache/runbook")
OUT = "--out"


class Done(Struct, frozen=True):
    """What a run did: the files that it wrote, how many rows the ledger got and of how many sheets
    it couldn't be said what changed. ``changes`` are those since what was named, of all sheets.
    ``closed`` are the sheets that show more than the readers of the printed edition may see."""

    published: Published | None
    rows: int = 0
    untold: int = 0
    changes: tuple[SheetChange, ...] | None = None
    sheets: int = 0
    closed: int = 0


class _Run(Struct, frozen=True, dict=True):
    """A plan that is open, its sheets, and the ledger."""

    wanted: Wanted
    day: date
    opened: Opened
    lookup: Lookup
    made: Sequence[tuple[Order, Mapping[Kind, tuple[Sheet, ...]]]]
    file: LedgerFile
    register: Register

    @cached_property
    def since(self) -> Since | None:
        """What changes are asked for since, if they are."""
        named = self.wanted.changed_since
        return find_since(named, self.lookup, self.file.ledger) if named is not None else None

    @cached_property
    def printed(self) -> Iterable[Sheets]:
        """The sheets as they may have been printed last; an older plan is only read when what is
        looked for isn't in the one before."""
        named = (self.since.sheets,) if self.since and self.since.sheets is not None else ()
        return named or LookedUp(self.lookup.printed())

    def before(self, order: Order) -> dict[str, Sheet]:
        """An order's sheets as they were, by name."""
        return {
            shown.sheet.name: shown.sheet
            for sheets in islice(self.printed, 1)
            for name, shown in sheets.items()
            if (match := NAME.fullmatch(name)) and match["folder"] == order.folder
        }

    def changes(self) -> tuple[SheetChange, ...] | None:
        """What changed since what was named, if anything was."""
        until = self.lookup.printed_until
        return changes_since(self.since, self.register, self.printed, until) if self.since else None


def print_plan(wanted: Wanted, out: Path) -> Done:
    """Print to ``out``, and write what is new into the ledger. PlanError with every problem; the
    folder and the ledger are as they were then."""
    refuse_foreign(out, OUT)
    run = _run(wanted)
    changes = run.changes()
    chosen = _chosen(run, changes)
    if changes is not None and not chosen:
        return Done(None, changes=changes, sheets=len(run.register.shown))
    batches = [_batch(run, order, made, chosen) for order, made in run.made]
    imprint = imprint_of(run.opened, made_at(run.opened, run.day))
    kept = Kept(CACHE / "sheets.kept", maker())
    source = source_of(run.opened, earlier=run.lookup.pictures)
    made = printed(batches, run.opened, imprint, source, press, kept)
    kept.save()
    remembered = Remembered(CACHE, run.file.ledger.salt)
    told, rows = _rows(run, chosen, remembered)
    ledger = run.file.ledger.with_rows(rows)
    stays = staying(wanted, zip(batches, (kinds for _, kinds in run.made), strict=True))
    with replaced(run.file, ledger):
        published = publish([lambda: made], out, stays=stays, option=OUT)
    if not wanted.draft:
        remembered.save(ledger, run.register.shown, run.register.codes)
    untold = len({name for name, _ in rows} & set(run.register.outdated()) - told)
    closed = sum(_closed(order, one) for (order, _), one in zip(run.made, batches, strict=True))
    return Done(published, len(rows), untold, changes, len(run.register.shown), closed)


def _closed(order: Order, printed: Batch) -> int:
    sheets = printed.sheets.values()
    return sum(order.most_closed([sheet.audience]) != order.audience.id for sheet in sheets)


def list_changes(wanted: Wanted) -> Done:
    """Say what changed since what was named, and write nothing. PlanError as above."""
    run = _run(wanted)
    return Done(None, changes=run.changes(), sheets=len(run.register.shown))


def _run(wanted: Wanted) -> _Run:
    day = wanted.as_of or datetime.now(UTC).date()
    return opened_with(wanted.plan, day, partial(_of_opened, wanted, day))


def _of_opened(wanted: Wanted, day: date, opened: Opened) -> _Run:
    kinds = chosen_kinds(wanted.kinds, wanted.plan)
    orders = tuple(_orders(wanted, opened, day))
    file = read_ledger(wanted.plan) or LedgerFile(ledger_path(wanted.plan), None, new_ledger())
    made = [(order, sheets_of(order, kinds)) for order in orders]
    found = register(file.ledger, shown_of(made, opened.loaded.folder))
    return _Run(wanted, day, opened, Lookup(wanted.plan, orders, kinds), made, file, found)


def _chosen(run: _Run, changes: Sequence[SheetChange] | None) -> frozenset[str]:
    """The sheets that are printed, by their names in the ledger."""
    if changes is None:
        return frozenset(run.register.shown)
    return frozenset(one.name for one in changes if one.difference is not Difference.GONE)


def _batch(
    run: _Run, order: Order, made: Mapping[Kind, tuple[Sheet, ...]], chosen: frozenset[str]
) -> Batch:
    named = {
        sheet.name: ledger_name(sheet, kind, order) for kind, some in made.items() for sheet in some
    }
    folder = run.opened.loaded.folder
    kept = {
        kind: tuple(
            run.lookup.with_contents(sheet, folder) for sheet in some if named[sheet.name] in chosen
        )
        for kind, some in made.items()
    }
    codes = {
        name: run.register.codes[its]
        for name, its in named.items()
        if not run.wanted.draft and not name.startswith(f"{binder.KIND}/")
    }
    before = run.before(order) if run.wanted.changed_since else {}
    back = run.wanted.two_languages[1] if run.wanted.two_languages else None
    wanted = run.wanted
    printing = Printing(order.language, wanted.paper, wanted.duplex, back, wanted.recipient, before)
    return batch(order, kept, printing, codes)


def _rows(
    run: _Run, chosen: frozenset[str], remembered: Remembered
) -> tuple[set[str], list[tuple[str, Row]]]:
    """The rows of what was printed that the ledger lacks, and of which sheets it is known what
    changed."""
    if run.wanted.draft:
        return set(), []
    told = run.register.told(chain([remembered.outdated(run.register)], run.printed))
    rows = run.register.rows(run.opened.plan.plan.revision, told)
    return set(told), [(name, row) for name, row in rows if name in chosen]


def _orders(wanted: Wanted, opened: Opened, day: date) -> Iterator[Order]:
    plan = opened.plan
    languages = _chosen_languages(wanted, plan.plan.languages)
    for audience in chosen_audiences(plan, wanted.editions, wanted.plan):
        for language in languages:
            yield Order(plan, audience, language, day, site_url(plan, ""), wanted.two_languages)


def _chosen_languages(wanted: Wanted, known: tuple[str, ...]) -> tuple[str, ...]:
    for tag in (*wanted.languages, *(wanted.two_languages or ())):
        if tag not in known:
            raise PlanError(
                [
                    Problem(
                        "unknown-language",
                        f"The plan isn't written in `{tag}`.",
                        Position(display(wanted.plan)),
                        f"Its languages are {listed(known)}.",
                    )
                ]
            )
    return tuple(dict.fromkeys(wanted.languages)) or known


def made_at(opened: Opened, day: date) -> datetime:
    """The moment that goes into a PDF: the day of issue, so that the same plan gives the same
    bytes."""
    issued = opened.plan.plan.issued or day
    return datetime(issued.year, issued.month, issued.day, tzinfo=UTC)


def source_of(
    opened: Opened, folder: Path = CACHE, earlier: Mapping[str, bytes] | None = None
) -> Source:
    """Codes from the cache or drawn now; pictures from the plan's folder, or those of earlier
    plans."""
    pictures = Pictures(folder / CODES)

    @cache
    def code(payload: str) -> bytes:
        path = code_path(payload)
        return next(one.content for one in pictures.draw((payload,)) if one.path == path)

    def picture(name: str) -> bytes:
        known = (earlier or {}).get(name)
        return known or read_picture(opened.loaded.folder, name) or b""

    return Source(opened.plan.plan.languages[0], code, picture, pictures.draw)
