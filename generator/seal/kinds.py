"""What a file is, by its name: its content type, and whether it can be packed small.

A table of its own, because the system's differs from machine to machine.
"""

from __future__ import annotations

import posixpath

_TEXT = "; charset=utf-8"
_TYPES = {
    ".css": "text/css" + _TEXT,
    ".csv": "text/csv" + _TEXT,
    ".gif": "image/gif",
    ".htm": "text/html" + _TEXT,
    ".html": "text/html" + _TEXT,
    ".ico": "image/x-icon",
    ".ics": "text/calendar" + _TEXT,
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript" + _TEXT,
    ".json": "application/json",
    ".md": "text/markdown" + _TEXT,
    ".mjs": "text/javascript" + _TEXT,
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain" + _TEXT,
    ".vcf": "text/vcard" + _TEXT,
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"

_DENSE = frozenset(
    {".gif", ".jpeg", ".jpg", ".mp3", ".mp4", ".pdf", ".png", ".webm", ".webp", ".zip"}
)
LEAST_EXTRA = 32_768
"""Bytes from which on a file that gzip can't make smaller is fetched by itself."""

_OF_THE_HOST = frozenset({"_headers", "_redirects", "CNAME"})
"""Files at the root that some hosts read and don't serve."""


def content_type(path: str) -> str:
    """The content type of a file."""
    return _TYPES.get(posixpath.splitext(path)[1].lower(), _UNKNOWN)


def is_picture(path: str) -> bool:
    """Whether a file is a picture."""
    return content_type(path).startswith("image/")


def is_paper(path: str) -> bool:
    """Whether a file is for a printer."""
    return content_type(path) == "application/pdf"


def is_extra(path: str, size: int) -> bool:
    """Whether a file is fetched by itself, after all that is packed. ``size`` in bytes."""
    return size >= LEAST_EXTRA and posixpath.splitext(path)[1].lower() in _DENSE


def is_content(path: str) -> bool:
    """Whether a file of a folder belongs to the site: not what an earlier seal wrote, no hidden
    file, and none that is for the host alone."""
    if path in ("sw.js", *_OF_THE_HOST) or path.startswith("offline/"):
        return False
    return not any(step.startswith(".") for step in path.split("/"))
