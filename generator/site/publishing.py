"""From a project to its finished site: build, verify, seal, and only then replace what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator.aside import LostError
from generator.build import Reading
from generator.jobs import all_done_apart, begun
from generator.model.header import Publish
from generator.problems import PlanError, Position, Problem
from generator.seal import Reading as ReadFiles
from generator.seal import Sealed, SealError, markup
from generator.seal import read as read_files
from generator.site.builder import Built, SiteBuilder
from generator.site.expectation import expected_of
from generator.site.garbage import put_off
from generator.site.project import Project
from generator.site.ready import Ready, ready
from generator.site.replacing import Lot, Published, publish, refuse_foreign
from generator.site.sealing import seal_built, sealed_lots
from generator.source.folder import display
from generator.verify import Finding, SiteFiles, pages, verify


class Site(Struct, frozen=True):
    """A site that was built, and what changed in its folder."""

    folder: Path
    built: Built
    published: Published
    notes: tuple[Finding, ...]


class NotVerifiedError(Exception):
    """A build whose result doesn't hold what the plan demands; the site is as it was."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def build_site(project: Project, builder: SiteBuilder) -> Site:
    """Build, verify, seal and publish. A PlanError, FrameError or NotVerifiedError leaves the
    site as it was."""
    with put_off():
        return site_of(ready(project), builder)


def site_of(found: Ready, builder: SiteBuilder) -> Site:
    """The same of what was read already."""
    project = found.project
    with put_off(), _losses_told():
        built = builder.build_ready(found)
        folder = site_folder(project, built.readings)
        refuse_foreign(folder)
        paths, notes, read = _looked_at(built)
        sealed = _sealed(project, built, read, folder)
        paths = (paths - sealed.dropped) | sealed.added.keys()
        published = publish(tuple(sealed_lots(built, sealed)), folder, paths)
        return Site(folder, built, published, notes)


@contextmanager
def _losses_told() -> Iterator[None]:
    """PlanError if what the build put aside is gone."""
    try:
        yield
    except LostError as error:
        raise PlanError([_lost(error)]) from error


def _lost(error: LostError) -> Problem:
    return Problem(
        "aside-lost",
        f"In this file the build kept pages for later, but it can't be read ({error.strerror}).",
        Position(display(Path(error.filename))),
        "Build again. If something clears the folder for temporary files in the meantime, name "
        "another by the variable `TMPDIR`.",
    )


def _looked_at(built: Built) -> tuple[set[str], tuple[Finding, ...], list[ReadFiles]]:
    """Look at the whole site before any of it is written: its paths, what of it is worth a note,
    and what its seal needs. NotVerifiedError if the site has faults."""
    looked = all_done_apart([partial(_read, lot) for lot in built.lots()])
    for kept in (pages, markup):
        kept.forget()
    files = SiteFiles.joined(files for files, _ in looked)
    notes = _verified(built, files)
    return files.paths, notes, [read for _, read in looked]


def _read(lot: Lot) -> tuple[SiteFiles, ReadFiles]:
    files, artifacts = SiteFiles(), list(lot())
    for artifact in artifacts:
        files.add(artifact.path, lambda content=artifact.content: content)  # type: ignore[misc]
    return files, read_files((artifact.path, artifact.content) for artifact in artifacts)


def _findings(built: Built, files: SiteFiles) -> list[Finding]:
    expected = expected_of(built.opened.plan, built.readings, built.handwritten)
    return list(verify(files, expected))


def _verified(built: Built, files: SiteFiles) -> tuple[Finding, ...]:
    """What is worth a note. NotVerifiedError if the site has faults."""
    findings = begun(partial(_findings, built, files))()
    if faults := [finding for finding in findings if finding.stops]:
        raise NotVerifiedError(faults)
    return tuple(findings)


def _sealed(project: Project, built: Built, read: list[ReadFiles], folder: Path) -> Sealed:
    """The seal. NotVerifiedError if pages hold what would not work under their policy."""
    try:
        return seal_built(project, built, _handed_over(read), folder)
    except SealError as error:
        raise NotVerifiedError(
            Finding(fault.path, fault.code, fault.message) for fault in error.faults
        ) from None


def _handed_over(read: list[ReadFiles]) -> Iterator[ReadFiles]:
    """Each lot only once, so that it needs no memory after that."""
    while read:
        yield read.pop(0)


def site_folder(project: Project, readings: Iterable[Reading]) -> Path:
    """Where these editions go: a protected one never to where the open ones are."""
    audiences = {reading.edition.audience.id: reading.edition.audience for reading in readings}
    protected = any(one.publish is Publish.PROTECTED for one in audiences.values())
    if not protected:
        return project.site or project.open_site
    if project.site is None:
        return project.open_site.with_name(f"{project.open_site.name}-{'-'.join(audiences)}")
    if project.site.resolve() == project.open_site.resolve():
        raise PlanError(
            [
                Problem(
                    "protected-in-open-site",
                    "A protected edition can't go where the open ones are published.",
                    Position(display(project.site)),
                    "Name another folder, or leave `--site-dir` out.",
                )
            ]
        )
    return project.site
