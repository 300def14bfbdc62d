"""Which ids are reserved, compared with the pages that a large plan makes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from generator.build import readings
from generator.checks.reserved_id import (
    EVERYONE,
    FOLDERS,
    INDEX,
    PLAN_HEADINGS,
    TAKEN,
    TREE_HEADINGS,
)
from generator.editions import audiences
from generator.load import load
from generator.model import Plan
from generator.model.base import ID_PATTERN
from generator.site.configuration import own_files
from generator.site.entrance import entrance
from generator.views.page import Page
from generator.views.parts.index import FOLDERS as PAGES_BY_KIND

BARE = frozenset(FOLDERS.values()) | {"units"}
"""Folders whose pages are named by an id alone."""


@cache
def plan() -> Plan:
    """The larger sample plan, with somebody who belongs to no unit."""
    found = load(Path(__file__).parents[2] / "plans" / "scheldenet").plan
    assert found is not None
    first, *others = found.people
    return replace(found, people=(replace(first, unit=None), *others))


@cache
def pages() -> tuple[Page, ...]:
    """Every page that its most closed audience reads."""
    return readings(plan(), audiences(plan())[-1])[0].pages


def test_every_page_of_such_a_folder_is_that_of_a_thing_or_reserved() -> None:
    ids = {(folder, one.id) for topic, folder in FOLDERS.items() for one in getattr(plan(), topic)}
    ids |= {("units", unit_id) for folder, unit_id in ids if folder == "contacts"}
    own = {page.address for page in pages() if page.address.kind in BARE}
    assert {address.kind for address in own} == BARE
    left = {address for address in own if (address.kind, address.id) not in ids}
    assert {address.path for address in left if address.id != INDEX} == {EVERYONE}


def test_no_other_folder_has_pages_named_by_an_id_alone() -> None:
    assert set(PAGES_BY_KIND.values()) | {"contacts"} == set(FOLDERS.values())
    others = {page.address for page in pages() if page.address.kind not in BARE}
    made = {address for address in others if address.id != INDEX}
    # At the top there is, beside the start, one page with a name of our own.
    assert {address.id for address in made if not address.kind} == {"current"}
    assert {address.kind for address in made} == {"", "cards", "what-if", "status"}
    assert all("--" in address.id for address in made if address.kind == "cards")


def test_headings_beside_bare_anchors_are_reserved() -> None:
    for folder, reserved in (("calls", TREE_HEADINGS), ("plans", PLAN_HEADINGS)):
        found = {
            heading.id
            for page in pages()
            for heading in page.headings
            if page.address.kind == folder and page.address.id != INDEX
        }
        assert len(found) >= 3
        assert {id_ for id_ in found if re.match(ID_PATTERN, id_)} <= reserved


def test_folders_at_the_root_are_reserved() -> None:
    read = readings(plan(), audiences(plan())[0])
    folders = {Path(file.path).parts[0] for file in entrance(read, own_files()) if "/" in file.path}
    assert folders == TAKEN
