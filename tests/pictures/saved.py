"""A page with the whole site saved on its device."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.saving.reader import SAVE, SAVED, state


def save_all(page: Page, address: str) -> None:
    """Open the save page of a site, and wait until all of it is saved, photos and papers too."""
    page.goto(address + SAVE)
    state(page, SAVED)
    expect(page.locator("[data-rb-saving-parts]")).not_to_contain_text("not saved")
    expect(page.locator("[data-rb-saving]")).to_contain_text(re.compile(r"(\d+) of \1 photos"))
