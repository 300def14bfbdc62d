"""The states of a site that is saved on a phone, or isn't."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from playwright.sync_api import Browser, Page, expect

from tests import patience
from tests.browser.saving.conftest import ANDROID
from tests.browser.saving.reader import NOT_SAVED, SAVE, SAVED, bring_news, press, state
from tests.browser.two_revisions import Revisions
from tests.offline.answers import LOGIN
from tests.offline.host import Answer, Host
from tests.pictures.saved import save_all
from tests.pictures.screens import PHONE

_WHILE_FETCHING = 8
"""So many bundles come before the host takes its time."""

_A_GOOD_PART = 0.3

_LOSE_SOME = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  const kept = (await cache.keys()).filter(({ url }) => /[0-9a-f]{64}/.test(url));
  await cache.delete(kept[0]);
}"""


def _saving(page: Page, host: Host, _: Revisions) -> None:
    held, packs = Event(), 0

    def slowly(path: str) -> Answer | None:
        nonlocal packs
        packs += path.endswith(".pack")
        if packs > _WHILE_FETCHING:
            held.wait(patience.SECONDS)
        return None

    host.fault = slowly
    page.goto(host.url + SAVE)
    expect(page.locator(".rb-saving__state")).to_have_text("Saving on this device …")
    bar = page.locator("progress")
    patience.until(lambda: bar.evaluate("(bar) => bar.value") > _A_GOOD_PART, "a good part")


def _saved(page: Page, host: Host, _: Revisions) -> None:
    save_all(page, host.url)


def _damaged(page: Page, host: Host, _: Revisions) -> None:
    save_all(page, host.url)
    page.evaluate(_LOSE_SOME)
    press(page, "Test this copy")
    expect(page.locator(".rb-saving__state")).to_contain_text("Damaged: ")


def _not_saved(page: Page, host: Host, _: Revisions) -> None:
    host.fault = lambda path: LOGIN if path.startswith("offline/") else None
    page.goto(host.url + SAVE)
    state(page, NOT_SAVED)


def _update_ready(page: Page, host: Host, revisions: Revisions) -> None:
    save_all(page, host.url)
    page.goto(f"{host.url}staff/en/index.html")
    expect(page.locator(".rb-saved__words").last).to_contain_text(SAVED)
    bring_news(page, host, revisions)
    expect(page.get_by_role("region", name="A new plan is ready")).to_be_visible()


STATES: dict[str, Callable[[Page, Host, Revisions], None]] = {
    "saving": _saving,
    "saved": _saved,
    "damaged": _damaged,
    "not-saved": _not_saved,
    "update-ready": _update_ready,
}


def draw(browser: Browser, revisions: Revisions, pictures: Path) -> None:
    """Write one picture of each; each has a host and a storage of its own."""
    for name, come_to in STATES.items():
        context = browser.new_context(
            viewport={"width": PHONE[0], "height": PHONE[1]},
            has_touch=True,
            is_mobile=True,
            user_agent=ANDROID,
            reduced_motion="reduce",
        )
        host = Host(revisions.first)
        with ExitStack() as after:
            after.callback(host.die)
            after.callback(context.close)
            page = context.new_page()
            come_to(page, host, revisions)
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=pictures / f"offline-{name}.png")
