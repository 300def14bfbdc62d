"""Single files for tests: the sample's and a small organisation's, and what stands in them."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from generator.site.builder import SiteBuilder
from generator.site.project import read_project

ROOT = Path(__file__).parents[3]


def single_files(config_file: Path) -> dict[str, str]:
    """The single files of a project's open editions, by their names."""
    built = SiteBuilder().build(read_project(config_file, single_file=True))
    found = (artifact for one in built.composed for artifact in one.beside_pages())
    return {
        artifact.path: artifact.content.decode()
        for artifact in found
        if artifact.path.startswith("runbook-")
    }


class Tags(HTMLParser):
    """Every tag of a file with its attributes, and its text outside of script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.words.append(data)

    @property
    def text(self) -> str:
        """The text, with single spaces."""
        return " ".join("".join(self.words).split())

    def values(self, *names: str) -> list[str]:
        """The values of these attributes, wherever they stand."""
        return [attrs[name] for _, attrs in self.tags for name in names if name in attrs]


def within(address: str) -> bytes:
    """What a `data:` address holds."""
    return b64decode(unescape(address).partition(";base64,")[2], validate=True)


def between(html: str, tag: str) -> str:
    """The content of the only element with this tag."""
    (found,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return str(found)
