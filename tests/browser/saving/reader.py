"""What a reader does and sees on the pages of a site that is saved on the device."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.two_revisions import Revisions
from tests.offline.host import Host
from tests.offline.seen import ask_for_news

SAVE = "staff/en/save/index.html"
ROLE = "staff/en/roles/logistics.html"
SAVED = "Saved on this device"
NOT_SAVED = "NOT saved on this device"


def state(page: Page, words: str) -> None:
    """The save page says `words` first."""
    expect(page.locator(".rb-saving__state")).to_have_text(words)


def says(page: Page, words: str) -> None:
    """The save page says `words` of this device, somewhere."""
    expect(page.locator("[data-rb-saving]")).to_contain_text(words)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def badge(page: Page, words: str) -> None:
    """The badges say `words`."""
    expect(page.locator(".rb-saved__words").last).to_contain_text(words)


def save_all(page: Page, host: Host) -> None:
    """Open the save page, and wait until all parts are saved."""
    page.goto(host.url + SAVE)
    state(page, SAVED)
    parts = page.locator("[data-rb-saving-parts]")
    expect(parts).not_to_contain_text("not saved")
    expect(parts.locator("li")).to_have_count(3)


def bring_news(page: Page, host: Host, revisions: Revisions) -> None:
    """The host gets the second revision, and the page hears of it."""
    host.files = dict(revisions.second)
    ask_for_news(page)
