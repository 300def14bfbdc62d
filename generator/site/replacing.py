"""How what a build made becomes files: those whose bytes changed are replaced.

All of them are written beside the old ones first, so that a full disk, a folder that can't be
written or an interruption leaves the old site. A list in the site's folder says which files are
ours, so that nothing else is ever removed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import time

from msgspec import Struct

from generator.aside import LostError
from generator.jobs import all_done
from generator.outputs.artifact import Artifact
from generator.problems import PlanError, Position, Problem
from generator.site.files import holds, remove, replace, write
from generator.source.folder import display

SITE_DIR = "--site-dir"

LIST = ".runbook-site"
"""The file in a site's folder that lists what a build wrote there."""

_PART = ".part"
_LONGEST_BUILD = 600.0

_HEADER = "This folder is written by `runbook`. These files are replaced by the next run:"

Lot = Callable[[], Iterable[Artifact]]
"""Makes some files of a site, with their paths in it; the same each time that it is called."""


class Published(Struct, frozen=True):
    """How a site's folder changed."""

    written: int
    removed: int
    unchanged: int


def refuse_foreign(site: Path, option: str = SITE_DIR) -> None:
    """PlanError if ``site``, which ``option`` of the command line names, holds something that no
    run of ours wrote."""
    if site.is_file():
        raise _foreign(site, "There is a file at this path.", f"Name a folder with `{option}`.")
    if site.is_dir() and not (site / LIST).is_file() and any(site.iterdir()):
        raise _foreign(
            site,
            "This folder holds files that `runbook` didn't write; they stay as they are.",
            f"Name an empty or new folder with `{option}`, or empty this one by hand.",
        )


def _foreign(site: Path, message: str, cure: str) -> PlanError:
    return PlanError([Problem("foreign-files", message, Position(display(site)), cure)])


def publish(
    lots: Sequence[Lot],
    site: Path,
    paths: set[str] | None = None,
    *,
    stays: Callable[[str], bool] = lambda _: False,
    option: str = SITE_DIR,
) -> Published:
    """Make ``site`` hold exactly these files; one whose bytes are the same isn't touched. What else
    an earlier run wrote goes, but for paths that ``stays`` is true of.

    The lots are made once more if their ``paths`` aren't known, so that not all files need to be
    in memory at once. PlanError if the folder, which ``option`` of the command line names, can't be
    written, LostError if what the lots put aside is gone; it is as it was then.
    """
    refuse_foreign(site, option)
    try:
        return _publish(lots, site, paths, stays)
    except LostError:
        raise
    except OSError as error:
        raise PlanError([_unwritable(site, error, option)]) from error


def _unwritable(site: Path, error: OSError, option: str) -> Problem:
    return Problem(
        "site-not-written",
        f"This folder can't be written ({error.strerror}).",
        Position(display(site)),
        "Check that you may write there, that no other program has a file of it open and that the "
        f"disk isn't full, or name another folder with `{option}`.",
    )


def _publish(
    lots: Sequence[Lot], site: Path, paths: set[str] | None, stays: Callable[[str], bool]
) -> Published:
    before = set(_listed(site))
    if paths is None:
        paths = {artifact.path for lot in lots for artifact in lot()}
    waiting = _Waiting(site, os.getpid())
    # The list grows before files do: if this stops half-way, the next build still knows its own.
    waiting.say(before | paths)
    added = all_done([partial(_add, lot, site) for lot in lots])
    changed = {path for one in added for path in one.changed}
    try:
        for one in added:
            if one.failure:
                raise one.failure
        if changed:
            waiting.say(before | paths | {waiting.beside(path) for path in changed})
            _write_beside(lots, [frozenset(one.changed) for one in added], waiting)
    except BaseException:
        _take_back(added, waiting, before)
        raise
    for path in sorted(changed):
        os.replace(f"{site}/{waiting.beside(path)}", f"{site}/{path}")  # noqa: PTH105
    others = {path for path in before - paths if (site / path).exists()}
    kept = {path for path in others if _may_stay(site / path, stays(path))}
    for path in sorted(others - kept):
        remove(site, path)
    waiting.say(paths | kept)
    written = sum(len(one.new) for one in added) + len(changed)
    return Published(written, len(others - kept), len(paths) - written)


class _Added(Struct, frozen=True):
    """What became of a lot: the new files that were written, and those that have to wait, since
    another content is there. ``failure`` is why it went no further."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    failure: OSError | None = None


def _add(lot: Lot, site: Path) -> _Added:
    """Write the files that are new, until one can't be made or written."""
    new: list[str] = []
    changed: list[str] = []
    failure: OSError | None = None
    try:
        for artifact in lot():
            target = f"{site}/{artifact.path}"
            if _is_added(target, artifact.content):
                new.append(artifact.path)
            elif not holds(target, artifact.content):
                changed.append(artifact.path)
    except OSError as error:
        failure = error
    return _Added(tuple(new), tuple(changed), failure)


def _is_added(target: str, content: bytes) -> bool:
    """Write a file, unless there is one."""
    try:
        write(target, content, os.O_EXCL)
    except FileExistsError:
        return False
    return True


def _take_back(added: Iterable[_Added], waiting: _Waiting, before: set[str]) -> None:
    """Remove the new files. What can't be removed stays on the list, for the next run."""
    left = set()
    for path in (path for one in added for path in one.new):
        try:
            remove(waiting.site, path)
        except OSError:
            left.add(path)
    with suppress(OSError):
        waiting.say(before | left)


class _Waiting(Struct, frozen=True):
    """Files that wait beside the old ones; each build has its own, if two run at once."""

    site: Path
    build: int

    def beside(self, path: str) -> str:
        return f"{path}.{self.build}{_PART}"

    def say(self, paths: Iterable[str]) -> None:
        """Bring the list of our files up to date."""
        replace(f"{self.site}/{LIST}", _as_list(paths), f"{self.site}/{self.beside(LIST)}")

    def write(self, lot: Lot, changed: frozenset[str]) -> None:
        for artifact in lot():
            if artifact.path in changed:
                write(f"{self.site}/{self.beside(artifact.path)}", artifact.content, os.O_TRUNC)


def _write_beside(
    lots: Sequence[Lot], changed: Sequence[frozenset[str]], waiting: _Waiting
) -> None:
    """Write what changed beside what is there, all of it or nothing."""
    paths = [path for lot in changed for path in sorted(lot)]
    pairs = zip(lots, changed, strict=True)
    try:
        all_done([partial(waiting.write, lot, some) for lot, some in pairs if some])
    except BaseException:
        for path in paths:
            with suppress(OSError):
                (waiting.site / waiting.beside(path)).unlink()
        raise


def _may_stay(file: Path, stays: bool) -> bool:
    """Whether a file stays; of one that waits, whether another build may be about to put it in its
    place, or just did."""
    if not file.name.endswith(_PART):
        return stays
    try:
        return time() - file.stat().st_mtime < _LONGEST_BUILD
    except FileNotFoundError:
        return True


def _listed(site: Path) -> Iterator[str]:
    """What an earlier build wrote to ``site``, as far as the paths stay inside it."""
    try:
        lines = (site / LIST).read_text("utf-8").splitlines()
    except OSError:
        return
    for line in lines[1:]:
        parts = line.split("/")
        if line and not line.startswith("/") and ".." not in parts and "" not in parts:
            yield line


def _as_list(paths: Iterable[str]) -> bytes:
    return "\n".join([_HEADER, *sorted(paths), ""]).encode()
