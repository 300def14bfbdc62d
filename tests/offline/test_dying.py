"""The host dies, the browser is killed, the storage is full: at any moment of a saving."""

from __future__ import annotations

from playwright.sync_api import Page

from tests import patience
from tests.offline.conftest import Publish
from tests.offline.host import Host
from tests.offline.phone import Phone
from tests.offline.plan import OWN, make_plan
from tests.offline.seen import (
    FOUND,
    assert_opens,
    assert_ready,
    assert_same,
    heard,
    look_for_news,
    save,
    take_over,
    until,
    wait_settled,
    wait_waiting,
)

NOT_RESUMED = (
    *("the page", "its script", "sw.js", "its program"),
    *("site.json", "two manifests", "of the parts"),
)
LANES = 3


def test_the_host_dies_after_any_request_of_a_first_saving(phone: Phone, publish: Publish) -> None:
    plan = make_plan()
    counted = publish(plan)
    page = phone.tab()
    save(page, counted)
    page.close()
    assert len(counted.asked) > 8
    for count in range(1, len(counted.asked)):
        host = publish(plan)
        host.dies_after = count
        page = phone.tab()
        page.goto(f"{host.url}{OWN}/index.html", wait_until="commit")
        assert host.dead.wait(patience.SECONDS)
        until(page, f"{FOUND}.then((found) => !found?.installing)")
        assert page.evaluate(f"{FOUND}.then((found) => !found?.active)")
        host.revive()
        save(page, host)
        # What came whole before isn't fetched again; the last ones may have been cut short.
        twice = len(host.asked) - len(set(host.asked))
        assert twice <= len(NOT_RESUMED) + LANES, host.asked
        host.die()
        assert_same(page, plan, OWN, "")
        page.close()


def test_the_host_dies_after_any_request_of_an_update(phone: Phone, publish: Publish) -> None:
    first = make_plan()
    second = make_plan(2, changed={"roles/r1.html": "other"})
    page = phone.tab()
    for count in range(100):
        host = publish(first)
        save(page, host)
        host.files = dict(second.files)
        host.asked.clear()
        host.dies_after = count
        look_for_news(page)
        if not host.dead.is_set():
            break
        assert_same(page, first, OWN, "")
        host.revive()
        wait_waiting(page)
        host.die()
        assert_ready(page, second)
    take_over(page)
    assert_opens(page, host.url, second, OWN, "")
    assert 4 < count < 30
    page.close()


def test_the_storage_is_too_small_for_a_first_saving(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    with _quota(tab, host, 3000):
        tab.goto(f"{host.url}{OWN}/index.html")
        until(tab, "registered.then(() => true)")
        wait_settled(tab)
        assert [message["reason"] for message in heard(tab, "failed")] == ["no-space"]
        assert tab.evaluate("caches.keys()") == []
    save(tab, host)
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_the_storage_is_too_small_for_an_update(tab: Page, publish: Publish) -> None:
    first, second = make_plan(), make_plan(2, pages=200)
    host = publish(first)
    save(tab, host)
    host.files = dict(second.files)
    used = tab.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    with _quota(tab, host, used + 2000):
        assert [message["reason"] for message in look_for_news(tab)] == ["no-space"]
        assert tab.evaluate("caches.keys().then((names) => names.length)") == 1
    host.die()
    assert_opens(tab, host.url, first, OWN, "")


class _quota:  # noqa: N801
    """While it lasts, the host's origin may store only so many bytes."""

    def __init__(self, tab: Page, host: Host, size: int) -> None:
        self._cdp = tab.context.new_cdp_session(tab)
        self._origin = host.url.rstrip("/")
        self._size = size

    def __enter__(self) -> None:
        origin = {"origin": self._origin, "quotaSize": self._size}
        self._cdp.send("Storage.overrideQuotaForOrigin", origin)

    def __exit__(self, *_: object) -> None:
        self._cdp.send("Storage.overrideQuotaForOrigin", {"origin": self._origin})


def test_the_browser_is_killed_while_it_saves(phone: Phone, publish: Publish) -> None:
    plan = make_plan()
    for pack in (2, 5):
        host = publish(plan)
        packs = [0]

        def hang_at(path: str, host: Host = host, at: int = pack, packs: list[int] = packs) -> None:
            packs[0] += path.endswith(".pack")
            if packs[0] >= at:
                host.hangs = True

        host.fault = hang_at
        page = phone.tab()
        page.goto(f"{host.url}{OWN}/index.html")
        while not host.hangs:
            page.wait_for_timeout(20)
        phone.kill()
        host.hangs = False
        host.fault = lambda path: None
        phone.start()
        page = phone.tab()
        save(page, host)
        host.die()
        assert_opens(page, host.url, plan, OWN, "")


def test_the_browser_is_killed_while_it_updates(phone: Phone, publish: Publish) -> None:
    first, second = make_plan(), make_plan(2)
    host = publish(first)
    page = phone.tab()
    save(page, host)
    page.wait_for_timeout(300)
    host.files = dict(second.files)
    host.dies_after = len(host.asked) + 3
    page.evaluate(f"{FOUND}.then((found) => void found.update())")
    assert host.dead.wait(patience.SECONDS)
    phone.kill()
    phone.start()
    page = phone.tab()
    page.goto(f"{host.url}{OWN}/index.html")
    assert_opens(page, host.url, first, OWN, "")
    host.revive()
    wait_waiting(page)
    take_over(page)
    host.die()
    assert_opens(page, host.url, second, OWN, "")
