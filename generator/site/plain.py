"""The same pages as plain files: Markdown that any renderer of `mkdocs.yml` files can build.

Each edition and language is a folder with a `mkdocs.yml` of its own. Headings are Markdown, with
their ids; what stands between them is HTML, in one block without an empty line, which every
Markdown passes on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any

import yaml

from generator.outputs.artifact import Artifact
from generator.outputs.search_index import JSON_PATH, SCRIPT_PATH
from generator.site.builder import Built
from generator.site.composing import Composed, Finished
from generator.site.configuration import own_files
from generator.site.entrance import entrance
from generator.site.handwritten import KIND
from generator.site.nested import extra_settings, theme_settings
from generator.site.shell import Shell, navigation
from generator.views.page import START

SITE = "site"
"""The folder that all of the written `mkdocs.yml` files build to."""

_OVERRIDES = "overrides"
_EMPTY_LINES = re.compile(r"\n\s*\n+")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def plain_files(built: Built, raw: dict[str, Any]) -> Iterator[Artifact]:
    """Every file; ``raw`` is the `mkdocs.yml` as the user wrote it."""
    for artifact in entrance(built.readings, own_files()):
        yield Artifact(f"{SITE}/{artifact.path}", artifact.content)
    yield from _overrides()
    for one in built.composed:
        yield from _edition(one, raw)


def _overrides() -> Iterator[Artifact]:
    ours = own_files()
    for file in sorted((*ours.rglob("*.html"), *(ours / "assets" / "javascripts").glob("*.js"))):
        yield Artifact(f"{_OVERRIDES}/{file.relative_to(ours).as_posix()}", file.read_bytes())


def _edition(one: Composed, raw: dict[str, Any]) -> Iterator[Artifact]:
    folder = one.reading.edition.path
    settings = yaml.safe_dump(_settings(one.shell, raw), allow_unicode=True, sort_keys=False)
    yield Artifact(f"{folder}/mkdocs.yml", settings.encode())
    for page in one.pages:
        source = page.address.path.removesuffix(".html") + ".md"
        yield Artifact(f"{folder}/docs/{source}", markdown(page, one).encode())
    for path, content in one.rendered.files.items():
        if path.startswith(f"{KIND}/"):
            yield Artifact(f"{folder}/docs/{path}", content)
    for file in one.beside_pages():
        if file.path not in (JSON_PATH, SCRIPT_PATH):
            yield Artifact(f"{folder}/docs/{file.path}", file.content)


def _settings(shell: Shell, raw: dict[str, Any]) -> dict[str, Any]:
    theme = theme_settings(raw.get("theme"), shell)
    extra = extra_settings(raw.get("extra"), shell)
    # The renderer's own search writes its own index; ours reads another one.
    # A page names its own links to other languages; 404.html, which has none, leads to the start.
    others = [
        {"tag": tag, "name": name, "link": f"../{tag}/{START.path}"}
        for tag, name in shell.languages
    ]
    extra["runbook"] |= {"own_search": False, "languages": others}
    return {
        "site_name": shell.site_name,
        **({"site_url": shell.site_url} if shell.site_url else {}),
        "site_dir": f"../../{SITE}/{shell.edition}/{shell.language}",
        "use_directory_urls": False,
        "theme": theme | {"custom_dir": f"../../{_OVERRIDES}"},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "toc"],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "nav": navigation(shell.sections),
        "extra": extra,
    }


def markdown(page: Finished, one: Composed) -> str:
    """A page as Markdown with front matter."""
    front = {
        "title": escape(page.title),
        "description": escape(page.summary or page.title),
        "links": {tag: one.link(page.address, tag) for tag in one.elsewhere},
    }
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n\n" + "\n\n".join(_blocks(page)) + "\n"


def _blocks(page: Finished) -> Iterator[str]:
    """The article cut at the headings that its table of contents knows."""
    ids = {heading.id for heading in page.headings}
    done = 0
    for start, end, level, id_, words in _headings(page.html):
        if level == 1 or id_ in ids:
            yield from _html(page.html[done:start])
            name = f" {{#{id_}}}" if id_ else ""
            yield f"{'#' * level} {_as_text(words)}{name}"
            done = end
    yield from _html(page.html[done:])


def _html(html: str) -> Iterator[str]:
    if html.strip():
        yield f"<div>\n{_EMPTY_LINES.sub(chr(10), html.strip())}\n</div>"


def _as_text(words: str) -> str:
    """Words that no Markdown takes for anything else."""
    flat = " ".join(words.split())
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", flat)


Found = tuple[int, int, int, str, str]
"""Start and end in the HTML, level, id and words of a heading."""


def _headings(html: str) -> Sequence[Found]:
    finder = _HeadingFinder(html)
    finder.feed(html)
    finder.close()
    return finder.found


class _HeadingFinder(HTMLParser):
    """Finds headings of plain words that stand in no other element."""

    _VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))

    def __init__(self, html: str) -> None:
        super().__init__()
        lines = html.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._depth = 0
        self._open: tuple[int, int, str] | None = None
        self._words: list[str] = []
        self.found: list[Found] = []

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._VOID:
            return
        self._open = None
        if self._depth == 0 and tag in ("h1", "h2"):
            self._open = (self._offset(), int(tag[1]), dict(attrs).get("id") or "")
            self._words = []
        self._depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content changes no depth."""

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._depth -= 1
        if self._open is not None and tag in ("h1", "h2"):
            start, level, id_ = self._open
            end = self._offset() + len(f"</{tag}>")
            self.found.append((start, end, level, id_, "".join(self._words)))
        self._open = None
