"""The phases of a build that need no renderer: from a plan's files to each edition's pages.

A phase raises ``PlanError`` with every problem it found; nothing has been written then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.editions import Edition, audiences, open_audiences, project
from generator.locales import Locale, locale
from generator.model import Plan
from generator.model.header import Audience
from generator.problems import (
    PlanError,
    Position,
    Problem,
    as_text,
    listed,
    suggestion,
)
from generator.source.folder import display
from generator.views import all_pages
from generator.views.page import Link, Page, PrintedSheet

if TYPE_CHECKING:
    from generator.load import Loaded


class Opened(Struct, frozen=True):
    """A plan that can be built, the problems that don't stop it, and its files' texts."""

    plan: Plan
    loaded: Loaded
    problems: tuple[Problem, ...]

    def report(self) -> Iterator[str]:
        """The problems as text."""
        return (as_text(problem, self.loaded.texts) for problem in self.problems)


class Reading(Struct, frozen=True):
    """An edition in one language with all its pages.

    ``site_url`` is the published address of its folder, ending in ``/``, where there is one;
    ``single_file`` says whether it is made as one file too.
    """

    edition: Edition
    words: Locale
    pages: tuple[Page, ...]
    site_url: str | None
    single_file: bool = False


def chosen_audiences(plan: Plan, names: Sequence[str], place: Path) -> tuple[Audience, ...]:
    """The audiences to build: those named, or without names all that are open.

    PlanError, placed at the plan ``place``, if there is none or a name is unknown.
    """
    known = {audience.id: audience for audience in audiences(plan)}
    for name in names:
        if name not in known:
            raise _fault(
                place,
                "unknown-edition",
                f"The plan has no audience `{name}`.",
                suggestion(name, known) or f"It has {listed(known)}.",
            )
    chosen = tuple(known[name] for name in dict.fromkeys(names)) or open_audiences(plan)
    if not chosen:
        raise _fault(
            place,
            "nothing-open",
            "No audience of this plan is published openly, so that there is nothing to make.",
            "Write `publish: open` for an audience in the plan's header, or name an edition: "
            f"`--edition {next(iter(known))}`.",
        )
    return chosen


def _fault(place: Path, code: str, message: str, cure: str) -> PlanError:
    return PlanError([Problem(code, message, Position(display(place)), cure)])


Handwritten = Callable[[Audience, str], Iterable[Link]]
"""The hand-written pages of an audience in a language."""


def _none(audience: Audience, language: str) -> Iterable[Link]:  # noqa: ARG001
    return ()


Printed = Callable[[Audience, str], Sequence[PrintedSheet]]
"""The sheets that are offered for print to an audience in a language."""


def unprinted(audience: Audience, language: str) -> Sequence[PrintedSheet]:  # noqa: ARG001
    """No sheets."""
    return ()


def readings(
    plan: Plan,
    audience: Audience,
    handwritten: Handwritten = _none,
    as_of: date | None = None,
    printed: Printed = unprinted,
) -> tuple[Reading, ...]:
    """The audience's edition in each of the plan's languages, as of a day."""
    editions = (project(plan, audience, tag, as_of) for tag in plan.plan.languages)
    return tuple(_reading(plan, edition, handwritten, printed) for edition in editions)


def _reading(plan: Plan, edition: Edition, handwritten: Handwritten, printed: Printed) -> Reading:
    words = locale(edition.language)
    more = handwritten(edition.audience, edition.language)
    sheets = printed(edition.audience, edition.language)
    edition = replace(edition, paper=bool(sheets))
    pages = tuple(all_pages(edition, words, more, sheets))
    return Reading(edition, words, pages, site_url(plan, edition.path))


def site_url(plan: Plan, path: str) -> str | None:
    """The published address of a folder of the site, ending in ``/``, where there is one."""
    base = plan.plan.site_url
    if not base:
        return None
    root = f"{base.rstrip('/')}/"
    return f"{root}{path}/" if path else root
