"""A small organisation's site in two revisions, and what has to be seen in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from msgspec import Struct

from tests.site.organisation import write_organisation

PART = "staff/nl"
NEIGHBOUR = "neighbour.html"
"""A page of the same host that isn't the plan's, and does nothing."""
FIRST_BUILT = 1_795_219_200
"""Seconds; the second revision is a day younger."""

EDITS = {'revision: "1"\n': 'revision: "2"\n', "+33 1 99 00 11 12": "+33 1 99 00 11 19"}
"""What the second revision says elsewise: Tom Claes has another number."""


class Revision(Struct, frozen=True):
    """A sealed site in a folder."""

    folder: Path
    number: str

    def pages(self) -> dict[str, tuple[str, str]]:
        """Title and heading of each page of `PART`, by path; an old name has those of the new."""
        files = sorted((self.folder / PART).rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): _told(path) for path in files}

    def files(self) -> dict[str, str]:
        """The SHA-256 of each page, style sheet and script of `PART`."""
        paths = sorted((self.folder / PART).rglob("*.*"))
        return {
            path.relative_to(self.folder).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in paths
            if path.suffix in {".html", ".css", ".js"}
        }

    def part(self) -> dict[str, Any]:
        """The line about `PART` in the site's manifest."""
        site = json.loads((self.folder / "offline/site.json").read_text(encoding="utf-8"))
        assert site["revision"] == self.number
        found: dict[str, Any] = next(part for part in site["parts"] if part["path"] == PART)
        return found


def build(folder: Path) -> tuple[Revision, Revision]:
    """Build both revisions with the command that a maintainer uses."""
    config_file = write_organisation(folder / "organisation")
    first = _build(config_file, folder / "first", FIRST_BUILT)
    _aged(first)
    plan = config_file.parent / "plans/plan.yml"
    text = plan.read_text(encoding="utf-8")
    for old, new in EDITS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    plan.write_text(text, encoding="utf-8")
    second = _build(config_file, folder / "second", FIRST_BUILT + 24 * 60 * 60)
    for site in (first, second):
        (site / NEIGHBOUR).write_text("<!doctype html><title>Neighbour</title>", "utf-8")
    return Revision(first, "1"), Revision(second, "2")


def _build(config_file: Path, site: Path, built: int) -> Path:
    command = [sys.executable, "-m", "generator", "build", "--site-dir", str(site)]
    done = subprocess.run(
        [*command, "-f", str(config_file)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(built)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def _aged(site: Path) -> None:
    """Make the files a minute older: for Python's server a file that was changed within the same
    second is the same one, and small sites are built in less."""
    for path in site.rglob("*"):
        then = path.stat().st_mtime - 60
        os.utime(path, (then, then))


def _told(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    if moved := re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text):
        return _told(path.parent / moved[1])
    reader = _Reader()
    reader.feed(text)
    return " ".join(reader.words["title"].split()), " ".join(reader.words["h1"].split())


class _Reader(HTMLParser):
    """Reads the title and the first heading."""

    def __init__(self) -> None:
        super().__init__()
        self.words = {"title": "", "h1": ""}
        self._within = ""
        self._seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in self.words and tag not in self._seen:
            self._within = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._seen.add(tag)
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within:
            self.words[self._within] += data
