"""The page of what changed, and the ways to it."""

from __future__ import annotations

from typing import Any

from generator.editions import audiences, project
from generator.locales import locale
from generator.views import all_pages
from generator.views.page import Page
from tests.plan_builder import make_plan
from tests.views.view_of import html_of, pages_of

PLAN: dict[str, Any] = {
    "header": {"revision": "2026.2"},
    "programme": {"why": "Hospitals."},
    "roles": [{"id": "lead", "title": "Crisis lead"}],
    "sites": [{"id": "lead", "name": "Lead works"}],
    "revisions": [
        {"revision": "2026.1", "approved": "2026-01-05", "summary": "The first one."},
        {
            "revision": "2026.2",
            "approved": "2026-03-05",
            "approved_by": "lead",
            "changes": [{"text": "A deputy at last.", "about": ["lead", "gone"]}],
        },
        {"revision": "2026-1", "approved": "2025-12-24"},
    ],
}
PAGE = "revisions/index.html"


def test_the_newest_stands_first_and_each_has_an_anchor_of_its_own() -> None:
    view = pages_of(**PLAN)[PAGE].view
    assert [one.revision for one in view] == ["2026.2", "2026.1", "2026-1"]
    assert [one.id for one in view] == [
        "revision-2026-2",
        "revision-2026-1",
        "revision-2026-1-more",
    ]
    assert [one.current for one in view] == [True, False, False]


def test_of_one_day_the_present_one_stands_first() -> None:
    told = [{"revision": number, "approved": "2026-03-05"} for number in ("b", "2026.2")]
    view = pages_of(**{**PLAN, "revisions": told})[PAGE].view
    assert [one.revision for one in view] == ["2026.2", "b"]


def test_a_change_leads_to_what_is_still_there() -> None:
    html = html_of(PAGE, **PLAN)
    assert 'href="../roles/lead.html">Crisis lead</a>' in html
    assert 'href="../sites/lead.html">Lead works</a>' in html
    assert "gone" not in html.lower()
    assert "Approved on 5 March 2026 by" in html


def test_an_activation_can_be_meant() -> None:
    plan: dict[str, Any] = {
        "scenarios": [{"id": "flood", "title": "Flood"}],
        "activations": [
            {"id": "july", "scenario": "flood", "title": "July", "begins": "2021-07-14"}
        ],
        "revisions": [
            {
                "revision": "1",
                "approved": "2021-09-01",
                "changes": [{"text": "Pumps.", "about": ["july"]}],
            }
        ],
    }
    (change,) = pages_of(**plan)[PAGE].view[0].changes
    assert [(link.address.kind, link.anchor) for link in change.about] == [("history", "july")]


def test_it_is_found_by_its_words() -> None:
    entries = {entry.anchor: entry for entry in pages_of(**PLAN)[PAGE].entries}
    assert entries["revision-2026-2"].title == "Revision 2026.2"
    assert "deputy" in entries["revision-2026-2"].text


def test_start_page_and_status_lead_to_it() -> None:
    assert '<a href="revisions/index.html">Revision 2026.2</a>' in html_of("index.html", **PLAN)
    assert 'href="../revisions/index.html">What changed</a>' in html_of("status/index.html", **PLAN)


def test_a_plan_that_tells_nothing_has_no_page_and_no_way_to_it() -> None:
    plan = {**PLAN, "revisions": []}
    assert PAGE not in pages_of(**plan)
    assert "revisions/" not in html_of("index.html", **plan)
    assert "revisions/" not in html_of("status/index.html", **plan)


def _read_by(audience: str) -> dict[str, Page]:
    plan = make_plan(
        header={
            "audiences": [{"id": name, "title": name} for name in ("public", "staff", "team")],
            "default_audience": "staff",
        },
        sites=[{"id": "vault", "name": "Vault", "audience": "team"}],
        revisions=[
            {
                "revision": "1",
                "approved": "2026-03-05",
                "audience": "public",
                "changes": [
                    {"text": "For all.", "about": ["vault"]},
                    {"text": "For staff.", "audience": "staff"},
                    {"text": "For the team.", "about": ["vault"], "audience": "team"},
                ],
            },
            {"revision": "0", "approved": "2026-01-05"},
        ],
    )
    reader = next(one for one in audiences(plan) if one.id == audience)
    edition = project(plan, reader, "en")
    return {page.address.path: page for page in all_pages(edition, locale("en"))}


def test_each_audience_reads_only_its_own_lines() -> None:
    seen = {name: _read_by(name)[PAGE].view for name in ("public", "staff", "team")}
    assert {name: [one.revision for one in view] for name, view in seen.items()} == {
        "public": ["1"],
        "staff": ["1", "0"],
        "team": ["1", "0"],
    }
    assert {name: [str(c.text) for c in view[0].changes] for name, view in seen.items()} == {
        "public": ["For all."],
        "staff": ["For all.", "For staff."],
        "team": ["For all.", "For staff.", "For the team."],
    }
    assert seen["staff"][0].changes[0].about == ()
    assert seen["team"][0].changes[0].about != ()
