"""A preview's builds, one after the other into one folder, and what there is to say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from generator.problems import PlanError, Severity, as_text
from generator.site import garbage, reporting
from generator.site.builder import Built, SiteBuilder
from generator.site.configuration import own_files
from generator.site.frames import FrameError
from generator.site.project import Project
from generator.site.staging import Staging

PROBLEMS = "/problems.html"
"""Where the preview lists what doesn't stop a build."""

_SEARCHED = 20
"""After so many builds what they left behind is cleared away; that takes as long as a build."""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }}
pre {{ border-left: .25rem solid currentColor; overflow-x: auto; padding: .5rem 1rem;
  white-space: pre-wrap; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{advice}</p>
{problems}
</body>
</html>
"""


class Outcome(Struct, frozen=True):
    """What a build came to.

    ``failure`` is a page that stands in front of the site, ``warnings`` are the problems that
    don't stop a build, as text; ``watched`` the files and folders that it depends on, as far as
    it came to know them.
    """

    failure: str | None = None
    warnings: tuple[str, ...] = ()
    watched: tuple[Path, ...] = ()


class PreviewBuilder:
    """Builds into a folder of its own at each change; a failed build leaves that folder alone."""

    def __init__(self, read: Callable[[], Project], folder: Path):
        self._read = read
        self._staging = Staging(folder)
        self._builder = SiteBuilder()
        self._builds = 0

    def build(self) -> Outcome:
        """Bring the folder up to date, or say what is wrong."""
        started = perf_counter()
        self._builds += 1
        if self._builds % _SEARCHED == 0:
            garbage.search()
        watched: tuple[Path, ...] = ()
        try:
            with garbage.put_off():
                project = self._read()
                watched = watched_of(project)
                built = self._builder.build(project)
                self._staging.fill(built.artifacts())
        except (PlanError, FrameError) as failure:
            reporting.say_problems_of(failure)
            reporting.say("The preview shows these problems until they are mended.")
            return Outcome(_failure_page(failure), watched=watched)
        outcome = Outcome(None, tuple(built.opened.report()), watched)
        _say(built, outcome, perf_counter() - started)
        return outcome


def watched_of(project: Project) -> tuple[Path, ...]:
    """The files and folders that a build depends on."""
    wanted = (project.config_file, project.plan, project.docs, own_files(), *project.theme_folders)
    return tuple(path for path in wanted if path.exists())


def _say(built: Built, outcome: Outcome, seconds: float) -> None:
    pages = sum(len(one.pages) for one in built.composed)
    said = f"{pages} pages in {seconds:.2f} s"
    if outcome.warnings:
        said += f"; {len(outcome.warnings)} problems that don't stop a build: {PROBLEMS}"
    reporting.say(said)


BROKEN_OFF = "The build broke off"


def broken_off() -> Outcome:
    """What is shown where a build ended without an outcome."""
    advice = (
        "Its process ended: by a fault of `runbook`, which the terminal shows then, or because the "
        "system had too little memory. Save a file to build once more."
    )
    return Outcome(_page(BROKEN_OFF, advice, ()))


def page_of_warnings(warnings: tuple[str, ...]) -> str:
    """The page at ``PROBLEMS``."""
    if not warnings:
        return _page("No problems", "The plan is as it should be.", ())
    return _page("Problems that don't stop a build", "Mend them when you can.", warnings)


def _failure_page(failure: PlanError | FrameError) -> str:
    advice = "Save the file when it is mended; this page then shows the site again by itself."
    if isinstance(failure, FrameError):
        return _page("The theme can't be used", advice, (str(failure),))
    stopping = (one for one in failure.problems if one.severity is not Severity.NOTE)
    texts = (as_text(problem, failure.sources) for problem in stopping)
    return _page("The plan has problems", advice, texts)


def _page(title: str, advice: str, texts: Iterable[str]) -> str:
    problems = "\n".join(f"<pre>{escape(text)}</pre>" for text in texts)
    return _PAGE.format(title=escape(title), advice=escape(advice), problems=problems)
