"""A folder as the target: on a share, a USB stick or a server's disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.publish.fault import PublishError
from generator.publish.names import RECORD, is_leftover
from generator.publish.source import Source, changed_meanwhile
from generator.publish.store import Sent
from generator.site.files import holds, remove, write

Write = Callable[[str, bytes], None]

_NAMES = frozenset({errno.EINVAL, errno.EILSEQ, errno.ENAMETOOLONG})
"""What a system says of a name that its medium can't keep."""


def write_flushed(path: str, content: bytes) -> None:
    """Write a file whole; its folder is made if there is none."""
    write(path, content, os.O_TRUNC)


@dataclass
class FolderStore:
    """Each file is written beside and put in place in one step; all of a stage is on the disk
    itself before the next begins, so that a stick may be pulled out at any time."""

    source: Source
    folder: Path
    write_file: Write = write_flushed
    lot: int = 0
    _written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._refuse_wrong_place()

    @property
    def name(self) -> str:
        """The folder."""
        return str(self.folder)

    def listed(self) -> Sequence[str]:
        """Every file and link below it."""
        with self._said():
            return list(self._below())

    def _below(self) -> Iterator[str]:
        for file in self.folder.rglob("*") if self.folder.is_dir() else ():
            if file.is_symlink() or not file.is_dir():
                yield file.relative_to(self.folder).as_posix()

    def read(self, path: str) -> bytes | None:
        """A small file."""
        with self._said(), suppress(FileNotFoundError, NotADirectoryError):
            return (self.folder / path).read_bytes()
        return None

    def changed(self, paths: Sequence[str], _: Mapping[str, str]) -> list[str]:
        """Which files aren't there with the same bytes."""
        return [path for path in paths if not holds(self._at(path), self._content(path))]

    def send(self, paths: Sequence[str], sent: Sent) -> int:
        """Write those that differ."""
        self._refuse_names_alike()
        count = 0
        for path in paths:
            content = self._content(path)
            if not holds(self._at(path), content):
                self._put(path, content)
                count += 1
            sent(1)
        self._settle()
        return count

    def write(self, path: str, content: bytes) -> None:
        """Write a small file."""
        self._put(path, content)
        self._settle()

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and the folders that are empty then."""
        with self._said():
            for path in paths:
                # Why: what lies behind a link is another's, whatever the record says.
                with suppress(NotADirectoryError):
                    if not self._link_above(path):
                        remove(self.folder, path)
            for path in [path.name for path in self.folder.iterdir() if is_leftover(path.name)]:
                remove(self.folder, path)

    def _link_above(self, path: str) -> str:
        """The first folder above a file of the target that is a link to another; empty if none."""
        steps = path.split("/")
        folders = ("/".join(steps[:depth]) for depth in range(1, len(steps)))
        return next((one for one in folders if os.path.islink(self._at(one))), "")  # noqa: PTH114

    def _at(self, path: str) -> str:
        return f"{self.folder}/{path}"

    def _content(self, path: str) -> bytes:
        try:
            content = (self.source.folder / path).read_bytes()
        except OSError:
            raise changed_meanwhile(self.source.folder / path) from None
        if sha256(content).hexdigest() != self.source.files[path]:
            raise changed_meanwhile(self.source.folder / path)
        return content

    def _put(self, path: str, content: bytes) -> None:
        """Write a file beside, at the top so that what a fault leaves is found, then move it."""
        if link := self._link_above(path):
            fault = "It is a link to another folder, into which nothing of the plan is written."
            raise PublishError(
                self._at(link), "link-at-target", fault, "Take it away, and publish."
            )
        beside = self._at(f"{RECORD}.{os.getpid()}.part")
        target = self._at(path)
        with self._said(path):
            try:
                self.write_file(beside, content)
                os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
                os.replace(beside, target)  # noqa: PTH105
            except BaseException:
                with suppress(OSError):
                    Path(beside).unlink()
                raise
        self._written.append(target)

    def _settle(self) -> None:
        """Wait until what was written is on the disk itself, and the folders that name it."""
        with self._said():
            folders = {os.path.dirname(path) for path in self._written}  # noqa: PTH120
            for path in self._written:
                _flush(path)
            if os.name == "posix":
                for path in sorted(folders):
                    with suppress(OSError):
                        _flush(path)
        self._written.clear()

    @contextmanager
    def _said(self, path: str = "") -> Iterator[None]:
        """Says an error of the system as a fault with its cure."""
        try:
            yield
        except OSError as error:
            fault = f"It can't be written ({error.strerror})."
            cure = "Check that there is room and that you may write there; then publish again."
            if path and error.errno in _NAMES:
                cure = 'Rename it: some sticks take no < > : " | ? * \\ and no very long names.'
            if isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError):
                fault = "The folder went away, or a file and a folder stand in each other's place."
                cure = "Check that the stick or share is there; then publish again."
            place = self._at(path) if path else self.name
            raise PublishError(place, "not-written", fault, cure) from None

    def _refuse_names_alike(self) -> None:
        """PublishError if two files would be one where capitals don't count, and there they don't;
        the record, which is there by now, tells."""
        if not os.path.exists(self._at(RECORD.upper())):  # noqa: PTH110
            return
        known: dict[str, str] = {}
        for path in self.source.files:
            if (other := known.setdefault(path.casefold(), path)) != path:
                fault = f"This medium takes it and `{other}` for one file."
                raise PublishError(path, "names-alike", fault, "Rename one of them, and build.")

    def _refuse_wrong_place(self) -> None:
        here, there = self.source.folder.resolve(), self.folder.resolve()
        if here == there or here in there.parents or there in here.parents:
            fault = "The target and the site's folder are one, or one is in the other."
            raise PublishError(self.name, "target-is-site", fault, "Name another folder.")
        if self.folder.exists() and not self.folder.is_dir():
            raise PublishError(self.name, "not-a-folder", "It is a file.", "Name a folder.")
        if not there.parent.is_dir():
            fault = f"There is no folder {there.parent}."
            cure = "Is the stick plugged in, or the share connected? If so, make that folder first."
            raise PublishError(self.name, "no-such-place", fault, cure)


def _flush(path: str) -> None:
    file = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)
