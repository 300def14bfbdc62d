"""What a build begins with: a project, and its plan and hand-written pages, read and checked.

Reading needs three times the memory of what is read: for where in its files each value stands, for
checks, and for MkDocs, which reads the settings. So a build that is done once has it done in a
process that ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace as replaced

from generator.build import Opened
from generator.jobs import begun
from generator.problems import PlanError
from generator.site.handwritten import HandWritten, read_all
from generator.site.on_paper import has_sheets
from generator.site.project import Project, read_project
from generator.source.folder import forget


class Ready(Struct, frozen=True):
    """A project that can be built."""

    project: Project
    opened: Opened
    handwritten: tuple[HandWritten, ...]


def ready(project: Project) -> Ready:
    """Read and check what a project builds. PlanError with every problem if it can't be built."""
    from generator.opening import open_plan

    opened = open_plan(project.plan, project.as_of, strict=project.strict)
    handwritten, problems = read_all(project.docs, opened.plan, project.excluded)
    if problems:
        raise PlanError([*opened.problems, *problems], opened.loaded.texts)
    return Ready(project, opened, tuple(handwritten))


def ready_beside(config_file: Path, **changes: Any) -> Callable[[], Ready]:
    """Begin to read the project of a `mkdocs.yml` (``changes`` as in `read_project`) and what it
    builds, in a process of its own where there can be one. What is returned waits for it, and
    raises PlanError if the project can't be built."""
    waiting = begun(partial(_ready_or_not, config_file, changes))

    def wait() -> Ready:
        found = waiting()
        if isinstance(found, PlanError):
            raise found
        return found

    return wait


def _ready_or_not(config_file: Path, changes: dict[str, Any]) -> Ready | PlanError:
    try:
        found = ready(read_project(config_file, **changes))
    except PlanError as error:
        return error
    return _handed_over(found)


def _handed_over(found: Ready) -> Ready:
    """What is needed from now on: no settings for reading, and places only for sheets, of which
    each may turn out to be too small for what it is to say."""
    project = replace(found.project, left_out=())
    opened = found.opened if has_sheets(project) else without_places(found.opened)
    return Ready(project, opened, found.handwritten)


def without_places(opened: Opened) -> Opened:
    """A plan that was found right, without where in its files each value stands, and without the
    texts of files in which nothing is to be shown."""
    from generator.load import Places
    from generator.source.tree import Fields

    forget()
    shown = {problem.position.file for problem in opened.problems}
    texts = {file: text for file, text in opened.loaded.texts.items() if file in shown}
    places = Places(Fields("", 0, 0))
    return replaced(opened, loaded=replaced(opened.loaded, places=places, texts=texts))
