"""Not saved: the page says so, and why, and goes on when it can."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from tests import patience
from tests.browser.axe import serious
from tests.browser.guard import Guard
from tests.browser.saving.conftest import Publish
from tests.browser.saving.reader import (
    NOT_SAVED,
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
from tests.offline.answers import LOGIN
from tests.offline.host import Answer
from tests.offline.packer import is_program
from tests.offline.seen import stop_worker

# Why one group: the sites are built once for each test process.
pytestmark = pytest.mark.xdist_group("saving")


def _half(path: str) -> Answer | None:
    return Answer(b"", 404) if path == "sw.js" else None


def _half_program(path: str) -> Answer | None:
    return Answer(b"", 404) if is_program(path) else None


def _portal_after_the_script(path: str) -> Answer | None:
    return LOGIN if is_program(path) else None


def _portal(path: str) -> Answer | None:
    return None if path.startswith("staff/") else LOGIN


def _portal_after_the_worker(path: str) -> Answer | None:
    return LOGIN if path.startswith("offline/") else None


def _spoilt(path: str) -> Answer | None:
    return Answer(b"spoilt") if path.endswith(".pack") else None


_NO_TRY_BY_ITSELF = """
const later = setTimeout;
setTimeout = (act, time, ...more) => time === 10000 ? 0 : later(act, time, ...more);
"""
"""Else the page might be at it, or done with it, when its reader wants to."""


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (_half, "The site is being renewed"),
        (_half_program, "The site is being renewed"),
        (_portal_after_the_script, "answered with another page"),
        (_portal, "answered with another page"),
        (_portal_after_the_worker, "answered with another page"),
        (_spoilt, "arrived damaged or changed"),
    ],
)
def test_not_saved_says_why_and_a_new_try_succeeds(
    tab: Page,
    guard: Guard,
    publish: Publish,
    revisions: Revisions,
    fault: Callable[[str], Answer | None],
    words: str,
) -> None:
    guard.expect("unsupported MIME type|404|Failed to load resource")
    host = publish(revisions.first)
    host.fault = fault
    tab.add_init_script(_NO_TRY_BY_ITSELF)
    tab.goto(host.url + SAVE)
    state(tab, NOT_SAVED)
    says(tab, words)
    badge(tab, NOT_SAVED)
    assert serious(tab) == []
    host.fault = lambda path: None
    press(tab, "Try again to save")
    state(tab, SAVED)


def test_it_goes_on_by_itself_when_the_host_is_back(
    tab: Page, guard: Guard, publish: Publish, revisions: Revisions
) -> None:
    guard.expect("Failed to load resource|unknown error occurred")
    host = publish(revisions.first)
    host.fault = lambda path: host.die() if path.endswith(".pack") else None
    tab.goto(host.url + SAVE)
    state(tab, NOT_SAVED)
    says(tab, "The network broke off.")
    host.fault = lambda path: None
    host.revive()
    tab.evaluate("dispatchEvent(new Event('online'))")
    state(tab, SAVED)


def test_another_edition_that_is_not_saved_says_so_beside_one_that_is(
    tab: Page, guard: Guard, publish: Publish, revisions: Revisions
) -> None:
    """Its pages come from the host, unchecked: none of them may look like one of the copy."""
    guard.expect("Failed to load resource")
    host = publish(revisions.first)
    save_all(tab, host)
    _forget(tab, "public%2Fnl")
    host.fault = lambda path: Answer(status=503) if path.endswith(".pack") else None
    tab.goto(host.url + "public/nl/index.html")
    badge(tab, "NIET bewaard op dit toestel")
    host.die()
    tab.goto(host.url + "public/nl/roles/index.html")
    expect(tab.locator("h1")).to_have_text("Dit bestand staat niet op dit toestel")
    tab.goto(host.url + ROLE)
    badge(tab, f"{SAVED} · ")


def _forget(tab: Page, part: str) -> None:
    """Remove a part's entries, and let the worker look again."""
    tab.evaluate(
        """async (part) => {
          const cache = await caches.open((await caches.keys())[0]);
          const kept = (await cache.keys()).filter(({ url }) => url.includes(`/p/${part}/`));
          if (!kept.length) throw new Error("nothing to forget");
          await Promise.all(kept.map((one) => cache.delete(one)));
        }""",
        part,
    )
    stop_worker(tab)


def test_too_little_space(tab: Page, publish: Publish, revisions: Revisions) -> None:
    host = publish(revisions.first)
    asking = tab.context.new_cdp_session(tab)
    origin = host.url.rstrip("/")
    asking.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 20_000})
    tab.goto(host.url + SAVE)
    says(tab, "There is too little space on this device.")
    state(tab, NOT_SAVED)


def test_a_preview_is_not_saved_and_asks_for_no_worker(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.preview)
    tab.goto(host.url + SAVE)
    says(tab, "This is a preview.")
    assert "sw.js" not in host.asked
    assert tab.locator("[data-rb-saving]").get_by_role("button").count() == 0


def test_plain_http_can_not_be_saved(tab: Page, publish: Publish, revisions: Revisions) -> None:
    # Why so: only a name of another machine is insecure, and tests stay on this one.
    tab.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    tab.goto(publish(revisions.first).url + SAVE)
    says(tab, "The address doesn't begin with https")


def test_a_host_that_is_silent_from_the_start_is_said(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    held = Event()

    def silent(path: str) -> Answer | None:
        if path == "sw.js":
            held.wait(patience.SECONDS)
        return None

    host.fault = silent
    tab.add_init_script(
        "const later = setTimeout;"
        "setTimeout = (act, time, ...more) => later(act, time === 30000 ? 300 : time, ...more);"
    )
    tab.goto(host.url + SAVE)
    state(tab, NOT_SAVED)
    says(tab, "The network broke off.")
    badge(tab, NOT_SAVED)
    held.set()
    state(tab, SAVED)
