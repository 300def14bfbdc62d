"""Saving on the device, as its reader sees it: what the page says is what is so.

Offline means that the host is dead. What the worker does with faults is tested in `tests/offline/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import two_revisions
from tests.browser.axe import serious
from tests.browser.guard import Guard
from tests.browser.two_revisions import Revisions
from tests.offline.host import Answer, Host
from tests.offline.packer import is_program

# Why one group: the sites are built once for each test process.
pytestmark = pytest.mark.xdist_group("saving")

SAVE = "staff/en/save/index.html"
ROLE = "staff/en/roles/logistics.html"
SAVED = "Saved on this device"
LOGIN = Answer(b"<!doctype html><title>Welcome</title>", headers={"Content-Type": "text/html"})
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)

PATIENCE = 20_000
"""Milliseconds for what takes a whole part to be fetched, on a machine that has more to do."""

Publish = Callable[[dict[str, bytes]], Host]


@pytest.fixture(scope="session")
def revisions(tmp_path_factory: pytest.TempPathFactory) -> Revisions:
    return two_revisions.build(tmp_path_factory.mktemp("revisions"))


@pytest.fixture
def publish() -> Iterator[Publish]:
    """`publish(files)` serves a site from an origin of its own, with a storage of its own."""
    with ExitStack() as hosts:

        def publishing(files: dict[str, bytes]) -> Host:
            host = Host(dict(files))
            hosts.callback(host.die)
            return host

        yield publishing


@pytest.fixture
def tab(browser: Browser, guard: Guard, publish: Publish) -> Iterator[Page]:
    """A page on an Android phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, user_agent=ANDROID
    )
    guard.watch(context)
    yield context.new_page()
    context.close()


def state(page: Page, words: str) -> None:
    """The save page says `words` first."""
    expect(page.locator(".rb-saving__state")).to_have_text(words, timeout=PATIENCE)


def says(page: Page, words: str) -> None:
    """The save page says `words` of this device, somewhere."""
    expect(page.locator("[data-rb-saving]")).to_contain_text(words, timeout=PATIENCE)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def badge(page: Page, words: str) -> None:
    """The badges say `words`."""
    expect(page.locator(".rb-saved__words").last).to_contain_text(words, timeout=PATIENCE)


def save_all(page: Page, host: Host) -> None:
    """Open the save page, and wait until all parts are saved."""
    page.goto(host.url + SAVE)
    state(page, SAVED)
    parts = page.locator("[data-rb-saving-parts]")
    expect(parts).not_to_contain_text("not saved", timeout=PATIENCE)
    expect(parts.locator("li")).to_have_count(3)


def bring_news(page: Page, host: Host, revisions: Revisions) -> None:
    """The host gets the second revision, and the page hears of it."""
    host.files = dict(revisions.second)
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")


def test_saving_counts_and_then_says_what_is_saved(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    going, packs = Event(), 0

    def slowly(path: str) -> Answer | None:
        nonlocal packs
        packs += path.endswith(".pack")
        if packs > 2:
            going.wait(10)
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
            held.wait(10)
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
    tab.goto(host.url + SAVE)
    state(tab, "NOT saved on this device")
    says(tab, words)
    badge(tab, "NOT saved on this device")
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
    state(tab, "NOT saved on this device")
    says(tab, "The network broke off.")
    host.fault = lambda path: None
    host.revive()
    tab.evaluate("dispatchEvent(new Event('online'))")
    state(tab, SAVED)


def test_too_little_space(tab: Page, publish: Publish, revisions: Revisions) -> None:
    host = publish(revisions.first)
    asking = tab.context.new_cdp_session(tab)
    origin = host.url.rstrip("/")
    asking.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 20_000})
    tab.goto(host.url + SAVE)
    says(tab, "There is too little space on this device.")
    state(tab, "NOT saved on this device")


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


def test_a_plan_past_its_review_says_so_and_opens(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    site = json.loads(revisions.first["offline/site.json"]) | {"expires": "2020-02-29"}
    manifest = json.dumps(site).encode()
    before, after = (sha256(one).hexdigest() for one in (_manifest(revisions), manifest))
    worker = revisions.first["sw.js"].replace(before.encode(), after.encode())
    host = publish({**revisions.first, "offline/site.json": manifest, "sw.js": worker})
    tab.goto(host.url + SAVE)
    state(tab, SAVED)
    says(tab, "This plan should have been reviewed by 29 February 2020.")
    tab.goto(host.url + ROLE)
    badge(tab, "should have been reviewed by 29 February 2020")
    expect(tab.locator("main")).to_contain_text("Find flour.")


def _manifest(revisions: Revisions) -> bytes:
    return revisions.first["offline/site.json"]


def test_the_steps_of_this_device_come_first_and_are_ticked_off(
    tab: Page, publish: Publish, revisions: Revisions
) -> None:
    host = publish(revisions.first)
    tab.set_viewport_size({"width": 320, "height": 640})
    save_all(tab, host)
    ways = tab.locator("details[data-rb-way]")
    assert ways.evaluate_all("all => all.map((way) => [way.dataset.rbWay, way.open])") == [
        ["android", True],
        ["iphone", False],
        ["computer", False],
    ]
    done = tab.locator("[data-rb-way-step]:has(.rb-ways__done:not([hidden]))")
    ticked = "all => all.map((step) => step.dataset.rbWayStep)"
    assert done.evaluate_all(ticked) == ["android_open", "see"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.evaluate(
        "dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }),"
        " { prompt() { window.prompted = true; dispatchEvent(new Event('appinstalled')); } }))"
    )
    press(tab, "Install as an app")
    assert tab.evaluate("window.prompted")
    assert done.evaluate_all(ticked) == ["android_open", "android_add", "see"]
    expect(tab.get_by_role("button", name="Install as an app")).to_have_count(0)


def test_without_scripts_all_steps_are_open(
    browser: Browser, publish: Publish, revisions: Revisions
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(publish(revisions.first).url + SAVE)
    for words in ("Open this page in Safari.", "Open this page in Chrome.", "runs no scripts"):
        expect(page.get_by_text(re.compile(words))).to_be_visible()
    context.close()


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
    expect(tab.locator(".rb-saving__result")).to_contain_text("All ", timeout=PATIENCE)
    assert tab.evaluate("asked") > 1
