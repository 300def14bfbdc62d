"""What an edition's page "Is my card current?" knows: the codes of sheets, as far as its readers
may know of them.

Of a sheet that was projected for readers of more, or is about somebody or something that only they
may know of, an edition has the code alone, and whether it is current. The name of a line stands in
what changed only where the sheet still shows it, so that what the plan no longer says is no longer
published either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.build import Opened, Reading
from generator.editions import audiences
from generator.locales import locale
from generator.model import Plan
from generator.model.header import Audience
from generator.model.kinds import COLLECTIONS, things
from generator.paper.changes import line_of, without_line
from generator.paper.ledger import NAME, Row
from generator.paper.register import Register
from generator.paper.standing import standing
from generator.views import current
from generator.views.current import CurrentView, Former, Known, Said
from generator.views.sheets import binder


class CardCodes(Struct, frozen=True):
    """The sheets of a whole plan, with their codes."""

    plan: Plan
    register: Register

    @property
    def outdated(self) -> int:
        """How many sheets changed since they were printed."""
        return len(self.register.outdated())

    def told_to(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """The readings, with the page that knows the codes."""
        return tuple(_filled(reading, self.register, self.plan) for reading in readings)


def card_codes(
    path: Path, opened: Opened, day: date, chosen: Iterable[Audience]
) -> CardCodes | None:
    """The sheets of the plan at a path, for a site of these audiences; None where nothing was
    printed yet. PlanError if the ledger is damaged."""
    languages = opened.plan.plan.languages
    folders = [f"{audience.id}/{language}" for audience in chosen for language in languages]
    register = standing(path, opened, day, folders)
    return CardCodes(opened.plan, register) if register is not None else None


def _filled(reading: Reading, register: Register, plan: Plan) -> Reading:
    known = known_to(reading, register, plan)
    pages = (
        current.with_known(page, known, reading.words) if page.address == current.ADDRESS else page
        for page in reading.pages
    )
    return replace(reading, pages=tuple(pages))


def known_to(reading: Reading, register: Register, plan: Plan) -> CurrentView:
    """What the readers of an edition may know of all sheets."""
    teller = _Teller(reading, register, plan)
    printed = (name for name in register.ledger.sheets if not name.startswith(f"{binder.KIND}/"))
    names = sorted({*register.shown, *printed})
    shown = [name for name in names if teller.may_name(name)]
    hidden = [name for name in names if name not in set(shown)]
    codes = register.codes
    former = {row.code for name in hidden for row in register.ledger.sheets.get(name, ())}
    others = {codes[name] for name in hidden if name in codes}
    known = sorted(map(teller.known, shown), key=lambda one: (not one.code, one.kind, one.title))
    return CurrentView(tuple(known), tuple(sorted(others)), tuple(sorted(former - others)))


class _Teller(Struct, frozen=True, dict=True):
    """Says of sheets what one edition may say."""

    reading: Reading
    register: Register
    plan: Plan

    @cached_property
    def ranks(self) -> dict[str, int]:
        return {one.id: rank for rank, one in enumerate(audiences(self.plan))}

    def may_name(self, name: str) -> bool:
        """Whether these readers may see a sheet, and know of whom or what it is.

        Why both: a card is projected at what its bearer reads, and says the bearer's own name to
        nobody else.
        """
        return self.may_see(self.audience(name)) and self.knows(name)

    def knows(self, name: str) -> bool:
        """Whether what a sheet is about, if it is still printed, is in this edition."""
        shown = self.register.shown.get(name)
        about = shown.sheet.about if shown else None
        return about is None or about in self._in_edition

    @cached_property
    def _in_edition(self) -> frozenset[tuple[str, str]]:
        plan = self.reading.edition.plan
        return frozenset((kind, thing.id) for kind in COLLECTIONS for thing in things(plan, kind))

    def may_see(self, audience: str) -> bool:
        """Whether what was projected at an audience is for this edition; an audience that is gone
        counts as the most closed one."""
        own = self.ranks[self.reading.edition.audience.id]
        return self.ranks.get(audience, len(self.ranks)) <= own

    def audience(self, name: str) -> str:
        """At which audience a sheet is projected, or was when it was printed last."""
        shown = self.register.shown.get(name)
        latest = self.register.ledger.latest(name)
        if shown is not None:
            return shown.sheet.audience
        return latest.audience if latest else ""

    def known(self, name: str) -> Known:
        """A sheet with its codes."""
        match = NAME.fullmatch(name)
        kind, folder, back = match.group("kind", "folder", "back") if match else ("", "", None)
        shown = self.register.shown.get(name)
        code = self.register.codes.get(name)
        return Known(
            kind,
            shown.sheet.title if shown else "",
            shown.sheet.language if shown else self.reading.edition.language,
            self._edition(folder, back),
            code,
            tuple(self._former(name, code)),
        )

    def _edition(self, folder: str, back: str | None) -> str:
        """Which edition and language a sheet is of, where that isn't this one, and in which
        languages it is on its two sides."""
        if folder == self.reading.edition.path and back is None:
            return ""
        audience, _, tag = folder.partition("/")
        edition = self.reading.edition
        title = next(
            (
                one.title.for_reader(edition.language, edition.primary).words
                for one in audiences(self.plan)
                if one.id == audience
            ),
            audience,
        )
        languages = " + ".join(locale(one).say("name") for one in (tag, back) if one)
        return f"{title} · {languages}"

    def _former(self, name: str, code: str | None) -> Iterator[Former]:
        """The codes that a sheet had and no longer has, the newest first."""
        told: set[str | None] = {code}
        for row in self.register.ledger.sheets.get(name, ()):
            if row.code not in told:
                told.add(row.code)
                yield Former(row.code, tuple(self._since(name, row, code)))

    def _since(self, name: str, row: Row, code: str | None) -> Iterator[Said]:
        if code is None:
            return
        for later in self.register.ledger.since(name, row):
            yield self._said(name, later)
        latest = self.register.ledger.latest(name)
        if latest is not None and latest.code != code:
            yield Said(self.plan.plan.revision)

    def _said(self, name: str, row: Row) -> Said:
        if not row.changed or not self.may_see(row.audience):
            return Said(row.revision)
        own = self.reading.edition.language
        tag = own if own in row.changed else next(iter(row.changed))
        labels = dict.fromkeys(self._label(name, one) for one in row.changed[tag])
        return Said(row.revision, tuple(labels), tag)

    def _label(self, name: str, said: str) -> str:
        shown = self.register.shown.get(name)
        lines: Sequence[str] = [fact.line for fact in shown.facts] if shown else ()
        return said if line_of(said) in lines else without_line(said)
