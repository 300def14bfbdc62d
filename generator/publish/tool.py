"""Runs the user's own tool: with a list of arguments, never through a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from tempfile import TemporaryFile

from msgspec import Struct

from generator.publish.fault import PublishError
from generator.publish.secrets import without_secrets

_LINES = 3
"""So many of the last lines that the tool said are repeated."""


class Tool(Struct, frozen=True):
    """A program of the user, and where it is to bring something."""

    program: str
    place: str

    def run(
        self,
        arguments: Sequence[str],
        *,
        given: bytes = b"",
        absent: frozenset[int] = frozenset(),
        partly: frozenset[int] = frozenset(),
        line: Callable[[str], None] | None = None,
    ) -> bytes | None:
        """What it prints; ``given`` goes to its standard input, ``line`` is told each line as it
        comes. None if it ends with a status in ``absent``, or with one in ``partly`` and without a
        word. PublishError if it fails."""
        with TemporaryFile() as said, TemporaryFile() as wanted:
            wanted.write(given)
            wanted.seek(0)
            try:
                process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                    [self.program, *arguments],
                    stdin=wanted,
                    stdout=subprocess.PIPE,
                    stderr=said,
                    env={**os.environ, "LC_ALL": "C"},
                )
            except OSError as error:
                raise self._missing(error) from None
            printed = _printed(process, line)
            if process.returncode in absent:
                return None
            if process.returncode in partly:
                return printed or None
            if process.returncode != 0:
                said.seek(0)
                raise self._failed(process.returncode, said.read())
        return printed

    def _missing(self, error: OSError) -> PublishError:
        fault = f"`{self.program}` can't be started ({error.strerror})."
        cure = f"Install {self.program}, or see that it is in the search path."
        return PublishError(self.place, "tool-missing", fault, cure)

    def _failed(self, status: int, said: bytes) -> PublishError:
        words = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
        last = without_secrets(" / ".join(line.strip() for line in words[-_LINES:]))
        shown = "".join(sign if sign.isprintable() else " " for sign in last)
        fault = f"{self.program} ended with status {status}: {shown or 'it said nothing'}"
        cure = (
            f"Try {self.program} by itself with this target (address, key, rights, room); then "
            "publish again: it goes on where it was. What is served is one whole revision."
        )
        return PublishError(self.place, "tool-failed", fault, cure)


def _printed(process: subprocess.Popen[bytes], line: Callable[[str], None] | None) -> bytes:
    assert process.stdout is not None  # noqa: S101 - it was asked for
    printed = []
    try:
        for one in process.stdout:
            printed.append(one)
            if line is not None:
                line(one.decode("utf-8", "replace").rstrip("\n"))
        process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        process.stdout.close()
    return b"".join(printed)
