"""A file to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file's path inside the site (with ``/``) and its content."""

    path: str
    content: bytes
