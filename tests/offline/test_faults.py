"""Whatever the host does while a plan is saved: nothing wrong is kept, and what was saved stays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page

from tests.offline.conftest import Publish
from tests.offline.host import Answer, Host
from tests.offline.phone import Phone
from tests.offline.plan import OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_opens,
    assert_same,
    heard,
    look_for_news,
    take_over,
    until,
    wait_saved,
    wait_settled,
    wait_waiting,
)

HTML = {"Content-Type": "text/html"}
LOGIN = Answer(b"<!doctype html><title>Welcome to our Wi-Fi</title>Please log in.", headers=HTML)
JUST_SAVED = {"pages": 3}

NOT_RESUMED = ("the page", "its script", "sw.js", "site.json", "two manifests", "of the parts")
LANES = 3

Break = Callable[[Plan, str], Answer | None]
"""From the plan on the host and a path to what the host answers."""


def _is_pack(path: str) -> bool:
    return path.endswith(".pack")


def _flipped(plan: Plan, path: str) -> Answer | None:
    content = bytearray(plan.files.get(path, b""))
    if not _is_pack(path):
        return None
    content[len(content) // 2] ^= 1
    return Answer(bytes(content))


def _page_for_what_is_missing(plan: Plan, path: str) -> Answer | None:
    if not _is_pack(path):
        return None
    return Answer(plan.files["index.html"], headers=HTML)


def _with_old(path: str, first: Plan) -> Break:
    """The host still has, or has again, this one file of the first revision."""

    def answering(plan: Plan, asked: str) -> Answer | None:
        return Answer(first.files[path]) if asked == path else None

    return answering


def _all_packs_old(plan: Plan, path: str) -> Answer | None:
    """Every pack has the bytes of another one."""
    other = next(name for name in plan.files if _is_pack(name) and name != path)
    return Answer(plan.files[other]) if _is_pack(path) else None


FAULTS: dict[str, tuple[Break, str]] = {
    "captive portal": (lambda plan, path: LOGIN, "not-the-plan"),
    "captive portal that lets the worker through": (
        lambda plan, path: None if path == "sw.js" else LOGIN,
        "not-the-plan",
    ),
    "portal that redirects": (
        lambda plan, path: Answer(status=302, headers={"Location": "/"}) if _is_pack(path) else None,
        "not-the-plan",
    ),
    "portal that asks for a login": (
        lambda plan, path: Answer(status=511) if _is_pack(path) else None,
        "not-the-plan",
    ),
    "single-page host": (_page_for_what_is_missing, "not-the-plan"),
    "old manifest": (_with_old("offline/site.json", make_plan()), "mixed"),
    "pack not there yet": (
        lambda plan, path: Answer(b"", 404) if _is_pack(path) else None,
        "mixed",
    ),
    "old pack": (_all_packs_old, "changed-bytes"),
    "flipped byte": (_flipped, "changed-bytes"),
    "truncated body": (
        lambda plan, path: Answer(plan.files[path], cut=20) if _is_pack(path) else None,
        "network",
    ),
    "truncated file": (
        lambda plan, path: Answer(plan.files[path][:-20]) if _is_pack(path) else None,
        "changed-bytes",
    ),
    "flipped byte in the manifest": (
        lambda plan, path: (
            Answer(plan.files[path].replace(b'"sequence"', b'"sequencf"'))
            if path == "offline/site.json"
            else None
        ),
        "changed-bytes",
    ),
    "part of a file": (
        lambda plan, path: Answer(plan.files[path], 206) if _is_pack(path) else None,
        "network",
    ),
    "server error": (
        lambda plan, path: Answer(b"", 503) if _is_pack(path) else None,
        "network",
    ),
}

NO_WORKER: dict[str, Answer] = {
    "HTML": LOGIN,
    "404": Answer(b"gone", 404),
    "500": Answer(b"oops", 500, {"Content-Type": "text/javascript"}),
    "redirect": Answer(b"", 302, {"Location": "/register.js"}),
    "syntax error": Answer(b"const = ;", headers={"Content-Type": "text/javascript"}),
    "error at its start": Answer(b"throw 1;", headers={"Content-Type": "text/javascript"}),
    "empty folder": Answer(b"", 403),
}


def _save(tab: Page, host: Host) -> None:
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_first_saving_fails_and_then_succeeds(fault: str, tab: Page, publish: Publish) -> None:
    breaks, reason = FAULTS[fault]
    # Why the second: so that one can be mixed with the first.
    plan = make_plan(2, **JUST_SAVED)
    host = publish(plan)
    loaded = (f"{OWN}/index.html", "register.js")
    host.fault = lambda path: None if path in loaded else breaks(plan, path)
    tab.goto(f"{host.url}{OWN}/index.html")
    until(tab, "registered.then(() => true)")
    wait_settled(tab)
    if fault != "captive portal":
        assert [message["reason"] for message in heard(tab, "failed")] == [reason]
    assert heard(tab, "saved") == []
    assert tab.evaluate(f"{FOUND}.then((found) => !found?.active)")
    host.fault = lambda path: None
    _save(tab, host)
    host.die()
    assert_same(tab, plan, OWN, "")


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_saved_stays_when_an_update_fails(fault: str, tab: Page, publish: Publish) -> None:
    breaks, reason = FAULTS[fault]
    first, second = make_plan(**JUST_SAVED), make_plan(2, **JUST_SAVED)
    host = publish(first)
    _save(tab, host)
    host.files = dict(second.files)
    host.fault = lambda path: breaks(second, path)
    failed = look_for_news(tab)
    if fault != "captive portal":
        assert [message["reason"] for message in failed] == [reason]
    assert ask(tab, "status")["waiting"] is False
    assert_same(tab, first, OWN, "")
    host.fault = lambda path: None
    wait_waiting(tab)
    take_over(tab)
    host.die()
    assert_same(tab, second, OWN, "")


@pytest.mark.parametrize("fault", NO_WORKER)
def test_an_odd_worker_changes_nothing(fault: str, tab: Page, publish: Publish) -> None:
    plan = make_plan(**JUST_SAVED)
    host = publish(plan)
    _save(tab, host)
    host.fault = lambda path: NO_WORKER[fault] if path == "sw.js" else None
    before = host.asked.count("sw.js")
    look_for_news(tab)
    assert host.asked.count("sw.js") > before
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_an_older_plan_is_refused(tab: Page, publish: Publish) -> None:
    plan = make_plan(2, sequence=20, **JUST_SAVED)
    host = publish(plan)
    _save(tab, host)
    host.files = dict(make_plan(3, sequence=19, **JUST_SAVED).files)
    assert [message["reason"] for message in look_for_news(tab)] == ["older"]
    assert tab.evaluate("caches.keys().then((names) => names.length)") == 1
    assert_opens(tab, host.url, plan, OWN, "")


@pytest.mark.parametrize("sealed", ['"format": 2', '"encryption": {"kind": "new"}'])
def test_a_format_that_is_not_known_is_refused(sealed: str, tab: Page, publish: Publish) -> None:
    first, second = make_plan(**JUST_SAVED), make_plan(2, **JUST_SAVED)
    host = publish(first)
    _save(tab, host)
    plain = '"format": 1' if "format" in sealed else '"encryption": null'
    manifest = second.files["offline/site.json"].replace(plain.encode(), sealed.encode(), 1)
    assert manifest != second.files["offline/site.json"]
    hashes = [hashlib.sha256(one).hexdigest().encode() for one in (_site(second), manifest)]
    worker = second.files["sw.js"].replace(*hashes)
    host.files = {**second.files, "offline/site.json": manifest, "sw.js": worker}
    assert [message["reason"] for message in look_for_news(tab)] == ["format"]
    assert_opens(tab, host.url, first, OWN, "")


def _site(plan: Plan) -> bytes:
    return plan.files["offline/site.json"]


def test_a_host_that_hangs_doesn_t_keep_pages_from_opening(tab: Page, publish: Publish) -> None:
    plan = make_plan(**JUST_SAVED)
    host = publish(plan)
    _save(tab, host)
    host.hangs = True
    assert_opens(tab, host.url, plan, OWN, "")


def test_the_host_dies_after_any_request_of_a_first_saving(phone: Phone, publish: Publish) -> None:
    plan = make_plan(**JUST_SAVED)
    counted = publish(plan)
    page = phone.tab()
    _save(page, counted)
    page.close()
    assert len(counted.asked) > 8
    for count in range(1, len(counted.asked)):
        host = publish(plan)
        host.dies_after = count
        page = phone.tab()
        page.goto(f"{host.url}{OWN}/index.html", wait_until="commit")
        assert host.dead.wait(10)
        until(page, f"{FOUND}.then((found) => !found?.installing)")
        assert page.evaluate(f"{FOUND}.then((found) => !found?.active)")
        host.revive()
        _save(page, host)
        # What came whole before isn't fetched again; the last ones may have been cut short.
        twice = len(host.asked) - len(set(host.asked))
        assert twice <= len(NOT_RESUMED) + LANES, host.asked
        host.die()
        assert_same(page, plan, OWN, "")
        page.close()


def test_the_host_dies_after_any_request_of_an_update(phone: Phone, publish: Publish) -> None:
    first = make_plan(**JUST_SAVED)
    second = make_plan(2, changed={"roles/r1.html": "other"}, **JUST_SAVED)
    page = phone.tab()
    for count in range(100):
        host = publish(first)
        _save(page, host)
        host.files = dict(second.files)
        host.asked.clear()
        host.dies_after = count
        look_for_news(page)
        if not host.dead.is_set():
            break
        assert_same(page, first, OWN, "")
        host.revive()
        wait_waiting(page)
        take_over(page)
        host.die()
        assert_same(page, second, OWN, "")
    assert 4 < count < 30
    page.close()


def test_the_storage_is_too_small_for_a_first_saving(tab: Page, publish: Publish) -> None:
    plan = make_plan(**JUST_SAVED)
    host = publish(plan)
    with _quota(tab, host, 3000):
        tab.goto(f"{host.url}{OWN}/index.html")
        until(tab, "registered.then(() => true)")
        wait_settled(tab)
        assert [message["reason"] for message in heard(tab, "failed")] == ["no-space"]
        assert tab.evaluate("caches.keys()") == []
    _save(tab, host)
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_the_storage_is_too_small_for_an_update(tab: Page, publish: Publish) -> None:
    first, second = make_plan(**JUST_SAVED), make_plan(2, pages=200)
    host = publish(first)
    _save(tab, host)
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
    plan = make_plan(**JUST_SAVED)
    for pack in (1, 3, 5):
        host = publish(plan)
        packs = [0]

        def hang_at(path: str, host: Host = host, at: int = pack, packs: list[int] = packs) -> None:
            packs[0] += _is_pack(path)
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
        _save(page, host)
        host.die()
        assert_opens(page, host.url, plan, OWN, "")


def test_the_browser_is_killed_while_it_updates(phone: Phone, publish: Publish) -> None:
    first, second = make_plan(**JUST_SAVED), make_plan(2, **JUST_SAVED)
    host = publish(first)
    page = phone.tab()
    _save(page, host)
    page.wait_for_timeout(300)
    host.files = dict(second.files)
    host.dies_after = len(host.asked) + 3
    page.evaluate(f"{FOUND}.then((found) => void found.update())")
    assert host.dead.wait(10)
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


def test_this_guard_sees_a_page_that_doesn_t_open(tab: Page, publish: Publish) -> None:
    host = publish(make_plan(**JUST_SAVED))
    _save(tab, host)
    host.die()
    with pytest.raises(AssertionError):
        assert_opens(tab, host.url, make_plan(2, **JUST_SAVED), OWN)
    with pytest.raises(Error):
        tab.goto(f"{host.url}staff/nl/index.html")
