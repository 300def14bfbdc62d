"""A folder to publish to, and one that is pulled out."""

from __future__ import annotations

from pathlib import Path

from generator.publish import Source, publish
from generator.publish.folder import FolderStore, write_flushed


class StickPulledOutError(OSError):
    """The medium is gone."""


class Failing:
    """Writes files until the ``last``; then the stick is pulled out, half-way in a file."""

    def __init__(self, last: int):
        self.left = last
        self.paths: list[str] = []

    def __call__(self, path: str, content: bytes) -> None:
        if self.left == 0:
            Path(path).write_bytes(content[: len(content) // 2])
            raise StickPulledOutError(5, "Input/output error")
        self.left -= 1
        write_flushed(path, content)


def bring(site: Path, target: Path) -> tuple[int, int]:
    source = Source.read(site)
    done = publish(source, FolderStore(source, target))
    assert done.sent + done.unchanged == len(source.files)
    return done.sent, done.removed
