"""Saving on the device, as its reader sees it: what the page says is what is so.

Offline means that the host is dead. What the worker does with faults is tested in `tests/offline/`.
"""

from __future__ import annotations

import re
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from tests import patience
from tests.browser.axe import serious
from tests.browser.guard import Guard
from tests.browser.saving.conftest import Publish
from tests.browser.saving.reader import (
    ROLE,
    SAVE,
    SAVED,
    badge,
    press,
    save_all,
    says,
    state,
)
from tests.browser.two_revisions import Revisions
from tests.offline.host import Answer
from tests.offline.seen import stop_worker

# Why one group: the sites are built once for each test process.
pytestmark = pytest.mark.xdist_group("saving")


def test_saving_counts_and_then_says_what_is_saved(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    going, packs = Event(), 0

    def slowly(path: str) -> Answer | None:
        nonlocal packs
        packs += path.endswith(".pack")
        if packs > 2:
            going.wait(patience.SECONDS)
        return None

    host.fault = slowly
    tab.goto(host.url + SAVE)
    state(tab, "Saving on this device …")
    badge(tab, "Saving on this device")
    expect(tab.locator("progress")).to_be_visible()
    assert SAVED not in tab.locator(".rb-saved__words").last.inner_text()
    assert serious(tab) == []
    going.set()
    state(tab, SAVED)
    says(tab, "revision 1 · made")
    says(tab, "The browser")
    badge(tab, f"{SAVED} · ")
    expect(tab.locator("progress")).to_be_hidden()
    assert serious(tab) == []


def test_no_page_says_saved_before_the_worker_does(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    held = Event()

    def without_packs(path: str) -> Answer | None:
        if path.endswith(".pack"):
            held.wait(patience.SECONDS)
        return None

    host.fault = without_packs
    tab.goto(host.url + "staff/en/index.html")
    badge(tab, "Saving on this device")
    tab.goto(host.url + ROLE)
    badge(tab, "Saving on this device")
    held.set()
    badge(tab, f"{SAVED} · ")


def test_the_other_parts_are_listed_by_edition_and_language(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    expect(tab.locator("[data-rb-saving-parts] li")).to_contain_text(
        [
            re.compile(r"^Everyone · English: saved, "),
            re.compile(r"^Iedereen · Nederlands: saved, "),
            re.compile(r"^Alle medewerkers · Nederlands: saved, "),
        ]
    )


def test_another_edition_that_is_opened_first_is_saved_and_shown(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    tab.goto(host.url + SAVE)
    other = tab.context.new_page()
    other.goto(host.url + "public/nl/save/index.html")
    state(other, "Bewaard op dit toestel")
    state(tab, SAVED)


def test_a_self_test_with_the_host_dead(tab: Page, publish: Publish, revisions: Revisions) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    host.die()
    press(tab, "Test this copy")
    says(tab, "files are whole.")
    press(tab, "Look for a newer plan")
    says(tab, "The site can't be reached now.")
    tab.goto(host.url + ROLE)
    badge(tab, f"{SAVED} · ")


def test_damage_is_said_and_repaired(
    tab: Page, guard: Guard, publish: Publish, revisions: Revisions
) -> None:
    guard.expect("Failed to load resource")
    host = publish(revisions.first)
    save_all(tab, host)
    tab.evaluate(
        """async () => {
          const cache = await caches.open((await caches.keys())[0]);
          const kept = (await cache.keys()).filter(({ url }) => /[0-9a-f]{64}/.test(url));
          await cache.delete(kept[0]);
        }"""
    )
    press(tab, "Test this copy")
    state_of_damage = tab.locator(".rb-saving__state")
    expect(state_of_damage).to_contain_text("Damaged: ")
    badge(tab, "Damaged: ")
    assert serious(tab) == []
    host.die()
    press(tab, "Repair it now")
    says(tab, "The network broke off.")
    host.revive()
    press(tab, "Repair it now")
    state(tab, SAVED)
    says(tab, "files are whole.")
    expect(tab.get_by_text("The network broke off.")).to_have_count(0)


_LOSE_THE_FIRST_TEST = """
const later = setTimeout;
setTimeout = (act, time, ...more) => later(act, time === 20000 ? 300 : time, ...more);
const post = ServiceWorker.prototype.postMessage;
window.asked = 0;
ServiceWorker.prototype.postMessage = function (message, ...more) {
  if (message.type === "self-test") window.asked += 1;
  if (message.type !== "self-test" || window.asked > 1) post.call(this, message, ...more);
};
"""
"""As if the worker had been ended with the question; silence is over soon."""


def test_a_question_that_was_lost_with_the_worker_is_put_again(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    tab.add_init_script(_LOSE_THE_FIRST_TEST)
    tab.reload()
    state(tab, SAVED)
    press(tab, "Test this copy")
    expect(tab.locator(".rb-saving__result")).to_contain_text("All ")
    assert tab.evaluate("asked") > 1


def test_what_the_browser_removed_is_saved_again(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    save_all(tab, host)
    tab.evaluate("caches.keys().then((names) => Promise.all(names.map((n) => caches.delete(n))))")
    stop_worker(tab)
    held = Event()

    def without_packs(path: str) -> Answer | None:
        if path.endswith(".pack"):
            held.wait(patience.SECONDS)
        return None

    host.fault = without_packs
    tab.evaluate("dispatchEvent(new Event('online'))")
    expect(tab.locator(".rb-saving__state")).not_to_have_text(SAVED)
    held.set()
    state(tab, SAVED)
    host.die()
    tab.goto(host.url + ROLE)
    expect(tab.locator("main")).to_contain_text("Find flour.")
