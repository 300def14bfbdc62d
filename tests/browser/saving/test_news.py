"""A new plan is ready: its reader hears of it, and decides."""

from __future__ import annotations

import json
import posixpath
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from tests import patience
from tests.browser.axe import serious
from tests.browser.saving.conftest import Publish
from tests.browser.saving.reader import ROLE, SAVED, badge, bring_news, press, save_all, says
from tests.browser.two_revisions import PAPER, Revisions
from tests.offline.host import Answer
from tests.offline.seen import until

# Why one group: the sites are built once for each test process.
pytestmark = pytest.mark.xdist_group("saving")


def test_a_new_plan_is_announced_put_off_and_taken_in_all_tabs(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    other = tab.context.new_page()
    other.goto(host.url + ROLE)
    badge(other, SAVED)
    bring_news(other, host, revisions)
    banner = other.get_by_role("region", name="A new plan is ready: revision 2")
    expect(banner).to_contain_text("call tree Crisis team; role Crisis lead; role Logistics")
    expect(banner).not_to_contain_text("Belboom")
    numbers = other.locator(".rb-emergency").bounding_box()
    box = banner.bounding_box()
    assert numbers
    assert box
    assert box["y"] > numbers["y"] + numbers["height"]
    assert serious(other) == []
    banner.get_by_role("button", name="Later").press("Escape")
    expect(banner).to_be_hidden()
    other.reload()
    badge(other, "a new plan is ready")
    expect(other.locator(".rb-update")).to_be_hidden()
    expect(other.locator("main")).to_contain_text("Find flour.")
    says(tab, "A new plan is ready: revision 2")
    assert serious(tab) == []
    press(tab, "Show the new plan")
    says(tab, "revision 2 · made")
    expect(other.locator("main")).to_contain_text("Find flour and yeast.")
    badge(other, "revision 2")


_PAPERS_IN_BOTH = """
caches.keys().then((names) => Promise.all(names.map((cacheName) => (
  caches.match("/offline/kept/p/staff%2Fen%2Fsheets/COMMITTED", { cacheName })
)))).then((found) => found.length === 2 && found.every(Boolean))
"""


def _manifest_of_papers(files: dict[str, bytes]) -> str:
    parts = json.loads(files["offline/site.json"])["parts"]
    (name,) = (part["manifest"] for part in parts if part["path"] == posixpath.dirname(PAPER))
    return f"offline/{name}.pack"


def test_papers_that_changed_don_t_keep_a_new_plan_waiting(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    says(tab, "1 of 1 pictures and papers are saved too")
    going, late = Event(), _manifest_of_papers(revisions.second)

    def slowly(path: str) -> Answer | None:
        if path == late:
            going.wait(patience.SECONDS)
        return None

    host.fault = slowly
    bring_news(tab, host, revisions)
    says(tab, "A new plan is ready: revision 2")
    going.set()
    until(tab, _PAPERS_IN_BOTH)
    host.die()
    press(tab, "Show the new plan")
    says(tab, "revision 2 · made")
    says(tab, "1 of 1 pictures and papers are saved too")


def test_the_keyboard_reaches_the_announcement_before_the_bar(
    desktop: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(desktop, host)
    desktop.set_viewport_size({"width": 320, "height": 640})
    desktop.goto(host.url + ROLE)
    badge(desktop, SAVED)
    bring_news(desktop, host, revisions)
    take = desktop.get_by_role("button", name="Show the new plan")
    expect(take).to_be_visible()
    assert desktop.evaluate("document.documentElement.scrollWidth") <= 320
    desktop.locator(".rb-bar__place").first.focus()
    desktop.keyboard.press("Shift+Tab")
    expect(desktop.get_by_role("button", name="Later")).to_be_focused()
    desktop.keyboard.press("Shift+Tab")
    expect(take).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("main")).to_contain_text("Find flour and yeast.")


_HEARS_LATE = """
const listen = ServiceWorkerRegistration.prototype.addEventListener;
ServiceWorkerRegistration.prototype.addEventListener = function (type, heard, ...more) {
  const late = (event) => {
    const look = () => (this.installing ? setTimeout(look, 10) : heard(event));
    look();
  };
  listen.call(this, type, type === "updatefound" ? late : heard, ...more);
};
"""
"""As if the device were so busy that a new worker is installed before its page hears of it."""


def test_a_page_that_hears_late_of_a_new_plan_announces_it_all_the_same(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    tab.add_init_script(_HEARS_LATE)
    tab.goto(host.url + ROLE)
    badge(tab, SAVED)
    bring_news(tab, host, revisions)
    expect(tab.get_by_role("region", name="A new plan is ready: revision 2")).to_be_visible()


def test_a_question_that_nobody_answered_is_put_again_when_the_host_is_back(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    host.die()
    press(tab, "Look for a newer plan")
    says(tab, "The site can't be reached now.")
    host.files = dict(revisions.second)
    host.revive()
    tab.evaluate("dispatchEvent(new Event('online'))")
    says(tab, "A new plan is ready: revision 2")


def test_a_clock_that_was_fast_doesn_t_keep_news_away(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    """The device believed to be in next year when it last asked."""
    host = publish(revisions.first)
    save_all(tab, host)
    tab.evaluate("localStorage.setItem('runbook.asked:/', String(Date.now() + 365 * 86400000))")
    host.files = dict(revisions.second)
    tab.evaluate("dispatchEvent(new Event('online'))")
    says(tab, "A new plan is ready: revision 2")
