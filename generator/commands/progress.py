"""How far a long command is: one line that is written over, for somebody who watches."""

from __future__ import annotations

import sys
from time import monotonic

import click

_EVERY = 0.1


class Progress:
    """Says `12 of 340 files sent`, on a terminal only; the line is gone when it ends."""

    def __init__(self, what: str, of: int = 0):
        self._what = what
        self._of = of
        self._done = 0
        self._said = 0.0
        self._shows = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._said:
            click.echo("\r\x1b[K", err=True, nl=False)

    def step(self, more: int) -> None:
        """So many files more are done."""
        self.so_far(self._done + more, self._of)

    def so_far(self, done: int, of: int) -> None:
        """So many files are done, of all."""
        self._done = done
        if self._shows and monotonic() - self._said >= _EVERY:
            self._said = monotonic()
            click.echo(f"\r\x1b[K  {done} of {of} files {self._what}", err=True, nl=False)
