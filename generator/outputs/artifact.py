"""A file to be written."""

from __future__ import annotations

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A file's path inside the site (with ``/``) and its content."""

    path: str
    content: bytes
