"""What was published: kept at the target, so that any computer can go on from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.publish.names import is_inside, is_lasting

_FORMAT = 1
_LATEST = 253_402_300_799
"""Seconds from 1970 to the end of the year 9999."""


class Revision(Struct, frozen=True):
    """A revision that phones may be fetching: its manifest's SHA-256, its packs' paths, and its
    sequence (0 if it isn't known), below which such phones take nothing."""

    manifest: str
    packs: frozenset[str]
    sequence: int = 0


class Record(Struct, frozen=True):
    """The files of ours at a target (path → SHA-256, empty if it may be half-way), and the
    revisions that phones may be fetching: the complete one, and those begun after it."""

    files: Mapping[str, str] = field(default_factory=dict)
    live: tuple[Revision, ...] = ()

    @classmethod
    def read(cls, content: bytes | None) -> Record | None:
        """The record, or None if there is none that can be read."""
        try:
            said = json.loads(content or b"")
            if said["format"] != _FORMAT:
                return None
            files = {str(path): str(sha) for path, sha in said["files"].items()}
            live = tuple(
                Revision(
                    str(one["manifest"]),
                    frozenset(map(str, one["packs"])),
                    _moment(one.get("sequence", 0)),
                )
                for one in said["live"]
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        return cls({path: sha for path, sha in files.items() if is_inside(path)}, live)

    def written(self) -> bytes:
        """The record as a file."""
        live = [
            {"manifest": one.manifest, "sequence": one.sequence, "packs": sorted(one.packs)}
            for one in self.live
        ]
        files = dict(sorted(self.files.items()))
        said = {"format": _FORMAT, "live": live, "files": files}
        return (json.dumps(said, ensure_ascii=False, indent=0) + "\n").encode()

    @property
    def newest(self) -> int:
        """The highest sequence that a phone may have from there."""
        return max((one.sequence for one in self.live), default=0)

    def begun(self, revision: Revision, files: Mapping[str, str]) -> Record:
        """While ``revision`` is on its way: what differs from what was there is uncertain."""
        same = {path: sha if self.files.get(path) == sha else "" for path, sha in files.items()}
        known = any(one.manifest == revision.manifest for one in self.live)
        live = self.live if known else (*self.live, revision)
        return Record({**self.files, **same}, live)

    def arrived(self, files: Mapping[str, str]) -> Record:
        """After these files are there."""
        return Record({**self.files, **files}, self.live)

    def finished(self, revision: Revision, files: Iterable[str]) -> Record:
        """When ``revision`` is complete: without the files that nobody needs any more. Packs of the
        revisions before it stay until the next one, for phones in the middle of an update."""
        if [one.manifest for one in self.live] == [revision.manifest]:
            kept = {path for path in self.files if is_lasting(path)}
        else:
            kept = {path for one in self.live for path in one.packs}
        kept |= set(files)
        return Record({path: sha for path, sha in self.files.items() if path in kept}, (revision,))


def _moment(said: object) -> int:
    """Seconds since 1970. ValueError if it isn't that."""
    if not isinstance(said, int) or not 0 <= said <= _LATEST:
        raise ValueError(said)
    return said
