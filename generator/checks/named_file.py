"""Files that a plan names."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath


def is_outside(folder: Path, name: str) -> bool:
    """True if a path leads out of the folder: absolute, with ``..``, or by a link."""
    if _is_absolute(name) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
        return True
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def exists(folder: Path, name: str) -> bool:
    """True if the path is that of a file; names that no system can hold are none."""
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):
        return False


def _is_absolute(name: str) -> bool:
    return PurePosixPath(name).is_absolute() or bool(PureWindowsPath(name).anchor)
