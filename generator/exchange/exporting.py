"""An edition in other programs' formats. What its reader may not see is in none of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from generator.build import chosen_audiences
from generator.editions import Edition, audiences, project
from generator.exchange.agenda import events
from generator.exchange.delimited import csv_bytes
from generator.exchange.icalendar import calendar
from generator.exchange.ics205a import communications_list
from generator.exchange.sheet import Sheet
from generator.exchange.tables import sheets
from generator.exchange.workbook import xlsx_bytes
from generator.exchange.written import typed
from generator.load import has_errors, load
from generator.locales import locale
from generator.outputs import vcard
from generator.outputs.artifact import Artifact
from generator.problems import PlanError, Position, Problem, listed
from generator.source.folder import display


def opened(
    plan: Path, audience: str | None, language: str | None, as_of: date | None = None
) -> Edition:
    """The plan as an audience (without one: the most open) reads it ``as_of`` a day.

    PlanError if it doesn't load, or has no such audience or language.
    """
    loaded = load(plan)
    if loaded.plan is None or has_errors(loaded.problems):
        raise PlanError(loaded.problems, loaded.texts)
    reader = audiences(loaded.plan)[0]
    if audience is not None:
        (reader,) = chosen_audiences(loaded.plan, [audience], plan)
    known = loaded.plan.plan.languages
    if language is not None and language not in known:
        message, cure = f"The plan has no language `{language}`.", f"It has {listed(known)}."
        raise PlanError([Problem("unknown-language", message, Position(display(plan)), cure)])
    return project(loaded.plan, reader, language or known[0], as_of)


def tables_csv(edition: Edition) -> list[Artifact]:
    """One CSV file for each topic."""
    return [Artifact(f"{sheet.name}.csv", csv_bytes(sheet)) for sheet in sheets(edition)]


def table_csv(edition: Edition, topic: str) -> bytes:
    """One topic as CSV; without rows if this reader sees none."""
    found = (sheet for sheet in sheets(edition) if sheet.name == topic)
    return csv_bytes(next(found, Sheet(topic, ("id", "name"), ())))


def tables_xlsx(edition: Edition) -> bytes:
    """All topics as one workbook."""
    return xlsx_bytes([*sheets(edition)] or [Sheet("people", ("id", "name"), ())])


def list_csv(edition: Edition) -> bytes:
    """ICS 205A as CSV."""
    return csv_bytes(communications_list(edition, locale(edition.language)))


def list_xlsx(edition: Edition) -> bytes:
    """ICS 205A as a workbook."""
    return xlsx_bytes([communications_list(edition, locale(edition.language))])


def address_book(edition: Edition) -> bytes:
    """Everybody as vCards."""
    files = {
        file.path: file.content for file in vcard.files(edition, locale(edition.language), Path())
    }
    return files.get("contacts/index.vcf", b"")


def diary(edition: Edition, stamp: datetime) -> bytes:
    """Reviews, exercises, milestones and what is due."""
    header = edition.plan.plan
    found = events(edition, locale(edition.language))
    return calendar(found, f"{header.organisation} – {header.title}", stamp).encode()


def plan_json(edition: Edition) -> bytes:
    """The projected plan, which loads again as a plan in one language."""
    tree = {"format": edition.plan.format, **typed(edition.plan)}
    header = tree["plan"]
    if isinstance(header, dict):
        header["languages"] = [edition.language]
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def single_file(edition: Edition, style: str, stamp: datetime) -> bytes:
    """One of the formats that make one file: xlsx, vcard, icalendar, json or ics-205a."""
    made: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: tables_xlsx(edition),
        "vcard": lambda: address_book(edition),
        "icalendar": lambda: diary(edition, stamp),
        "json": lambda: plan_json(edition),
        "ics-205a": lambda: list_csv(edition),
    }
    return made[style]()
