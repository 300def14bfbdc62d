"""How what a build made becomes files: those whose bytes changed are replaced, one by one.

A list in the site's folder says which files are ours, so that nothing else is ever removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.outputs.artifact import Artifact
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display

LIST = ".runbook-site"
"""The file in a site's folder that lists what a build wrote there."""

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
                _write(self.folder / artifact.path, artifact.content)
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


def publish(artifacts: Callable[[], Iterable[Artifact]], site: Path) -> Published:
    """Make ``site`` hold exactly these files; one whose bytes are the same isn't touched.

    ``artifacts`` is asked twice, so that not all of them need to be in memory at once.
    """
    refuse_foreign(site)
    before = set(_listed(site))
    paths = {artifact.path for artifact in artifacts()}
    # The list grows before files do: if this stops half-way, the next build still knows its own.
    _replace(site / LIST, _as_list(before | paths))
    written = sum(_replace(site / one.path, one.content) for one in artifacts())
    gone = sorted(before - paths)
    for path in gone:
        _remove(site, path)
    _replace(site / LIST, _as_list(paths))
    return Published(written, len(gone), len(paths) - written)


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


def _replace(target: Path, content: bytes) -> bool:
    """Write a file in one step, unless it has this content already.

    Where there is no file yet, nothing good can be lost: it is written at once.
    """
    try:
        if target.read_bytes() == content:
            return False
    except OSError:
        _write(target, content)
        return True
    part = target.with_name(f"{target.name}.part")
    _write(part, content)
    part.replace(target)
    return True


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _remove(site: Path, path: str) -> None:
    """Remove a file of ours, and the folders that are empty then."""
    (site / path).unlink(missing_ok=True)
    folder = (site / path).parent
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
