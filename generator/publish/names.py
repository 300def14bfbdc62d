"""Names of files in a site that publishing has to know."""

from __future__ import annotations

import re

WORKER = "sw.js"
MANIFEST = "offline/site.json"
LIST = ".runbook-site"
"""The list that a build leaves in its folder (see `generator.site.replacing`)."""
RECORD = ".runbook-published"
"""What was published, written to the target; see `generator.publish.record`."""

_LASTING = re.compile(r"offline/[0-9a-f]{64}\.(?:pack|js)")
_SHOWN_TO_HOSTS = frozenset({".htaccess", ".nojekyll", ".well-known"})
_LEFT_BY_SYSTEMS = frozenset(
    {
        "$RECYCLE.BIN",
        ".DS_Store",
        ".Spotlight-V100",
        ".TemporaryItems",
        ".Trashes",
        ".fseventsd",
        "System Volume Information",
        "Thumbs.db",
        "autorun.inf",
        "desktop.ini",
        "lost+found",
    }
)
_OF_THE_HOST = frozenset({"CNAME", "_headers", "_redirects", "web.config"})


def is_lasting(path: str) -> bool:
    """Whether a path is that of a pack or of a worker's program: its name is its content, so it
    never changes."""
    return _LASTING.fullmatch(path) is not None


def is_published(path: str) -> bool:
    """Whether a file of a site's folder goes to the host: hidden files don't, but for those that
    hosts ask for; nor does what a build left half-written."""
    first, *_ = path.split("/")
    if first in _SHOWN_TO_HOSTS:
        return True
    return not any(step.startswith(".") for step in path.split("/")) and not path.endswith(".part")


def is_harmless(path: str) -> bool:
    """Whether a file may lie where a site is to go: what systems and hosts keep there."""
    first, *_ = path.split("/")
    return first in _LEFT_BY_SYSTEMS | _OF_THE_HOST | _SHOWN_TO_HOSTS or is_leftover(path)


def is_leftover(path: str) -> bool:
    """Whether a publication that was cut off left this."""
    return path.startswith(f"{RECORD}.") and path.endswith(".part")


def is_inside(path: str) -> bool:
    """Whether a path stays inside the folder that it is put behind."""
    steps = path.split("/")
    return not any(step in ("", ".", "..") for step in steps) and path.isprintable()
