"""A place to which a site is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

Sent = Callable[[int], None]
"""Told of each step how many more files are there."""


def unheard(_: int) -> None:
    """For those who needn't know how far it is."""


class Store(Protocol):
    """What publishing asks of a target. PublishError where it fails."""

    @property
    def name(self) -> str:
        """The target as the user says it."""

    @property
    def lot(self) -> int:
        """After so many files the record is brought up to date; 0 if the store itself finds out
        what is there already."""

    def listed(self) -> Sequence[str]:
        """The paths of the files that are there, for the first publication."""

    def read(self, path: str) -> bytes | None:
        """A small file, or None if it isn't there."""

    def changed(self, paths: Sequence[str], known: Mapping[str, str]) -> list[str]:
        """Which of these files have to be sent. ``known``: path → SHA-256, as recorded."""

    def send(self, paths: Sequence[str], sent: Sent) -> int:
        """Bring these files of the site there as far as they differ; returns how many did. When it
        returns, they are there for good."""

    def write(self, path: str, content: bytes) -> None:
        """Write a small file."""

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files; no fault if one isn't there."""
