"""Tests for generator.site.shell."""

from __future__ import annotations

from generator.site.shell import Section, navigation


def test_what_a_crisis_needs_stands_first_and_the_rest_in_its_group() -> None:
    found = navigation(
        (
            Section("", "Start", listed=True),
            Section("roles", "Roles", listed=True),
            Section("plans", "Plans", listed=True, group="For normal times"),
            Section("risks", "Risks", listed=False, group="For normal times"),
            Section("status", "Status", listed=True, group="For normal times"),
            Section("all", "All pages", listed=True),
        )
    )
    assert found == [
        {"Start": "index.md"},
        {"Roles": "roles/index.md"},
        {"For normal times": [{"Plans": "plans/index.md"}, {"Status": "status/index.md"}]},
        {"All pages": "all/index.md"},
    ]
