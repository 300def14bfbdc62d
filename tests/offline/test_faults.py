"""Whatever the host does while a plan is saved: nothing wrong is kept, and what was saved stays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.offline.answers import HTML, LOGIN
from tests.offline.conftest import Publish
from tests.offline.host import Answer
from tests.offline.packer import is_program
from tests.offline.plan import OTHER, OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_opens,
    assert_ready,
    assert_same,
    heard,
    look_for_news,
    save,
    until,
    wait_settled,
    wait_waiting,
)

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
        lambda plan, path: None if path == "sw.js" or is_program(path) else LOGIN,
        "not-the-plan",
    ),
    "portal that redirects": (
        lambda plan, path: (
            Answer(status=302, headers={"Location": "/"}) if _is_pack(path) else None
        ),
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


@pytest.mark.parametrize("fault", FAULTS)
def test_a_first_saving_fails_and_then_succeeds(fault: str, tab: Page, publish: Publish) -> None:
    breaks, reason = FAULTS[fault]
    # Why the second: so that one can be mixed with the first.
    plan = make_plan(2)
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
    save(tab, host)
    host.die()
    assert_same(tab, plan, OWN, "")


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_saved_stays_when_an_update_fails(fault: str, tab: Page, publish: Publish) -> None:
    breaks, reason = FAULTS[fault]
    first, second = make_plan(), make_plan(2)
    host = publish(first)
    save(tab, host)
    host.files = dict(second.files)
    host.fault = lambda path: breaks(second, path)
    failed = look_for_news(tab)
    if fault != "captive portal":
        assert [message["reason"] for message in failed] == [reason]
    assert ask(tab, "status")["waiting"] is False
    assert_same(tab, first, OWN, "")
    host.fault = lambda path: None
    wait_waiting(tab)
    host.die()
    assert_ready(tab, second)


@pytest.mark.parametrize("fault", NO_WORKER)
def test_an_odd_worker_changes_nothing(fault: str, tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    save(tab, host)
    host.fault = lambda path: NO_WORKER[fault] if path == "sw.js" else None
    before = host.asked.count("sw.js")
    look_for_news(tab)
    assert host.asked.count("sw.js") > before
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_an_older_plan_is_refused(tab: Page, publish: Publish) -> None:
    plan = make_plan(2, sequence=20)
    host = publish(plan)
    save(tab, host)
    host.files = dict(make_plan(3, sequence=19).files)
    assert [message["reason"] for message in look_for_news(tab)] == ["older"]
    assert tab.evaluate("caches.keys().then((names) => names.length)") == 1
    assert_opens(tab, host.url, plan, OWN, "")


@pytest.mark.parametrize("sealed", ['"format": 2', '"encryption": {"kind": "new"}'])
def test_a_format_that_is_not_known_is_refused(sealed: str, tab: Page, publish: Publish) -> None:
    first, second = make_plan(), make_plan(2)
    host = publish(first)
    save(tab, host)
    plain = '"format": 1' if "format" in sealed else '"encryption": null'
    manifest = second.files["offline/site.json"].replace(plain.encode(), sealed.encode(), 1)
    assert manifest != second.files["offline/site.json"]
    worker = second.files["sw.js"].replace(_hash(_site(second)), _hash(manifest))
    host.files = {**second.files, "offline/site.json": manifest, "sw.js": worker}
    assert [message["reason"] for message in look_for_news(tab)] == ["format"]
    assert_opens(tab, host.url, first, OWN, "")


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _site(plan: Plan) -> bytes:
    return plan.files["offline/site.json"]


def test_a_host_that_hangs_doesn_t_keep_pages_from_opening(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    save(tab, host)
    host.hangs = True
    assert_opens(tab, host.url, plan, OWN, "")


def test_this_guard_sees_a_page_that_doesn_t_open(tab: Page, publish: Publish) -> None:
    host = publish(make_plan())
    save(tab, host)
    host.die()
    with pytest.raises(AssertionError):
        assert_opens(tab, host.url, make_plan(2), OWN)
    with pytest.raises(AssertionError):
        assert_same(tab, make_plan(), OTHER)
