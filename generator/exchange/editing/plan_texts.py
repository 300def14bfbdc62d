"""The new text of each of a plan's files that edits touch, read back before it is used."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from generator.exchange.editing.edits import Act, Edit, applied
from generator.exchange.editing.yaml_edit import edited, with_topic
from generator.exchange.editing.yaml_places import EditError
from generator.exchange.written import Written
from generator.load import Loaded, has_errors, load
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display
from generator.source.tree import Items, child, plain


def new_texts(plan: Path, loaded: Loaded, topic: str, edits: Sequence[Edit]) -> dict[Path, str]:
    """The new text of each file that edits of one topic touch.

    PlanError if the plan would then say anything else than the edits ask for.
    """
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
        return dict([_with_new_topic(plan, loaded, topic, [edit.value for edit in edits])])
    files = [item.position().file for item in things.items]
    by_file = _by_file(topic, files, edits)
    return {Path(name): edited(loaded.texts[name], own) for name, own in by_file.items()}


def _by_file(topic: str, files: Sequence[str], edits: Sequence[Edit]) -> dict[str, list[Edit]]:
    """Each file's own edits, with their paths in it; ``files`` are those of the topic's items."""
    first = {name: files.index(name) for name in files}
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        if len(edit.path) == 1:
            found.setdefault(files[-1], []).append(edit)
            continue
        number = int(edit.path[1])
        name = files[number]
        own = (topic, number - first[name], *edit.path[2:])
        found.setdefault(name, []).append(replace(edit, path=own))
    return found


def _with_new_topic(
    plan: Path, loaded: Loaded, topic: str, new: Sequence[Written]
) -> tuple[Path, str]:
    entry = loaded.places.root.entries.get(topic)
    if entry is not None:
        name = entry[0].file
        edits = [Edit(Act.APPEND, (topic,), value) for value in new]
        return Path(name), edited(loaded.texts[name], edits)
    file = plan / f"{topic}.yml" if plan.is_dir() else plan
    text = loaded.texts.get(display(file), "")
    if not text and file.exists():
        text = file.read_text("utf-8-sig")
    return file, with_topic(text, topic, new)


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
