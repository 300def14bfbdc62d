"""The folder that a live preview builds to, again and again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.outputs.artifact import Artifact
from generator.site.files import write


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
                write(f"{self.folder}/{artifact.path}", artifact.content, os.O_TRUNC)
                changed += 1
        for path in self._written.keys() - here.keys():
            (self.folder / path).unlink(missing_ok=True)
            changed += 1
        self._written = here
        return changed
