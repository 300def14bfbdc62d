"""What a user means by a target."""

from __future__ import annotations

import re
from pathlib import Path

from generator.publish.fault import PublishError
from generator.publish.folder import FolderStore
from generator.publish.rclone import RcloneStore
from generator.publish.rsync import RsyncStore
from generator.publish.secrets import without_secrets
from generator.publish.source import Source
from generator.publish.store import Store

_BY_RSYNC = re.compile(r"[\w.+-]+@(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):.+")
_BY_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+:.*")
_TOOLS = ("rsync:", "rclone:")
_EXAMPLES = (
    "Name a folder (/media/usb/plan), rsync:user@host:/path, or rclone:remote:path; a folder whose "
    "name looks otherwise is named with ./ before it."
)


def store_of(target: str, source: Source) -> Store:
    """The store that a target names. PublishError if it names none."""
    kind, rest = _kind(target)
    if not rest or not rest.isprintable() or (kind and rest.startswith("-")):
        raise _unclear(target)
    if kind == "rsync:":
        return RsyncStore(source, rest)
    if kind == "rclone:":
        if ":" not in rest and "/" not in rest:
            raise _unclear(target)
        return RcloneStore(source, rest)
    return FolderStore(source, Path(target).expanduser())


def _kind(target: str) -> tuple[str, str]:
    for tool in _TOOLS:
        if target.startswith(tool):
            return tool, target.removeprefix(tool)
    if target.startswith(("/", "./", "../", "~", "-")) or Path(target).is_dir():
        return "", target
    if _BY_RSYNC.fullmatch(target):
        return "rsync:", target
    if _BY_ADDRESS.fullmatch(target):
        raise _unclear(target)
    return "", target


def _unclear(target: str) -> PublishError:
    fault = "It isn't clear where that is."
    shown = ascii(without_secrets(target))[1:-1].replace("\\u2026", "…")
    return PublishError(shown or "(nothing)", "unclear-target", fault, _EXAMPLES)
