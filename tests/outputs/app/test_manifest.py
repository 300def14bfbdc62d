"""The web app manifest: what it says, and for whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.editions import audiences, project
from generator.locales import locale
from generator.outputs.app import files
from generator.outputs.app.manifest import direction
from tests.plan_builder import make_plan

STAFF = {"id": "staff", "title": {"en": "All staff", "nl": "Medewerkers"}, "publish": "open"}
CRISIS = {"id": "crisis", "title": "Crisis team"}
SITE = "https://plan.example/deep/"
SCENARIOS = [{"id": "fire", "title": {"en": "Fire", "nl": "Brand"}}]


def said(folder: Path, language: str = "en", audience: int = 0, **changes: Any) -> dict[str, Any]:
    """The manifest of an edition."""
    header = {
        "organisation": "ScheldeNet",
        "title": {"en": "Emergency and continuity plan", "nl": "Noodplan"},
        "languages": ["en", "nl"],
        "audiences": [STAFF, CRISIS],
        "default_audience": "staff",
    }
    plan = make_plan(header=header, **({"scenarios": SCENARIOS} | changes))
    edition = project(plan, audiences(plan)[audience], language)
    first = next(iter(files(edition, locale(language), folder)))
    assert first.path == "manifest.webmanifest"
    found: dict[str, Any] = json.loads(first.content)
    return found


def test_what_it_says(tmp_path: Path) -> None:
    found = said(tmp_path, "nl")
    assert found["name"] == "ScheldeNet – Noodplan (Medewerkers)"
    assert (found["short_name"], found["lang"], found["dir"]) == ("Noodplan", "nl", "ltr")
    assert found["display"] == "standalone"
    assert found["theme_color"] == found["background_color"] == "#0b4f6c"
    assert {(icon["sizes"], icon["purpose"]) for icon in found["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("192x192", "maskable"),
        ("512x512", "maskable"),
    }


def test_a_name_that_is_too_long_gives_way_to_whose_plan_it_is(tmp_path: Path) -> None:
    assert said(tmp_path)["short_name"] == "ScheldeNet"


def test_the_start_and_the_other_language_are_inside_the_app_and_other_editions_are_not(
    tmp_path: Path,
) -> None:
    here = f"{SITE}staff/nl/manifest.webmanifest"
    found = said(tmp_path, "nl")
    scope = urljoin(here, found["scope"])
    assert urljoin(here, found["start_url"]) == f"{SITE}staff/nl/index.html"
    assert f"{SITE}staff/en/roles/lead.html".startswith(scope)
    assert not f"{SITE}crisis/nl/index.html".startswith(scope)


def test_each_edition_and_language_is_an_app_of_its_own(tmp_path: Path) -> None:
    ids = {said(tmp_path, tag, rank)["id"] for tag in ("en", "nl") for rank in (0, 1)}
    assert ids == {"example/staff/en", "example/staff/nl", "example/crisis/en", "example/crisis/nl"}


def test_shortcuts_lead_to_what_the_edition_has_in_the_readers_language(tmp_path: Path) -> None:
    role = {"id": "lead", "title": "Lead", "audience": "crisis"}
    staff, crisis = (said(tmp_path, "nl", rank, roles=[role]) for rank in (0, 1))
    assert [(one["name"], one["url"]) for one in staff["shortcuts"]] == [
        (locale("nl").say("kind.scenarios"), "scenarios/index.html")
    ]
    assert [one["url"] for one in crisis["shortcuts"]] == [
        "scenarios/index.html",
        "roles/index.html",
    ]


@pytest.mark.parametrize(
    ("tag", "way"), [("nl-BE", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("qqq", "auto")]
)
def test_directions(tag: str, way: str) -> None:
    assert direction(tag) == way
