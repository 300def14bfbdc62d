"""From a project to its finished site: build, verify, and only then replace what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build import Reading
from generator.jobs import all_done
from generator.model.header import Publish
from generator.problems import PlanError, Position, Problem
from generator.site.builder import Built, SiteBuilder
from generator.site.expectation import expected_of
from generator.site.garbage import put_off
from generator.site.project import Project
from generator.site.replacing import Lot, Published, publish, refuse_foreign
from generator.source.folder import display
from generator.verify import Finding, SiteFiles, verify


@dataclass(frozen=True)
class Site:
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
    """Build, verify and publish. A PlanError, FrameError or NotVerifiedError leaves the
    site as it was."""
    with put_off():
        built = builder.build(project)
        folder = site_folder(project, built.readings)
        refuse_foreign(folder)
        paths, notes = _verified(built)
        return Site(folder, built, publish(tuple(built.lots()), folder, paths), notes)


def _verified(built: Built) -> tuple[set[str], tuple[Finding, ...]]:
    """Look at the whole site before any of it is written: its paths, and what is worth a note.
    NotVerifiedError if it has faults."""
    files = SiteFiles.joined(all_done([partial(_read, lot) for lot in built.lots()]))
    findings = verify(files, expected_of(built.opened.plan, built.readings, built.handwritten))
    if faults := [finding for finding in findings if finding.stops]:
        raise NotVerifiedError(faults)
    return files.paths, tuple(findings)


def _read(lot: Lot) -> SiteFiles:
    files = SiteFiles()
    for artifact in lot():
        files.add(artifact.path, lambda content=artifact.content: content)  # type: ignore[misc]
    return files


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
