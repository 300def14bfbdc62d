"""A plan as it was at a revision of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


class RevisionError(Exception):
    """The plan can't be had at that revision; the text says why."""


def plan_at(revision: str, plan: Path, target: Path) -> Path:
    """Put the files of ``plan`` as they were at a revision below ``target``; where they are. Of a
    plan in one file that is all that lay beside it, since it may name pictures.

    RevisionError if git doesn't know the revision, or the plan wasn't there yet.
    """
    folder = plan.resolve().parent if plan.is_file() else plan.resolve()
    if not folder.is_dir():
        raise RevisionError(f"There is no plan at {plan}.")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    inside = plan.resolve().relative_to(top).as_posix()
    _git(top, "cat-file", "-e", f"{revision}:{inside if inside != '.' else ''}")
    beside = folder.relative_to(top).as_posix()
    archive = _git(top, "archive", "--format=tar", revision, "--", beside)
    _unpack(archive, target)
    return target / inside


def is_there(named: str) -> bool:
    """Whether what somebody named is a path rather than a revision."""
    try:
        return Path(named).exists()
    except OSError:  # no name that the system could hold, or a folder that may not be entered
        return False


def last_commit(file: Path) -> str | None:
    """The last commit that changed a file; None if it was never committed. RevisionError if git
    can't be asked."""
    found = _git(file.resolve().parent, "log", "-1", "--format=%H", "--", file.name)
    return found.decode().strip() or None


def versions(file: Path) -> Iterator[tuple[str, bytes]]:
    """The commits that changed a file, the newest first, with its bytes then. RevisionError if git
    can't be asked."""
    folder = file.resolve().parent
    for commit in _git(folder, "log", "--format=%H", "--", file.name).decode().split():
        with suppress(RevisionError):  # It was deleted there.
            yield commit, _git(folder, "show", f"{commit}:./{file.name}")


def _unpack(archive: bytes, target: Path) -> None:
    """Write the files of a tar archive below ``target``; links and the like are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for member in packed:
            content = packed.extractfile(member) if member.isfile() else None
            path = target / member.name
            if content is not None and path.resolve().is_relative_to(target.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    except FileNotFoundError:
        raise RevisionError("git isn't installed; name two folders instead.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise RevisionError(said[-1] if said else "git knows no such revision.") from None
    return done.stdout
