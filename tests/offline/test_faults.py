"""Whatever the host does while a plan is saved: nothing wrong is kept, and what was saved stays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page

from tests.offline.conftest import Publish
from tests.offline.host import Answer
from tests.offline.packer import is_program, program_of, with_program
from tests.offline.plan import OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_opens,
    assert_ready,
    assert_same,
    heard,
    look_for_news,
    save,
    stop_worker,
    until,
    wait_settled,
    wait_waiting,
)

HTML = {"Content-Type": "text/html"}
SCRIPT = {"Content-Type": "text/javascript"}
LOGIN = Answer(b"<!doctype html><title>Welcome to our Wi-Fi</title>Please log in.", headers=HTML)

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


NO_PROGRAM: dict[str, Answer] = {
    "missing": Answer(b"gone", 404),
    "HTML": LOGIN,
    "HTML that says it is a script": Answer(LOGIN.body, headers=SCRIPT),
    "500": Answer(b"oops", 500, SCRIPT),
    "redirect": Answer(b"", 302, {"Location": "/index.html"}),
    "redirect to another script": Answer(b"", 302, {"Location": "/register.js"}),
    "empty": Answer(b"", headers=SCRIPT),
    "another script": Answer(b"self.other = 1;", headers=SCRIPT),
    "half of it": Answer(program_of()[: len(program_of()) // 2], headers=SCRIPT),
    "the line breaks in the middle": Answer(program_of(), headers=SCRIPT, cut=9_000),
    "another generator's": Answer(program_of(said=b"another"), headers=SCRIPT),
}


@pytest.mark.parametrize("fault", NO_PROGRAM)
def test_a_new_worker_without_its_program_changes_nothing(
    fault: str, tab: Page, publish: Publish
) -> None:
    first, second = make_plan(), make_plan(2)
    # Why another program: so that no browser has it yet.
    newer = with_program(second.files, program_of(b"// newer"))
    path = next(path for path in newer if is_program(path))
    host = publish(first)
    save(tab, host)
    host.files = {**newer}
    host.fault = lambda asked: NO_PROGRAM[fault] if asked == path else None
    look_for_news(tab)
    assert path in host.asked
    assert tab.evaluate(f"{FOUND}.then((found) => !found.waiting && !found.installing)")
    assert_same(tab, first, OWN, "")
    host.fault = lambda asked: None
    wait_waiting(tab)
    host.die()
    assert_ready(tab, second)


@pytest.mark.parametrize("fault", NO_PROGRAM)
def test_a_first_saving_without_the_program_fails_and_then_succeeds(
    fault: str, tab: Page, publish: Publish
) -> None:
    plan = make_plan()
    host = publish(plan)
    host.fault = lambda asked: NO_PROGRAM[fault] if is_program(asked) else None
    tab.goto(f"{host.url}{OWN}/index.html")
    assert tab.evaluate("registered") != ""
    assert tab.evaluate(f"{FOUND}.then((found) => !found?.active && !found?.waiting)")
    assert not any(path.endswith(".pack") for path in host.asked)
    host.fault = lambda asked: None
    save(tab, host)
    host.die()
    assert_same(tab, plan, OWN, "")


@pytest.mark.parametrize("fault", NO_PROGRAM)
def test_what_becomes_of_the_program_later_changes_nothing(
    fault: str, tab: Page, publish: Publish
) -> None:
    plan = make_plan()
    host = publish(plan)
    save(tab, host)
    host.fault = lambda asked: NO_PROGRAM[fault] if is_program(asked) else None
    look_for_news(tab)
    assert tab.evaluate(f"{FOUND}.then((found) => !found.waiting && !found.installing)")
    stop_worker(tab)
    assert_opens(tab, host.url, plan, OWN, "")
    host.die()
    stop_worker(tab)
    assert_opens(tab, host.url, plan, OWN, "")


def test_an_old_worker_beside_both_programs_is_still_saved(tab: Page, publish: Publish) -> None:
    """A cache in between has the worker and the manifest of before for a while."""
    first, second = make_plan(), make_plan(2)
    old = ("sw.js", "offline/site.json")
    newer = with_program(second.files, program_of(b"// newer"))
    host = publish(first)
    host.files = {**first.files, **newer, **{path: first.files[path] for path in old}}
    assert sum(map(is_program, host.files)) == 2
    save(tab, host)
    host.files |= {path: newer[path] for path in old}
    wait_waiting(tab)
    host.die()
    assert_ready(tab, second)


def test_a_new_revision_fetches_the_program_no_second_time(tab: Page, publish: Publish) -> None:
    host = publish(make_plan())
    host.keeps = True
    save(tab, host)
    host.files = dict(make_plan(2).files)
    host.unchanged.clear()
    wait_waiting(tab)
    assert [path for path in host.unchanged if is_program(path)]
    assert not [path for path in host.unchanged if path == "sw.js"]


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
    with pytest.raises(Error):
        tab.goto(f"{host.url}staff/nl/index.html")
