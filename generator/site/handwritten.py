"""Hand-written pages: Markdown files in `docs/` that say for whom and in which language they are.

They bypass the projection, so a page that doesn't declare its audience stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from generator.build import Handwritten, Reading
from generator.model import Plan
from generator.model.base import ID_PATTERN
from generator.model.header import Audience
from generator.model.text import Name
from generator.problems import Position, Problem, suggestion
from generator.source.folder import display
from generator.views.page import INDEX, Address, Link
from generator.visibility import Visibility

KIND = "pages"
"""The folder of hand-written pages in every edition."""

NEVER = "maintainers"
"""The folder in `docs/` that joins no edition."""


class HandWritten(Struct, frozen=True):
    """One Markdown file: ``path`` is below `docs/`; translations of a page share its ``id``."""

    path: str
    audience: str
    language: str
    id: str
    title: str
    aliases: tuple[str, ...] = ()

    @property
    def address(self) -> Address:
        """Where it lives in its edition."""
        return Address(KIND, self.id)


def read_all(
    docs: Path, plan: Plan, excluded: Callable[[str], bool]
) -> tuple[list[HandWritten], list[Problem]]:
    """Every hand-written page, and what is wrong with what they declare.

    ``excluded`` tells of a path below ``docs`` that the site's configuration leaves out.
    """
    pages: list[HandWritten] = []
    problems: list[Problem] = []
    for file in _markdown(docs, excluded):
        reader = _Reader(docs, file, plan)
        pages += reader.read()
        problems += reader.problems
    return pages, problems + list(_twice(docs, pages))


def for_edition(
    pages: Sequence[HandWritten], plan: Plan, audience: Audience, language: str
) -> tuple[HandWritten, ...]:
    """The pages that an edition shows: those of its audience and of the more open ones."""
    visibility = Visibility(plan)
    reader = visibility.rank(audience.id)
    return tuple(
        page
        for page in pages
        if page.language == language and visibility.rank(page.audience) <= reader
    )


def links(pages: Sequence[HandWritten], plan: Plan) -> Handwritten:
    """A function that gives the links to the pages of an audience in a language."""

    def of(audience: Audience, language: str) -> Iterator[Link]:
        for page in for_edition(pages, plan, audience, language):
            yield Link(page.address, Name.of(page.title))

    return of


def addresses(reading: Reading, handwritten: Sequence[HandWritten]) -> frozenset[Address]:
    """Every address of an edition in one language."""
    found = {page.address for page in reading.pages}
    found.update(page.address for page in handwritten)
    if handwritten:
        found.add(Address(KIND))
    return frozenset(found)


def former_addresses(handwritten: Sequence[HandWritten]) -> frozenset[Address]:
    """Where hand-written pages were, as far as no other one is there now."""
    now = {page.id for page in handwritten}
    former = (alias for page in handwritten for alias in page.aliases)
    return frozenset(Address(KIND, alias) for alias in former if alias not in now)


def _markdown(docs: Path, excluded: Callable[[str], bool]) -> Iterator[Path]:
    for file in sorted(docs.rglob("*")) if docs.is_dir() else ():
        below = file.relative_to(docs).as_posix()
        hidden = any(part.startswith(".") for part in below.split("/"))
        join = below.split("/")[0] != NEVER and not hidden and not excluded(below)
        if file.suffix in (".md", ".markdown") and join and file.is_file():
            yield file


def _twice(docs: Path, pages: Sequence[HandWritten]) -> Iterator[Problem]:
    first: dict[tuple[str, str], HandWritten] = {}
    for page in pages:
        known = first.setdefault((page.id, page.language), page)
        if known is not page:
            yield Problem(
                "duplicate-page",
                f"Two hand-written pages in `{page.language}` have the id `{page.id}`.",
                Position(display(docs / page.path)),
                "Give one of them another `id:` in its first lines.",
                related=(Position(display(docs / known.path)),),
            )


class _Reader:
    """Reads what one file declares between its first two lines of `---`."""

    def __init__(self, docs: Path, file: Path, plan: Plan):
        self._file = file
        self._path = file.relative_to(docs).as_posix()
        self._plan = plan
        self._lines: list[str] = []
        self.problems: list[Problem] = []

    def read(self) -> list[HandWritten]:
        declared = self._declared()
        if declared is None:
            return []
        languages = self._plan.plan.languages
        audiences = list(Visibility(self._plan).ranks)
        audience = self._one_of("audience", declared, audiences)
        language = self._one_of("language", declared, list(languages))
        name = self._id(declared, languages)
        aliases = declared.get("aliases")
        if self.problems or audience is None or language is None:
            return []
        former = tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else ()
        return [HandWritten(self._path, audience, language, name, self._title(declared), former)]

    def _declared(self) -> dict[str, Any] | None:
        try:
            text = self._file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            self._problem(
                "unreadable-page", "This page can't be read as UTF-8 text.", "Save it so."
            )
            return None
        self._lines = text.splitlines()
        if not self._lines or self._lines[0].strip() != "---":
            return {}
        rest = self._lines[1:]
        end = next((n for n, line in enumerate(rest) if line.strip() in ("---", "...")), len(rest))
        try:
            declared = yaml.safe_load("\n".join(rest[:end]))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self._problem(
                "broken-front-matter",
                "The lines between the two `---` aren't valid YAML.",
                "Write one `key: value` a line; quote a value that has a colon in it.",
                line=mark.line + 2 if mark else 1,
            )
            return None
        return declared if isinstance(declared, dict) else {}

    def _one_of(self, key: str, declared: dict[str, Any], known: list[str]) -> str | None:
        value = declared.get(key)
        choices = ", ".join(f"`{name}`" for name in known)
        if value is None:
            self._problem(
                f"page-without-{key}",
                f"This hand-written page doesn't declare its {key}.",
                f"Write `{key}: {known[0]}` between two lines of `---` at its top (one of "
                f"{choices}), or move the file to `{NEVER}/`, which joins no edition.",
            )
        elif str(value) not in known:
            self._problem(
                f"unknown-page-{key}",
                f"This hand-written page names the {key} `{value}`, which the plan doesn't have.",
                suggestion(str(value), known) or f"The plan has {choices}.",
                line=self._line_of(key),
            )
        else:
            return str(value)
        return None

    def _id(self, declared: dict[str, Any], languages: Sequence[str]) -> str:
        name = declared.get("id")
        if name is None:
            name = self._file.stem
            for tag in languages:
                name = name.removesuffix(f".{tag}")
        if not re.match(ID_PATTERN, str(name)) or name == INDEX:
            self._problem(
                "invalid-page-id",
                f"`{name}` can't be this page's address.",
                "Write `id:` with small letters, digits and hyphens at its top.",
                line=self._line_of("id"),
            )
        return str(name)

    def _title(self, declared: dict[str, Any]) -> str:
        """What lists call the page: its `title:`, or else its first heading."""
        if declared.get("title"):
            return str(declared["title"])
        heading = next((line for line in self._lines if line.startswith("# ")), "")
        return heading.strip("# ") or self._file.stem

    def _line_of(self, key: str) -> int:
        lines = enumerate(self._lines, start=1)
        return next((n for n, line in lines if line.startswith(f"{key}:")), 1)

    def _problem(self, code: str, message: str, cure: str, line: int = 1) -> None:
        place = Position(display(self._file), line)
        self.problems.append(Problem(code, message, place, cure))
