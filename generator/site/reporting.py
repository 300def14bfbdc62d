"""What a build says on the terminal: on standard error, so that output can be piped."""

from __future__ import annotations

import sys

from generator.build import Opened
from generator.problems import PlanError
from generator.site.builder import Step
from generator.site.frames import FrameError
from generator.site.publishing import NotVerifiedError, Site
from generator.site.saying import say as say
from generator.site.saying import say_all_but_notes

FAILURES = (PlanError, FrameError, NotVerifiedError)
"""The ways in which a build can fail without a bug of ours."""


def say_step(step: Step) -> None:
    """One edition and language is done; only said to somebody who watches."""
    if sys.stderr.isatty():
        say(f"  {step.path:<24} {step.pages:>5} pages {step.seconds:>7.2f} s")


def say_problems_of(failure: Exception) -> None:
    """Every problem but notes, or every finding, that a failure holds."""
    if isinstance(failure, PlanError):
        say_all_but_notes(failure.problems, failure.sources)
    elif isinstance(failure, NotVerifiedError):
        for finding in failure.findings:
            say(str(finding))
    else:
        say(f"error: {failure}")


NOT_BUILT = "Nothing was built; the site is as it was."


def say_failure(failure: Exception, nothing: str = NOT_BUILT) -> None:
    """Everything that stopped a run, and that it did ``nothing``."""
    say_problems_of(failure)
    say(nothing)


def say_problems(opened: Opened) -> None:
    """The problems that didn't stop the build."""
    say_all_but_notes(opened.problems, opened.loaded.texts)


def say_site(site: Site, seconds: float, *, kept: bool = True) -> None:
    """What was built, and how to open it if it is ``kept``."""
    for finding in site.notes:
        say(str(finding))
    if outdated := site.built.outdated:
        what = "1 printed sheet is" if outdated == 1 else f"{outdated} printed sheets are"
        say(f"{what} out of date: `runbook print --changed-since REVISION --list` says which.")
    pages = sum(len(one.pages) for one in site.built.composed)
    change = site.published
    editions = len(site.built.composed)
    say(
        f"{pages} pages in {editions} edition{'s' if editions > 1 else ''}, verified, "
        f"in {seconds:.1f} s: "
        f"{change.written} files written, {change.removed} removed, {change.unchanged} unchanged."
    )
    if kept:
        say(f"Open {site.folder / 'index.html'} in a browser.")
