"""Bring people and suppliers from a file into a plan, without touching the rest of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.exchange.editing.edits import Act, Edit
from generator.exchange.editing.plan_texts import new_texts
from generator.exchange.incoming.compare import compare
from generator.exchange.incoming.comparison import Comparison, Incoming
from generator.exchange.reading import read_records
from generator.exchange.row_problems import fault, note, refused
from generator.load import has_errors, load
from generator.problems import PlanError, Problem, listed


class Prepared(Struct, frozen=True):
    """What a file would do to a plan: in words, and as the new text of each file it touches."""

    comparison: Comparison
    notes: tuple[Problem, ...]
    texts: dict[Path, str]


def prepare(
    plan: Path,
    file: Path,
    topic: str,
    mapping: Path | None = None,
    language: str | None = None,
    *,
    overwrite: bool = False,
) -> Prepared:
    """Work out what importing a file would change; nothing is written.

    PlanError if the plan doesn't load, or with every row that can't be used.
    """
    loaded = load(plan)
    if loaded.plan is None or has_errors(loaded.problems):
        raise PlanError(loaded.problems, loaded.texts)
    header = loaded.plan.plan
    spoken = language or header.languages[0]
    if spoken not in header.languages:
        cure = f"It has {listed(header.languages)}."
        raise refused(plan, f"The plan has no language `{spoken}`.", cure)
    found, notes = read_records(file, topic, mapping, header.id)
    comparison = compare(loaded.plan, topic, found, spoken)
    faults = [fault(file, *one) for one in comparison.faults]
    if faults:
        raise PlanError([*faults, *notes])
    notes += [note(file, *one) for one in comparison.notes]
    edits = list(_edits(comparison, overwrite=overwrite))
    texts = new_texts(plan, loaded, topic, edits) if edits else {}
    return Prepared(comparison, tuple(notes), texts)


def _edits(comparison: Comparison, *, overwrite: bool) -> Iterator[Edit]:
    for one in comparison.incoming:
        yield from _edits_of(one, comparison.topic, overwrite=overwrite)


def _edits_of(one: Incoming, topic: str, *, overwrite: bool) -> Iterator[Edit]:
    if one.new is not None:
        yield Edit(Act.APPEND, (topic,), one.new)
    for change in one.changes:
        if overwrite or not change.overwrites:
            yield from change.edits
