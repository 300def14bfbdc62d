"""Bring people and suppliers from a file into a plan, without touching the rest of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.exchange.delimited import read_csv
from generator.exchange.edits import Act, Edit, applied
from generator.exchange.incoming import Change, Comparison, Incoming, Record, compare, records
from generator.exchange.layout import LAYOUTS
from generator.exchange.mapping import ColumnMapping, mapped, read_mapping
from generator.exchange.vcards import read_vcards
from generator.exchange.workbook import WorkbookError, read_xlsx
from generator.exchange.yaml_edit import EditError, edited, with_topic
from generator.load import Loaded, has_errors, load
from generator.model import Plan
from generator.problems import PlanError, Position, Problem, Severity, listed, without_contacts
from generator.source.folder import display
from generator.source.tree import Items, child, plain

MAX_BYTES = 64 * 2**20


@dataclass(frozen=True)
class Prepared:
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
    known = loaded.plan.plan.languages
    spoken = language or known[0]
    if spoken not in known:
        raise _refused(plan, f"The plan has no language `{spoken}`.", f"It has {listed(known)}.")
    found, notes = _read(file, topic, mapping, loaded.plan)
    comparison = compare(loaded.plan, topic, found, spoken)
    faults = [_fault(file, *fault) for fault in comparison.faults]
    if faults:
        raise PlanError([*faults, *notes])
    notes += [_note(file, *note) for note in comparison.notes]
    edits = list(_edits(comparison, overwrite=overwrite))
    texts = _texts(plan, loaded, topic, edits) if edits else {}
    return Prepared(comparison, tuple(notes), texts)


def write(prepared: Prepared) -> None:
    """Put the new texts in place, each file in one step; a link is followed, not replaced."""
    for path, text in prepared.texts.items():
        target = path.resolve()
        mark = b"\xef\xbb\xbf" if target.exists() and _has_mark(target) else b""
        handle, name = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(mark + text.encode())
                out.flush()
                os.fsync(out.fileno())
            if target.exists():
                shutil.copymode(target, part)
            else:
                part.chmod(0o644)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(3) == b"\xef\xbb\xbf"


def in_words(comparison: Comparison, *, overwrite: bool) -> Iterator[str]:
    """What is new and what changes, a line each; never the value of a contact."""
    for one in comparison.incoming:
        if one.new is not None:
            ways = [str(c["kind"]) for c in one.new.get("contacts", ()) if isinstance(c, dict)]
            reached = f" ({', '.join(ways)})" if ways else ""
            yield without_contacts(f"+ {one.name}: new, as `{one.id}`{reached}")
        yield from (_said(one.name, change, overwrite) for change in one.changes)


def _said(name: str, change: Change, overwrite: bool) -> str:
    detail = f": {change.detail}" if change.detail else ""
    if not change.overwrites:
        sign, done = "~", "added"
    elif overwrite:
        sign, done = "~", "changed"
    else:
        sign, done = "=", "differs, kept"
    return without_contacts(f"{sign} {name}: {change.label} {done}{detail}")


def _read(
    file: Path, topic: str, mapping: Path | None, plan: Plan
) -> tuple[list[Record], list[Problem]]:
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise _refused(file, f"This file can't be read ({error.strerror}).", _KINDS) from None
    if data is None:
        raise _refused(file, "This file is over 64 MB.", "Split it.")
    if file.suffix.casefold() in (".vcf", ".vcard"):
        return _cards(file, data, topic, plan)
    layout = LAYOUTS[topic]
    chosen, faults = read_mapping(mapping, layout) if mapping else (ColumnMapping(), [])
    if faults:
        raise PlanError(faults)
    notes: list[Problem] = []
    if data.startswith(b"PK") or file.suffix.casefold() in (".xlsx", ".xlsm", ".xls"):
        try:
            sheet = read_xlsx(data, chosen.sheet, topic)
        except WorkbookError as error:
            raise _refused(file, str(error), _KINDS) from None
    else:
        sheet, encoding = read_csv(data, topic)
        if not encoding.startswith("UTF"):
            notes.append(_note(file, 1, f"Read as {encoding}: look at letters with accents."))
    if not sheet.columns:
        raise _refused(file, "This file has no rows.", _KINDS)
    rows, remarks = mapped(sheet, chosen, layout)
    place = Position(display(file))
    notes += [replace(remark, position=place) for remark in remarks]
    if not any("id" in row or "name" in row for row in rows):
        cure = "Name the column of the names `name`, or map it: `columns: {Naam: name}`."
        raise PlanError([_fault(file, 1, "No column holds ids or names.", cure), *notes])
    return records(rows, topic), notes


_KINDS = "Give a CSV file, an Excel workbook (.xlsx) or vCards (.vcf)."


def _cards(file: Path, data: bytes, topic: str, plan: Plan) -> tuple[list[Record], list[Problem]]:
    if topic != "people":
        raise _refused(file, "vCards hold people, not suppliers.", "Import it as people.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    found, others = read_vcards(text, plan.plan.id)
    if not found and not others:
        raise _refused(file, "This file has no vCard.", _KINDS)
    said = f"Cards that are no person's were left out: {others}."
    return found, [_note(file, 1, said)] if others else []


def _refused(file: Path, message: str, cure: str) -> PlanError:
    return PlanError([_fault(file, 1, message, cure)])


def _fault(file: Path, row: int, message: str, cure: str) -> Problem:
    return Problem("import-row", message, Position(display(file), row), cure)


def _note(file: Path, row: int, message: str) -> Problem:
    place = Position(display(file), row)
    return Problem("import-note", message, place, "Look at it in the plan.", Severity.NOTE)


def _edits(comparison: Comparison, *, overwrite: bool) -> Iterator[Edit]:
    for one in comparison.incoming:
        yield from _edits_of(one, comparison.topic, overwrite=overwrite)


def _edits_of(one: Incoming, topic: str, *, overwrite: bool) -> Iterator[Edit]:
    if one.new is not None:
        yield Edit(Act.APPEND, (topic,), one.new)
    for change in one.changes:
        if overwrite or not change.overwrites:
            yield from change.edits


def _texts(plan: Path, loaded: Loaded, topic: str, edits: Sequence[Edit]) -> dict[Path, str]:
    """The new text of each file, read back: a plan that says anything else is not written."""
    try:
        texts = _edited_files(plan, loaded, topic, edits)
    except EditError as error:
        raise _unsafe(plan, str(error)) from None
    raw = plain(loaded.places.root)
    expected = applied(raw if isinstance(raw, dict) else {}, edits)
    again = _read_back(plan, texts)
    if again.plan is None or has_errors(again.problems):
        place = Position(display(plan))
        raise PlanError([replace(problem, position=place) for problem in again.problems])
    if plain(again.places.root) != expected:
        raise _unsafe(plan, "The plan would say something else than it should.")
    return texts


def _unsafe(plan: Path, message: str) -> PlanError:
    cure = "Nothing was written. Write these things in lines of their own, then import again."
    return PlanError([Problem("import-unsafe", message, Position(display(plan)), cure)])


def _edited_files(plan: Path, loaded: Loaded, topic: str, edits: Sequence[Edit]) -> dict[Path, str]:
    things = child(loaded.places.root, topic)
    if not isinstance(things, Items) or not things.items:
        new = [edit.value for edit in edits]
        return dict([_with_new_topic(plan, loaded, topic, new)])
    files = [item.position().file for item in things.items]
    first = {name: files.index(name) for name in files}
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        if len(edit.path) == 1:
            by_file.setdefault(files[-1], []).append(edit)
            continue
        number = int(edit.path[1])
        name = files[number]
        own = (topic, number - first[name], *edit.path[2:])
        by_file.setdefault(name, []).append(replace(edit, path=own))
    return {Path(name): edited(loaded.texts[name], own) for name, own in by_file.items()}


def _with_new_topic(
    plan: Path, loaded: Loaded, topic: str, new: Sequence[object]
) -> tuple[Path, str]:
    entry = loaded.places.root.entries.get(topic)
    if entry is not None:
        name = entry[0].file
        edits = [Edit(Act.APPEND, (topic,), value) for value in new]  # type: ignore[arg-type]
        return Path(name), edited(loaded.texts[name], edits)
    file = plan / f"{topic}.yml" if plan.is_dir() else plan
    text = loaded.texts.get(display(file), "")
    if not text and file.exists():
        text = file.read_text("utf-8-sig")
    return file, with_topic(text, topic, new)  # type: ignore[arg-type]


def _read_back(plan: Path, texts: dict[Path, str]) -> Loaded:
    """The plan as it will be, read from a copy of its files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "plan"
        changed = {path.absolute(): text for path, text in texts.items()}
        root = plan.absolute() if plan.is_dir() else plan.absolute().parent
        for path in _files(plan, changed):
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = changed.get(path)
            target.write_bytes(path.read_bytes() if text is None else text.encode())
        return load(copy if plan.is_dir() else copy / plan.name)


def _files(plan: Path, changed: Iterable[Path]) -> Iterator[Path]:
    known = plan.absolute().rglob("*.y*ml") if plan.is_dir() else [plan.absolute()]
    yield from dict.fromkeys([*(path for path in known if path.is_file()), *changed])
