"""Where a build writes to, and how what it wrote becomes the site.

A build fills a staging folder; only when all of it is there and verified are the site's files
replaced, those whose bytes changed, one by one. A list in the site's folder says which files are
ours, so that nothing else is ever removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that the folder holds."""
        return tuple(sorted(self._written))


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


def publish(staging: Staging, site: Path) -> Published:
    """Bring ``site`` to what ``staging`` holds; a file whose bytes are the same isn't touched."""
    refuse_foreign(site)
    before = set(_listed(site))
    # The list grows before files do: if this stops half-way, the next build still knows its own.
    _replace(site / LIST, _as_list(before.union(staging.paths)))
    written = sum(_bring(staging.folder / path, site / path) for path in staging.paths)
    gone = sorted(before.difference(staging.paths))
    for path in gone:
        _remove(site, path)
    _replace(site / LIST, _as_list(staging.paths))
    return Published(written, len(gone), len(staging.paths) - written)


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


def _bring(source: Path, target: Path) -> bool:
    content = source.read_bytes()
    return _replace(target, content)


def _replace(target: Path, content: bytes) -> bool:
    """Write a file in one step, unless it has this content already."""
    try:
        if target.read_bytes() == content:
            return False
    except OSError:
        pass
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
