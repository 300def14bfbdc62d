"""Read a plan's files: one YAML file, or every YAML file in a folder, merged by topic."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from msgspec import Struct

from generator.problems import Position, Problem, Severity
from generator.source.merging import PlanSource, merge
from generator.source.tree import Fields, Node
from generator.source.yaml_text import read_yaml

SUFFIXES = (".yml", ".yaml")
MAX_BYTES = 32 * 2**20
MAX_FILES = 5_000


class _Parsed(Struct, frozen=True):
    """One file's tree and problems, kept for as long as its bytes stay the same."""

    data: bytes
    text: str
    tree: Node | None
    problems: tuple[Problem, ...]


_parsed: dict[str, _Parsed] = {}


def forget() -> None:
    """Let go of the trees that are kept for the next reading: there will be none."""
    _parsed.clear()


def read_plan(path: Path) -> PlanSource:
    """Read the plan at ``path``, a YAML file or a folder of them. Never raises for bad input."""
    source = PlanSource(path.parent, Fields(display(path), 1, 1))
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        _add_unreadable(source, path, error)
        return source
    except (OSError, ValueError):  # nothing there, or a name that no system can hold
        source.problems.append(_no_plan(path, "There is nothing at this path."))
        return source
    files = [path]
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        # A device may never end, and a pipe never begin.
        source.problems.append(_no_plan(path, "This is neither a file nor a folder."))
        return source
    if stat.S_ISDIR(mode):
        source.folder = path
        files, failures = _files(path)
        for failure in failures:
            _add_unreadable(source, Path(failure.filename), failure, "folder")
    if not files and not source.problems:
        source.problems.append(_no_plan(path, "This folder has no YAML file."))
    if len(files) > MAX_FILES:
        source.problems.append(_no_plan(path, f"This folder has over {MAX_FILES:,} YAML files."))
        return source
    for file in files:
        _add_file(source, file)
    failed = any(problem.severity is Severity.ERROR for problem in source.problems)
    if files and not failed and not source.root.entries:
        source.problems.append(_no_plan(path, "The plan is empty."))
    return source


def display(path: Path) -> str:
    """The path as messages show it: relative to the working folder where it is inside it."""
    try:
        # Links are not followed: the name is the one that the maintainer sees.
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100
    except ValueError:
        return path.as_posix()


def plan_files(folder: Path) -> list[Path]:
    """The YAML files that a folder's plan consists of, as far as they can be found."""
    return _files(folder)[0]


def _files(folder: Path) -> tuple[list[Path], list[OSError]]:
    """The YAML files below a folder in order, and what was met instead of folders' contents."""
    found: list[Path] = []
    failures: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = (name for name in folders if not name.startswith("."))
        paths = (Path(place, name) for name in names if not name.startswith("."))
        found += (path for path in paths if path.suffix in SUFFIXES and _may_be_file(path))
    return sorted(found), failures


def _may_be_file(path: Path) -> bool:
    """False for pipes and the like; what can't be looked at is reported when it is read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _no_plan(path: Path, message: str) -> Problem:
    return Problem(
        "no-plan",
        message,
        Position(display(path)),
        "Name a plan's YAML file or its folder; `runbook init DIR` writes one to start from.",
    )


def _add_file(source: PlanSource, path: Path) -> None:
    name = display(path)
    parsed = _parse(path, name, source.folder)
    source.texts[name] = parsed.text
    source.problems.extend(parsed.problems)
    if parsed.tree is not None:
        merge(source, parsed.tree)
    elif any(problem.severity is Severity.ERROR for problem in parsed.problems):
        source.unread.add(name)


def _parse(path: Path, name: str, folder: Path) -> _Parsed:
    try:
        size = path.stat().st_size
        if not path.resolve().is_relative_to(folder.resolve()):
            return _failed(
                name,
                "path-outside-plan",
                "This file is a link that leaves the plan's folder.",
                "Copy the file into the folder.",
            )
        if size > MAX_BYTES:
            return _failed(
                name,
                "file-too-large",
                f"This file is over {MAX_BYTES >> 20} MB.",
                "Split it by topic.",
            )
        data = path.read_bytes()
    except OSError as error:
        return _Parsed(b"", "", None, (_unreadable(path, error),))
    known = _parsed.get(name)
    if known is None or known.data != data:
        known = _parsed[name] = _parse_bytes(data, name)
    return known


def _add_unreadable(source: PlanSource, path: Path, error: OSError, what: str = "file") -> None:
    source.problems.append(_unreadable(path, error, what))
    source.unread.add(display(path))


def _unreadable(path: Path, error: OSError, what: str = "file") -> Problem:
    return Problem(
        "unreadable-file",
        f"This {what} can't be read ({error.strerror}).",
        Position(display(path)),
        "Check that it exists and that you may read it.",
    )


def _failed(name: str, code: str, message: str, cure: str) -> _Parsed:
    return _Parsed(b"", "", None, (Problem(code, message, Position(name), cure),))


def _parse_bytes(data: bytes, name: str) -> _Parsed:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problem = Problem(
            "not-utf-8",
            "This file isn't UTF-8 text: a byte here belongs to another encoding.",
            Position(name, line, column),
            "In your editor choose “Save with encoding: UTF-8”.",
        )
        return _Parsed(data, "", None, (problem,))
    problems: list[Problem] = []
    tree = read_yaml(text, name, problems.append)
    if tree is None and not problems:
        problems.append(
            Problem(
                "empty-file",
                "This file says nothing.",
                Position(name),
                "Fill it in or delete it.",
                Severity.WARNING,
            )
        )
    return _Parsed(data, text, tree, tuple(problems))
