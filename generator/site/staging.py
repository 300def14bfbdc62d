"""How what a build made becomes files: those whose bytes changed are replaced.

All of them are written beside the old ones first, so that a full disk, a folder that can't be
written or an interruption leaves the old site. A list in the site's folder says which files are
ours, so that nothing else is ever removed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from time import time

from generator.outputs.artifact import Artifact
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display

LIST = ".runbook-site"
"""The file in a site's folder that lists what a build wrote there."""

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends without it."""

_PART = ".part"
_LONGEST_BUILD = 600.0

_HEADER = "This folder is written by `runbook build`. These files are replaced by the next build:"


@dataclass
class Staging:
    """A folder that builds write to; it may serve many builds, and then writes only changes."""

    folder: Path
    _written: dict[str, bytes] = field(default_factory=dict)

    def fill(self, artifacts: Iterable[Artifact]) -> int:
        """Make the folder hold exactly these files. Returns how many were written."""
        here: dict[str, bytes] = {}
        changed = 0
        for artifact in artifacts:
            digest = blake2b(artifact.content, digest_size=16).digest()
            here[artifact.path] = digest
            if self._written.get(artifact.path) != digest:
                _write(f"{self.folder}/{artifact.path}", artifact.content, os.O_TRUNC)
                changed += 1
        for path in self._written.keys() - here.keys():
            (self.folder / path).unlink(missing_ok=True)
            changed += 1
        self._written = here
        return changed


@dataclass(frozen=True, slots=True)
class Published:
    """How a site's folder changed."""

    written: int
    removed: int
    unchanged: int


def refuse_foreign(site: Path) -> None:
    """PlanError if ``site`` holds something that no build of ours wrote."""
    if site.is_file():
        raise _foreign(site, "There is a file at this path.", "Name a folder with `--site-dir`.")
    if site.is_dir() and not (site / LIST).is_file() and any(site.iterdir()):
        raise _foreign(
            site,
            "This folder holds files that no build of a runbook wrote; they stay as they are.",
            "Name an empty or new folder with `--site-dir`, or empty this one by hand.",
        )


def _foreign(site: Path, message: str, cure: str) -> PlanError:
    return PlanError([Problem("foreign-files", message, Position(display(site)), cure)])


def publish(
    artifacts: Callable[[], Iterable[Artifact]], site: Path, paths: set[str] | None = None
) -> Published:
    """Make ``site`` hold exactly these files; one whose bytes are the same isn't touched.

    ``artifacts`` is asked once more if their ``paths`` aren't known, so that not all of them need
    to be in memory at once. PlanError if the folder can't be written; it is as it was then.
    """
    refuse_foreign(site)
    try:
        return _publish(artifacts, site, paths)
    except OSError as error:
        raise PlanError([_unwritable(site, error)]) from error


def _unwritable(site: Path, error: OSError) -> Problem:
    return Problem(
        "site-not-written",
        f"The site's folder can't be written ({error.strerror}).",
        Position(display(site)),
        "Check that you may write there and that the disk isn't full, or name another folder "
        "with `--site-dir`.",
    )


def _publish(
    artifacts: Callable[[], Iterable[Artifact]], site: Path, paths: set[str] | None
) -> Published:
    before = set(_listed(site))
    if paths is None:
        paths = {artifact.path for artifact in artifacts()}
    # The list grows before files do: if this stops half-way, the next build still knows its own.
    _replace(f"{site}/{LIST}", _as_list(before | paths))
    waiting: list[str] = []
    try:
        written = sum(_put(site, one, waiting, before | paths) for one in artifacts())
    except BaseException:
        for path in waiting:
            (site / _beside(path)).unlink(missing_ok=True)
        raise
    for path in waiting:
        os.replace(f"{site}/{_beside(path)}", f"{site}/{path}")  # noqa: PTH105 - see `_write`
    others = {path for path in before - paths if (site / path).exists()}
    busy = {path for path in others if _may_be_under_way(site / path)}
    for path in sorted(others - busy):
        _remove(site, path)
    _replace(f"{site}/{LIST}", _as_list(paths | busy))
    return Published(written, len(others - busy), len(paths) - written)


def _put(site: Path, artifact: Artifact, waiting: list[str], ours: set[str]) -> bool:
    """Write a file that is new; one that differs from what is there goes beside it, and to those
    that are ``waiting``. Returns False if the file is there with this content already."""
    target = f"{site}/{artifact.path}"
    try:
        _write(target, artifact.content, os.O_EXCL)
    except FileExistsError:
        if _holds(target, artifact.content):
            return False
        if not waiting:
            _replace(f"{site}/{LIST}", _as_list({*ours, *map(_beside, ours)}))
        waiting.append(artifact.path)
        _write(f"{site}/{_beside(artifact.path)}", artifact.content, os.O_TRUNC)
    return True


def _beside(path: str) -> str:
    """Where a new file waits for the others; each process has its own, if two build at once."""
    return f"{path}.{os.getpid()}{_PART}"


def _may_be_under_way(file: Path) -> bool:
    """Whether another build may be about to put this file in its place, or just did."""
    if not file.name.endswith(_PART):
        return False
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


def _replace(target: str, content: bytes) -> None:
    """Write a file in one step, unless it has this content already."""
    if not _holds(target, content):
        _write(_beside(target), content, os.O_TRUNC)
        os.replace(_beside(target), target)  # noqa: PTH105 - see `_write`


def _holds(target: str, content: bytes) -> bool:
    try:
        with open(target, "rb", buffering=0) as file:  # noqa: PTH123 - see `_write`
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def _write(path: str, content: bytes, how: int) -> None:
    """Write to a file that is opened in this way; its folder is made if there is none.

    Why plain text for paths, and the system's own calls: for files as small as pages, `pathlib`
    and Python's buffers take longer than the system.
    """
    how |= os.O_WRONLY | os.O_CREAT | _BINARY
    try:
        file = os.open(path, how, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = os.open(path, how, 0o666)
    with open(file, "wb", buffering=0) as opened:  # noqa: PTH123
        rest = memoryview(content)
        while rest:
            rest = rest[opened.write(rest) :]


def _remove(site: Path, path: str) -> None:
    """Remove a file of ours, and the folders that are empty then."""
    (site / path).unlink(missing_ok=True)
    folder = (site / path).parent
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
