"""The phases of a site's build, from the plan to the files; keeps what didn't change in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.aside import Aside
from generator.build import Opened, Reading, chosen_audiences, readings
from generator.kept import Kept
from generator.outputs.app.icons import maker
from generator.outputs.artifact import Artifact
from generator.outputs.codes import CODES, Pictures
from generator.site.articles import Articles, Made, setting_of
from generator.site.composing import Composed, finished_pages
from generator.site.configuration import kept_files, own_files
from generator.site.edition_files import edition_files, one_file
from generator.site.entrance import entrance
from generator.site.handwritten import HandWritten, addresses, for_edition, links
from generator.site.making import Fresh, Wanted, make
from generator.site.on_paper import codes_of, offers_of
from generator.site.project import Project
from generator.site.ready import Ready, ready, without_places
from generator.site.replacing import Lot
from generator.site.shell import Rendered, Shell
from generator.site.shells import shell_of
from generator.views.page import Address, Page

if TYPE_CHECKING:
    from generator.site.offered import Offered


class Built(Struct, frozen=True):
    """What a build made: the plan, its readings, and every file of the site; ``outdated`` is how
    many sheets changed since they were printed."""

    opened: Opened
    readings: tuple[Reading, ...]
    handwritten: tuple[HandWritten, ...]
    composed: tuple[Composed, ...]
    outdated: int = 0

    def lots(self) -> Iterator[Lot]:
        """Every file of the site, in lots; a page is only joined when its lot is made."""
        yield partial(entrance, self.readings, own_files())
        for one in self.composed:
            yield from one.lots()

    def artifacts(self) -> Iterator[Artifact]:
        """Every file of the site, one after the other."""
        return chain.from_iterable(lot() for lot in self.lots())


class Step(Struct, frozen=True):
    """One edition and language that is done, for those who watch."""

    path: str
    pages: int
    seconds: float


class _Edition(Struct, frozen=True):
    """One audience's edition, in all languages."""

    project: Project
    opened: Opened
    readings: tuple[Reading, ...]
    all_handwritten: Sequence[HandWritten]
    paper: Offered | None = None

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

    @property
    def folder(self) -> Path:
        return self.opened.loaded.folder

    def shell(self, reading: Reading) -> Shell:
        return shell_of(
            reading, setting_of(reading), self.handwritten(reading), self.project.config_file
        )


class _Frames(NamedTuple):
    """Frames, and what they depend on: a shell, and the state of the files around it."""

    shell: Shell
    surroundings: bytes
    rendered: Rendered


def _unwatched(step: Step) -> None:
    """Nobody watches."""


@dataclass
class SiteBuilder:
    """Builds a site again and again; or once, with what needn't stay in memory put ``aside``. Then
    all goes that only a next build would need."""

    progress: Callable[[Step], None] = _unwatched
    aside: Aside | None = None
    _frames: dict[str, _Frames] = field(default_factory=dict)
    _articles: dict[str, Articles] = field(default_factory=dict)
    _pictures: Pictures | None = None
    _icons: Kept | None = None

    def build(self, project: Project) -> Built:
        """Make every file of the site. PlanError or FrameError if that can't be done."""
        return self.build_ready(ready(project))

    def build_ready(self, found: Ready) -> Built:
        """The same of what was read already."""
        project, opened, handwritten = found.project, found.opened, found.handwritten
        surroundings = _fingerprint(project)
        more = links(handwritten, opened.plan)
        composed: list[Composed] = []
        chosen = chosen_audiences(opened.plan, project.editions, project.plan)
        sheets = codes_of(project, opened, chosen)
        printed, paper = offers_of(project, opened, chosen, sheets)
        if self.aside:
            opened = without_places(opened)
        for audience in chosen:
            read = tuple(
                replace(reading, single_file=project.single_file)
                for reading in readings(opened.plan, audience, more, project.as_of, printed)
            )
            if sheets is not None:
                read = sheets.told_to(read)
            edition = _Edition(project, opened, read, handwritten, paper)
            made = self._compose(edition, surroundings)
            composed += (one.made_once() for one in made) if self.aside else made
            if self.aside:
                self._articles.clear()
        self._kept_icons(project).save()
        outdated = sheets.outdated if sheets is not None else 0
        of = tuple(one.reading for one in composed)
        return Built(opened, of, handwritten, tuple(composed), outdated)

    def _compose(self, edition: _Edition, surroundings: bytes) -> Iterator[Composed]:
        started = perf_counter()
        shells = [edition.shell(reading) for reading in edition.readings]
        made = make(
            [
                Wanted(reading, self._changed(shell, surroundings), self._missing(reading))
                for reading, shell in zip(edition.readings, shells, strict=True)
            ],
            self.aside,
        )
        for reading, shell, fresh in zip(edition.readings, shells, made, strict=True):
            path = reading.edition.path
            if fresh.rendered:
                self._frames[path] = _Frames(shell, surroundings, fresh.rendered)
            composed = self._composed(edition, reading, shell, fresh)
            self.progress(Step(path, len(composed.pages), perf_counter() - started))
            started = perf_counter()
            yield composed

    def _changed(self, shell: Shell, surroundings: bytes) -> Shell | None:
        """The shell, if its frames have to be made: only if what they depend on changed."""
        kept = self._frames.get(f"{shell.edition}/{shell.language}")
        return None if kept and kept[:2] == (shell, surroundings) else shell

    def _missing(self, reading: Reading) -> tuple[Page, ...]:
        return self._articles.setdefault(reading.edition.path, Articles()).missing(reading)

    def _composed(
        self, edition: _Edition, reading: Reading, shell: Shell, fresh: Fresh
    ) -> Composed:
        rendered = self._frames[reading.edition.path].rendered
        made = self._articles[reading.edition.path].take(reading, fresh.articles)
        pages = finished_pages(reading, made, rendered.articles)
        handwritten, project = edition.handwritten(reading), edition.project
        files = [
            *edition_files(
                reading, rendered, pages, handwritten, edition.folder, self._kept_icons(project)
            ),
            *(edition.paper.files[reading.edition.path] if edition.paper else ()),
        ]
        pictures = self._drawn(made, project)
        if reading.single_file:
            shown = chain.from_iterable(lot() for lot in pictures)
            files.append(one_file(reading, rendered, pages, [*files, *shown]))
        elsewhere = edition.elsewhere(reading)
        return Composed(reading, shell, rendered, pages, elsewhere, files, pictures)

    def _kept_icons(self, project: Project) -> Kept:
        if self._icons is None:
            self._icons = Kept(kept_files(project.config_file) / "icons.kept", maker())
        return self._icons

    def _drawn(self, made: Sequence[Made], project: Project) -> Sequence[Lot]:
        if self._pictures is None:
            self._pictures = Pictures(kept_files(project.config_file) / CODES)
        return self._pictures.lots(payload for one in made for payload in one.article.payloads)


def _fingerprint(project: Project) -> bytes:
    """Changes when a file changes that the frames depend on, besides the plan."""
    digest = blake2b(project.config_file.read_bytes(), digest_size=16)
    for folder in (project.docs, own_files(), *project.theme_folders):
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.is_file():
                state = file.stat()
                digest.update(f"{file}|{state.st_mtime_ns}|{state.st_size}\n".encode())
    return digest.digest()
