"""What a plan and its hand-written pages demand of a site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.build import Opened, Printed, Reading, chosen_audiences, readings, unprinted
from generator.model import Plan
from generator.model.header import Audience
from generator.site.handwritten import (
    HandWritten,
    addresses,
    for_edition,
    former_addresses,
    links,
)
from generator.site.on_paper import expected_offers
from generator.site.project import read_project, today
from generator.site.ready import ready
from generator.verify.expected import Expected, expect


def expected_of(
    plan: Plan, editions: Iterable[Reading], handwritten: Sequence[HandWritten]
) -> Expected:
    """What a site of these editions must hold."""
    return expect(
        (
            (reading, addresses(reading, own), former_addresses(own))
            for reading in editions
            for own in (_own(plan, reading, handwritten),)
        ),
        _base(plan),
    )


def _base(plan: Plan) -> str:
    """The path of the published site on its host, between slashes."""
    path = urlsplit(plan.plan.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def _own(
    plan: Plan, reading: Reading, handwritten: Sequence[HandWritten]
) -> tuple[HandWritten, ...]:
    edition = reading.edition
    return for_edition(handwritten, plan, edition.audience, edition.language)


def expected_from(config_file: Path, plan: Path | None, editions: tuple[str, ...]) -> Expected:
    """The same for a `mkdocs.yml`, without building. PlanError if the plan can't be used."""
    project = read_project(config_file, plan=plan, editions=editions)
    found = ready(project)
    opened = found.opened
    chosen = chosen_audiences(opened.plan, project.editions, project.plan)
    printed = expected_offers(project, opened, chosen)
    return _expected(opened, chosen, project.as_of, found.handwritten, printed)


def expected_from_plan(plan: Path, editions: tuple[str, ...]) -> Expected:
    """The same for a plan alone: no page written by hand is expected."""
    from generator.opening import open_plan

    as_of = today(os.environ)
    opened = open_plan(plan, as_of)
    return _expected(opened, chosen_audiences(opened.plan, editions, plan), as_of, (), unprinted)


def _expected(
    opened: Opened,
    chosen: Sequence[Audience],
    as_of: date,
    handwritten: Sequence[HandWritten],
    printed: Printed,
) -> Expected:
    more = links(handwritten, opened.plan)
    found = [
        reading
        for audience in chosen
        for reading in readings(opened.plan, audience, more, as_of, printed)
    ]
    return expected_of(opened.plan, found, handwritten)
