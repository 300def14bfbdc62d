"""An edition as one file: it names nothing outside, except what a reader may tap to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.outputs.single import file_name
from generator.verify.finding import Finding
from generator.verify.pages import SiteFiles

_WITHIN = ("#", "data:")
_TAPPED = frozenset({"data", "geo", "http", "https", "mailto", "sms", "tel"})


def is_single_file(path: str) -> bool:
    """Whether a page is one, by its name and the folders that it is in."""
    folder, _, name = path.rpartition("/")
    return name == _name_in(folder)


def single_files_of(folders: Iterable[str]) -> frozenset[str]:
    """The paths that the files of these editions have, if they were made."""
    return frozenset(f"{folder}/{_name_in(folder)}" for folder in folders)


def _name_in(folder: str) -> str:
    """The name that the file has in an edition's folder, which may stand anywhere."""
    *_, edition, language = ("", "", *folder.split("/"))
    return file_name(edition, language)


def not_alone(files: SiteFiles) -> Iterator[Finding]:
    """What single files name outside of themselves."""
    for name, facts in files.pages.items():
        if is_single_file(name):
            for address in dict.fromkeys(facts.fetches):
                if not address.startswith(_WITHIN):
                    yield _finding(name, address, "needs")
            for address in dict.fromkeys(facts.links):
                if not address.startswith("#") and _scheme(address) not in _TAPPED:
                    yield _finding(name, address, "leads to")


def _finding(name: str, address: str, does: str) -> Finding:
    shown = address if len(address) <= 80 else f"{address[:80]}…"
    return Finding(name, "single-file-not-alone", f"This file {does} `{shown}`, which isn't in it.")


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""
