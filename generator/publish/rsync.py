"""A host that the user's own rsync reaches: `user@host:/path`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.names import LIST, MANIFEST, RECORD
from generator.publish.secrets import without_secrets
from generator.publish.source import Source
from generator.publish.store import Sent
from generator.publish.tool import Tool

_NOT_THERE = frozenset({23})
"""How rsync ends when what was asked for, or some of it, isn't there or may not be read."""
_LISTED = re.compile(r"[^d]\S*\s+[\d,.]+\s+\S+\s+\S+\s(.+)")
_NAMES = ("--from0", "--files-from=-")
# Why no `--times`: unchanged files shall stay as they are, and a build on another computer gives
# every file a new time. `--secluded-args` keeps a remote shell from reading paths as commands; by
# this name old versions know it too.
_COPY = ("--checksum", "--chmod=D755,F644", "--protect-args", "--timeout=120")
# Names as they are, not with signs such as \#303 in them.
_SAID = ("--8-bit-output", "--out-format=%n")


@dataclass
class RsyncStore:
    """rsync compares by checksum and puts each file in place in one step. One call per stage."""

    source: Source
    target: str
    lot: int = 0
    program: str = "rsync"

    @property
    def name(self) -> str:
        """The target."""
        return without_secrets(self.target)

    @property
    def _tool(self) -> Tool:
        return Tool(self.program, self.name)

    @property
    def _folder(self) -> str:
        if self.target.endswith(":"):
            return f"{self.target}./"  # The user's own folder there; never the root of all.
        return f"{self.target.rstrip('/')}/"

    def listed(self) -> Sequence[str]:
        """What is there; a folder that may not be read hides only what is in it."""
        printed = self._tool.run(
            ["--recursive", "--list-only", "--8-bit-output", "--protect-args", "--", self._folder],
            partly=_NOT_THERE,
        )
        lines = (printed or b"").decode("utf-8", "replace").splitlines()
        return [found[1] for line in lines if (found := _LISTED.fullmatch(line))]

    def read(self, path: str) -> bytes | None:
        """A small file."""
        with TemporaryDirectory(prefix="runbook-") as folder:
            there = self._tool.run(
                ["--protect-args", "--", f"{self._folder}{path}", f"{folder}/"],
                absent=_NOT_THERE,
            )
            file = Path(folder, path.rpartition("/")[2])
            return file.read_bytes() if there is not None and file.is_file() else None

    def changed(self, paths: Sequence[str], _: Mapping[str, str]) -> list[str]:
        """Which of them rsync would send."""
        if self.read(RECORD) is None and not {LIST, MANIFEST} & set(self.listed()):
            return list(paths)
        arguments = [
            *_COPY,
            *_SAID,
            *_NAMES,
            "--dry-run",
            "--",
            f"{self.source.folder}/",
            self._folder,
        ]
        printed = self._tool.run(arguments, given=_named(paths)) or b""
        return [line for line in printed.decode().splitlines() if not line.endswith("/")]

    def send(self, paths: Sequence[str], sent: Sent) -> int:
        """Send those that differ."""
        count = 0

        def line(name: str) -> None:
            nonlocal count
            if not name.endswith("/"):
                count += 1
                sent(1)

        arguments = [*_COPY, *_SAID, *_NAMES, "--", f"{self.source.folder}/", self._folder]
        self._tool.run(arguments, given=_named(paths), line=line)
        return count

    def write(self, path: str, content: bytes) -> None:
        """Write a small file; the target's own folder is made, none above it."""
        with TemporaryDirectory(prefix="runbook-") as folder:
            file = Path(folder, path)
            file.write_bytes(content)
            self._tool.run([*_COPY, "--", str(file), self._folder])

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files: rsync is told of names that a folder lacks, though it has their folders."""
        if not paths:
            return
        with TemporaryDirectory(prefix="runbook-") as empty:
            for path in paths:
                Path(empty, path).parent.mkdir(parents=True, exist_ok=True)
            arguments = ["--delete-missing-args", "--existing", "--protect-args", *_NAMES, "--"]
            self._tool.run([*arguments, f"{empty}/", self._folder], given=_named(paths))


def _named(paths: Sequence[str]) -> bytes:
    return b"".join(path.encode() + b"\0" for path in paths)
