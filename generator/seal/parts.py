"""The parts of a site that a phone saves one by one: an edition in one language, and the root."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from generator.seal.kinds import is_paper, is_picture
from generator.seal.reading import File, Start

ROOT = ""
_DEPTH = 2
_MANY = 32
"""Pictures from which on a folder of them is saved by itself."""


def parts_of(files: Sequence[File], starts: Mapping[str, Start]) -> dict[str, list[File]]:
    """Each part's files, by its path, the root first. A folder two levels deep is a part if it
    opens with a page in the language that the folder is named after. So is a folder below it with
    many pictures, or with papers, and nothing else: pages can be read before they are there."""
    editions = {folder for folder, start in starts.items() if _is_part(folder, start)}
    albums = _albums(files, editions)
    parts: dict[str, list[File]] = {path: [] for path in (ROOT, *sorted(editions | albums))}
    for file in files:
        folders = (_start(file.path, depth) for depth in (_DEPTH + 1, _DEPTH))
        parts[next((folder for folder in folders if folder in parts), ROOT)].append(file)
    return parts


def _albums(files: Iterable[File], editions: Set[str]) -> set[str]:
    """The folders directly below an edition that hold many pictures, or papers and pictures of
    them, and nothing else."""
    pictures: Counter[str] = Counter()
    papers: set[str] = set()
    others: set[str] = set()
    for file in files:
        folder = _start(file.path, _DEPTH + 1)
        if folder == file.path or _start(folder, _DEPTH) not in editions:
            continue
        if is_picture(file.path):
            pictures[folder] += 1
        elif not is_paper(file.path):
            others.add(folder)
        elif file.lines is not None:
            papers.add(folder)
    many = {folder for folder, count in pictures.items() if count >= _MANY}
    return (many | papers) - others


def _start(path: str, depth: int) -> str:
    return "/".join(path.split("/")[:depth])


def _is_part(folder: str, start: Start) -> bool:
    steps = folder.split("/")
    return len(steps) == _DEPTH and steps[-1].lower() == start.language.lower()


def below(part: str, path: str) -> str:
    """A file's path inside its part."""
    return path[len(part) + 1 :] if part else path
