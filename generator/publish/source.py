"""The sealed site that is to be published: a folder that was looked at before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from generator.publish.fault import PublishError
from generator.publish.names import MANIFEST, WORKER, is_inside, is_lasting, is_published
from generator.publish.record import Revision
from generator.verify.sealed import NotSealedError, SealedSite, read_sealed

_BUILD = "Build the site again with `runbook build`, then publish."


class Source(Struct, frozen=True):
    """A site's folder, and the SHA-256 of each file that is to be published."""

    folder: Path
    files: Mapping[str, str]
    name: str
    """The plan's title and revision, for people."""
    sequence: int
    """Seconds since 1970 at which it was made; what orders revisions."""

    @classmethod
    def read(cls, folder: Path) -> Source:
        """Look at every file. PublishError if the site isn't sealed, or isn't whole."""
        if not folder.is_dir():
            raise PublishError(str(folder), "no-site", "There is no such folder.", _BUILD)
        try:
            files = {path: _hash(folder / path) for path in _paths(folder)}
            sealed = _sound(folder, files)
        except OSError as error:
            raise _unreadable(folder, error) from None
        return cls(folder, files, sealed.name, sealed.sequence)

    @property
    def revision(self) -> Revision:
        """The revision that it holds."""
        packs = frozenset(filter(is_lasting, self.files))
        return Revision(self.files[MANIFEST], packs, self.sequence)

    def stages(self) -> tuple[list[str], ...]:
        """The paths in the order in which they may be written: a page after what it shows, the
        manifest when all that it names is there, and the worker last."""
        last = (MANIFEST, WORKER)
        content = sorted((_rank(path), path) for path in self.files if path not in last)
        return [path for _, path in content], [MANIFEST], [WORKER]

    def refuse_changed(self) -> None:
        """PublishError if a build replaced the site since it was read."""
        for path in (MANIFEST, WORKER):
            try:
                same = _hash(self.folder / path) == self.files[path]
            except OSError:
                same = False
            if not same:
                raise changed_meanwhile(self.folder / path)


def changed_meanwhile(file: Path) -> PublishError:
    """A file isn't what it was when the publication began."""
    return PublishError(
        str(file),
        "site-changed",
        "The site was changed while it was being published; what is served is still the old one.",
        "Wait until the build is done, and publish again.",
    )


def _rank(path: str) -> int:
    if is_lasting(path):
        return 0
    return 2 if path.endswith(".html") else 1


def _paths(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if not is_published(path) or (file.is_dir() and not file.is_symlink()):
            continue
        if file.is_symlink() or not file.is_file():
            fault = "It is a link or no plain file; what it leads to might not be meant for others."
            raise PublishError(_shown(folder, path), "no-plain-file", fault, "Take it out.")
        if not is_inside(path):
            fault = "Its name holds a sign that can't be printed."
            raise PublishError(_shown(folder, path), "file-name", fault, "Rename it, and build.")
        yield path


def _shown(folder: Path, path: str) -> str:
    return ascii(f"{folder}/{path}")[1:-1]


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _sound(folder: Path, files: Mapping[str, str]) -> SealedSite:
    """What the site says of itself. PublishError if that isn't so."""
    try:
        sealed = read_sealed(lambda path: (folder / path).read_bytes())
    except NotSealedError as error:
        raise PublishError(
            f"{folder}/{error.path}", "site-not-whole", error.message, _BUILD
        ) from None
    except FileNotFoundError as error:
        fault = "It isn't there: the site isn't sealed, or not whole."
        raise PublishError(str(error.filename), "site-not-whole", fault, _BUILD) from None
    for path, wanted in sealed.files.items():
        if files.get(path) != wanted.sha256:
            what = "was changed after the build" if path in files else "is missing"
            fault = f"The file {what}."
            raise PublishError(f"{folder}/{path}", "site-not-whole", fault, _BUILD)
    for sha in sealed.packs:
        if f"offline/{sha}.pack" not in files:
            fault = "The file is missing."
            raise PublishError(f"{folder}/offline/{sha}.pack", "site-not-whole", fault, _BUILD)
    return sealed


def _unreadable(folder: Path, error: OSError) -> PublishError:
    fault = f"It can't be read ({error.strerror})."
    place = str(error.filename or folder)
    return PublishError(place, "site-not-read", fault, "Check that you may read it.")
