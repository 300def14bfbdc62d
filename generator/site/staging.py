"""The folder that a live preview builds to, again and again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.outputs.artifact import Artifact
from generator.site.files import write


@dataclass
class Staging:
    """A folder that builds write to; it may serve many builds, and then writes only changes.

    The first build may find what another, which broke off, wrote there.
    """

    folder: Path
    _written: dict[str, bytes] | None = None

    def fill(self, artifacts: Iterable[Artifact]) -> int:
        """Make the folder hold exactly these files. Returns how many were written."""
        here: dict[str, bytes] = {}
        changed = 0
        if self._written is None:
            self._written = dict.fromkeys(self._found(), b"")
        for artifact in artifacts:
            digest = blake2b(artifact.content, digest_size=16).digest()
            here[artifact.path] = digest
            if self._written.get(artifact.path) != digest:
                write(f"{self.folder}/{artifact.path}", artifact.content, os.O_TRUNC)
                changed += 1
        for path in self._written.keys() - here.keys():
            (self.folder / path).unlink(missing_ok=True)
            changed += 1
        self._written = here
        return changed

    def _found(self) -> Iterator[str]:
        for file in self.folder.rglob("*"):
            if file.is_file():
                yield file.relative_to(self.folder).as_posix()
