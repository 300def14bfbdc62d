"""Any storage that the user's own rclone reaches: `rclone:remote:path`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.publish.fault import PublishError
from generator.publish.names import RECORD, is_lasting
from generator.publish.secrets import without_secrets
from generator.publish.source import Source
from generator.publish.store import Sent
from generator.publish.tool import Tool
from generator.seal.kinds import content_type

_NOT_THERE = frozenset({3, 4})
"""How rclone ends when a folder or file isn't there."""
_FOREVER = "public, max-age=31536000, immutable"
_ASK = "no-cache"


@dataclass
class RcloneStore:
    """Not every storage knows checksums or times, so the record at the target decides what is sent.

    Content type and caching go with each file: storage such as S3 serves what it was told.
    """

    source: Source
    remote: str
    lot: int = 250
    program: str = "rclone"
    _sizes: dict[str, int] | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """The target."""
        return f"rclone:{without_secrets(self.remote)}"

    @property
    def _tool(self) -> Tool:
        return Tool(self.program, self.name)

    def _at(self, path: str) -> str:
        joint = "" if self.remote.endswith((":", "/")) else "/"
        return f"{self.remote}{joint}{path}"

    def listed(self) -> Sequence[str]:
        """Every file there."""
        return list(self._there())

    def _there(self) -> dict[str, int]:
        """Path → size in bytes (-1 where the storage doesn't know) of every file there."""
        if self._sizes is None:
            options = ["--recursive", "--files-only", "--no-modtime", "--no-mimetype"]
            printed = self._tool.run(["lsjson", *options, "--", self.remote], absent=_NOT_THERE)
            try:
                self._sizes = {str(one["Path"]): int(str(one["Size"])) for one in _list(printed)}
            except (ValueError, KeyError, TypeError):
                raise PublishError(
                    self.name,
                    "tool-failed",
                    "rclone's list of files can't be read.",
                    "Install a newer rclone.",
                ) from None
        return self._sizes

    def read(self, path: str) -> bytes | None:
        """A small file."""
        if path not in self._there():
            return None
        return self._tool.run(["cat", "--", self._at(path)], absent=_NOT_THERE)

    def changed(self, paths: Sequence[str], known: Mapping[str, str]) -> list[str]:
        """What isn't recorded with this content, or isn't there in this size."""
        return [path for path in paths if not self._is_there(path, known)]

    def _is_there(self, path: str, known: Mapping[str, str]) -> bool:
        size = self._there().get(path)
        if size is None or known.get(path) != self.source.files[path]:
            return False
        return size in (-1, (self.source.folder / path).stat().st_size)

    def send(self, paths: Sequence[str], sent: Sent) -> int:
        """Send all of these, those with the same headers at once."""
        for headers, group in _groups(paths):
            given = "".join(f"{path}\n" for path in group).encode()
            # Why --ignore-times: without it, some storage takes two files of one size as the same.
            options = ["--files-from-raw=-", "--ignore-times", "--no-traverse", *headers]
            arguments = ["copy", *options, "--", str(self.source.folder), self.remote]
            self._tool.run(arguments, given=given)
            for path in group:
                self._there()[path] = (self.source.folder / path).stat().st_size
            sent(len(group))
        return len(paths)

    def write(self, path: str, content: bytes) -> None:
        """Write a small file."""
        self._tool.run(["rcat", *_headers(path), "--", self._at(path)], given=content)
        self._there()[path] = len(content)

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files."""
        there = [path for path in paths if path in self._there() and path != RECORD]
        given = "".join(f"{path}\n" for path in there).encode()
        if there:
            arguments = ["delete", "--files-from-raw=-", "--", self.remote]
            self._tool.run(arguments, given=given, absent=_NOT_THERE)


def _list(printed: bytes | None) -> list[dict[str, object]]:
    found = json.loads(printed or b"[]")
    return found if isinstance(found, list) else []


def _headers(path: str) -> tuple[str, ...]:
    caching = _FOREVER if is_lasting(path) else _ASK
    return (
        f"--header-upload=Content-Type: {content_type(path)}",
        f"--header-upload=Cache-Control: {caching}",
    )


def _groups(paths: Sequence[str]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Files in their order, by headers; within a stage the order doesn't matter but for pages,
    which come after what they show."""
    for _, stage in groupby(paths, key=lambda path: path.endswith(".html")):
        some = sorted(stage, key=_headers)
        for headers, group in groupby(some, key=_headers):
            yield headers, list(group)
