"""The parts of a site that a phone saves one by one: an edition in one language, and the root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.seal.reading import File, Start

ROOT = ""
_DEPTH = 2


def parts_of(files: Iterable[File], starts: Mapping[str, Start]) -> dict[str, list[File]]:
    """Each part's files, by its path, the root first. A folder two levels deep is a part if it
    opens with a page in the language that the folder is named after."""
    found = sorted(folder for folder, start in starts.items() if _is_part(folder, start))
    parts: dict[str, list[File]] = {folder: [] for folder in (ROOT, *found)}
    for file in files:
        folder = "/".join(file.path.split("/")[:_DEPTH])
        parts[folder if folder in parts else ROOT].append(file)
    return parts


def _is_part(folder: str, start: Start) -> bool:
    steps = folder.split("/")
    return len(steps) == _DEPTH and steps[-1].lower() == start.language.lower()


def below(part: str, path: str) -> str:
    """A file's path inside its part."""
    return path[len(part) + 1 :] if part else path
