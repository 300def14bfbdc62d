"""The page on saving, and what it says of a plan past its review."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.saving.conftest import Publish
from tests.browser.saving.reader import ROLE, SAVE, SAVED, badge, press, save_all, says, state
from tests.browser.two_revisions import Revisions

# Why one group: the sites are built once for each test process.
pytestmark = pytest.mark.xdist_group("saving")


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


@pytest.mark.parametrize("page", ["index.html", "save/index.html", "roles/logistics.html"])
def test_a_copy_on_a_stick_past_its_review_says_so_too(
    desktop: Page, revisions: Revisions, tmp_path: Path, page: str
) -> None:
    _put_on(tmp_path, revisions)
    place = tmp_path / "staff/en" / page
    desktop.goto(place.as_uri())
    badge(desktop, "A copy from a disk or stick")
    expect(desktop.locator("body")).not_to_contain_text("should have been reviewed")
    text = place.read_text("utf-8")
    assert text.count('data-rb-review="2099-12-31"') == 1
    place.write_text(text.replace("2099-12-31", "2020-02-29"), "utf-8")
    desktop.reload()
    badge(
        desktop,
        "A copy from a disk or stick. This plan should have been reviewed by 29 February 2020",
    )


def test_no_step_is_ticked_off_in_a_copy_on_a_stick(
    desktop: Page, revisions: Revisions, tmp_path: Path
) -> None:
    _put_on(tmp_path, revisions)
    desktop.goto((tmp_path / SAVE).as_uri())
    state(desktop, "A copy from a disk or stick")
    done = desktop.locator(".rb-ways__done")
    assert done.count() > 5
    assert done.evaluate_all("all => all.filter((one) => !one.hidden).length") == 0


def _put_on(stick: Path, revisions: Revisions) -> None:
    for path, content in revisions.first.items():
        (stick / path).parent.mkdir(parents=True, exist_ok=True)
        (stick / path).write_bytes(content)


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
