"""The phases of a site's build, from the plan to the files; keeps what didn't change in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

from generator.build import Opened, Reading, chosen_audiences, open_plan, readings
from generator.outputs.article import Setting
from generator.outputs.artifact import Artifact
from generator.outputs.codes import Codes, Pictures, code_path
from generator.problems import PlanError
from generator.site.articles import Articles
from generator.site.composing import Composed, finished_pages
from generator.site.configuration import own_files
from generator.site.edition_files import edition_files
from generator.site.entrance import entrance
from generator.site.handwritten import HandWritten, addresses, for_edition, links, read_all
from generator.site.nested import render
from generator.site.project import Project
from generator.site.shell import Rendered, Shell
from generator.site.shells import shell_of
from generator.views.page import Address

CACHE = Path(".cache", "runbook")
"""Beside `mkdocs.yml`: pictures of QR codes from earlier builds. It may be deleted."""


@dataclass(frozen=True)
class Built:
    """What a build made: the plan, its readings, and every file of the site."""

    opened: Opened
    readings: tuple[Reading, ...]
    handwritten: tuple[HandWritten, ...]
    composed: tuple[Composed, ...]

    def artifacts(self) -> Iterator[Artifact]:
        """Every file of the site; a page is only joined when it is asked for."""
        yield from entrance(self.readings, own_files())
        for one in self.composed:
            yield from one.artifacts()


@dataclass(frozen=True, slots=True)
class Step:
    """One edition and language that is done, for those who watch."""

    path: str
    pages: int
    seconds: float


@dataclass(frozen=True)
class _Edition:
    """One audience's edition, in all languages."""

    project: Project
    opened: Opened
    readings: tuple[Reading, ...]
    all_handwritten: Sequence[HandWritten]

    def handwritten(self, reading: Reading) -> tuple[HandWritten, ...]:
        edition = reading.edition
        return for_edition(
            self.all_handwritten, self.opened.plan, edition.audience, edition.language
        )

    def elsewhere(self, reading: Reading) -> dict[str, frozenset[Address]]:
        """The addresses in each other language."""
        return {
            other.edition.language: addresses(other, self.handwritten(other))
            for other in self.readings
            if other is not reading
        }


def _unwatched(step: Step) -> None:
    """Nobody watches."""


@dataclass
class SiteBuilder:
    """Builds a site, once or again and again."""

    progress: Callable[[Step], None] = _unwatched
    _shells: dict[str, tuple[Shell, bytes, Rendered]] = field(default_factory=dict)
    _articles: dict[str, Articles] = field(default_factory=dict)
    _pictures: Pictures | None = None

    def build(self, project: Project) -> Built:
        """Make every file of the site. PlanError or FrameError if that can't be done."""
        opened = open_plan(project.plan, project.as_of, strict=project.strict)
        handwritten, problems = read_all(project.docs, opened.plan, project.excluded)
        if problems:
            raise PlanError([*opened.problems, *problems], opened.loaded.texts)
        surroundings = _fingerprint(project)
        more = links(handwritten, opened.plan)
        found: list[Reading] = []
        composed: list[Composed] = []
        for audience in chosen_audiences(opened.plan, project.editions, project.plan):
            read = readings(opened.plan, audience, more, project.as_of)
            edition = _Edition(project, opened, read, handwritten)
            found += edition.readings
            composed += (self._compose(edition, one, surroundings) for one in edition.readings)
        return Built(opened, tuple(found), tuple(handwritten), tuple(composed))

    def _compose(self, edition: _Edition, reading: Reading, surroundings: bytes) -> Composed:
        started = perf_counter()
        path = reading.edition.path
        setting = Setting(reading.edition, reading.words, code_path, reading.site_url)
        handwritten = edition.handwritten(reading)
        shell = shell_of(reading, setting, handwritten, edition.project.config_file)
        rendered = self._rendered(path, shell, surroundings)
        made, codes = self._articles.setdefault(path, Articles()).make(reading)
        pages = finished_pages(reading, made, rendered.articles)
        folder = edition.opened.loaded.folder
        files = [
            *edition_files(reading, rendered, pages, handwritten, folder),
            *self._draw(codes, edition.project),
        ]
        composed = Composed(reading, shell, rendered, pages, edition.elsewhere(reading), files)
        self.progress(Step(path, len(pages), perf_counter() - started))
        return composed

    def _draw(self, codes: Codes, project: Project) -> Sequence[Artifact]:
        if self._pictures is None:
            self._pictures = Pictures(project.config_file.parent / CACHE / "codes")
        return self._pictures.draw(codes.payloads)

    def _rendered(self, path: str, shell: Shell, surroundings: bytes) -> Rendered:
        """The frames, made again only if something that they depend on changed."""
        kept = self._shells.get(path)
        if kept is None or kept[:2] != (shell, surroundings):
            kept = self._shells[path] = (shell, surroundings, render(shell))
        return kept[2]


def _fingerprint(project: Project) -> bytes:
    """Changes when a file changes that the frames depend on, besides the plan."""
    digest = blake2b(project.config_file.read_bytes(), digest_size=16)
    for folder in (project.docs, own_files(), *project.theme_folders):
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.is_file():
                state = file.stat()
                digest.update(f"{file}|{state.st_mtime_ns}|{state.st_size}\n".encode())
    return digest.digest()
