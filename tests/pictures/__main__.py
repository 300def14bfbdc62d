"""Draw all pictures anew, into ``docs/maintainers/pictures/``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests import patience
from tests.browser.conftest import launched
from tests.frontend_tools import ROOT
from tests.pictures import offline, paper, screens
from tests.pictures.sites import built

PICTURES = ROOT / "docs" / "maintainers" / "pictures"


def main() -> None:
    expect.set_options(timeout=patience.MILLISECONDS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = built(Path(folder))
        browser = launched(playwright)
        screens.draw(browser, sites.first, PICTURES)
        offline.draw(browser, sites, PICTURES)
        browser.close()
        paper.draw(Path(folder), PICTURES)


main()
