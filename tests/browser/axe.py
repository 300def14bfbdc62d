"""Accessibility faults of a page, found by axe-core."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.frontend_tools import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = frozenset({"serious", "critical"})


def serious(page: Page) -> list[str]:
    """The faults of impact serious or critical, one line each: rule, what it says, where.

    Works under any Content-Security-Policy: the script is run from outside of the page.
    """
    page.evaluate(AXE.read_text("utf-8") + "\n;undefined")
    report: dict[str, Any] = page.evaluate(
        "() => axe.run(document, { resultTypes: ['violations'] })"
    )
    assert report["passes"], "axe looked at nothing"
    return [_line(fault) for fault in report["violations"] if fault["impact"] in GRAVE]


def _line(fault: dict[str, Any]) -> str:
    places = ", ".join(str(node["target"][0]) for node in fault["nodes"])
    return f"{fault['id']}: {fault['help']} ({places})"
