"""Reading a saved plan: from any address, whatever was lost, and without the network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests import patience
from tests.offline.conftest import Publish, Saved
from tests.offline.host import Host
from tests.offline.phone import Phone
from tests.offline.plan import OTHER, OWN, make_plan
from tests.offline.seen import (
    ask,
    assert_opens,
    assert_same,
    saved_parts,
    stop_worker,
    take_over,
    until,
    wait_saved,
    wait_waiting,
)


@pytest.mark.parametrize(
    ("address", "end", "title"),
    [
        ("staff/en", "staff/en/", "Page index.html"),
        ("staff/en/", "staff/en/", "Page index.html"),
        ("staff/en?utm=1", "staff/en/?utm=1", "Page index.html"),
        ("staff/en/index.html?utm=1", "staff/en/index.html?utm=1", "Page index.html"),
        ("staff/en/roles", "staff/en/roles/", "Page roles/index.html"),
        ("staff/en/roles#a", "staff/en/roles/#a", "Page roles/index.html"),
        ("staff/en/roles/?utm=1#a", "staff/en/roles/?utm=1#a", "Page roles/index.html"),
        ("staff/en/roles/r1", "staff/en/roles/r1", "Page roles/r1.html"),
        ("staff/en/roles/r1/", "staff/en/roles/r1.html", "Page roles/r1.html"),
        ("staff/en/roles/r1/index.html", "staff/en/roles/r1.html", "Page roles/r1.html"),
        ("staff/en/roles/r1.html?a=b", "staff/en/roles/r1.html?a=b", "Page roles/r1.html"),
        ("staff/en/r%6Fles/r1.html", "staff/en/r%6Fles/r1.html", "Page roles/r1.html"),
        ("", "", "Start"),
        ("?utm=1#x", "?utm=1#x", "Start"),
    ],
)
def test_addresses_of_a_page(
    address: str, end: str, title: str, tab: Page, saved_once: Host
) -> None:
    tab.goto(saved_once.url + address)
    assert tab.title() == title
    assert tab.url == saved_once.url + end


@pytest.fixture(scope="module")
def saved_once(phone: Phone) -> Host:
    """A host that is gone, with its plan saved."""
    host = Host(dict(make_plan().files))
    page = phone.tab()
    page.goto(f"{host.url}{OWN}/index.html")
    wait_saved(page)
    page.close()
    host.die()
    return host


def test_a_page_that_the_plan_doesn_t_have(tab: Page, saved_once: Host) -> None:
    response = tab.goto(f"{saved_once.url}{OWN}/roles/nobody.html")
    assert response is not None
    assert response.status == 404
    assert tab.title() == "This page isn't in the saved plan"
    tab.click("text=Go to the start page")
    assert tab.title() == "Page index.html"


def test_parts_of_a_file(tab: Page, saved_once: Host) -> None:
    tab.goto(f"{saved_once.url}{OWN}/index.html")
    whole = make_plan().files[f"{OWN}/register.js"]
    asked = """async ([method, range]) => {
      const response = await fetch("/staff/en/register.js", { method, headers: { Range: range } });
      return [response.status, response.headers.get("Content-Range"), await response.text()];
    }"""
    size = len(whole)
    text = whole.decode()
    assert tab.evaluate(asked, ["GET", "bytes=3-9"]) == [206, f"bytes 3-9/{size}", text[3:10]]
    assert tab.evaluate(asked, ["GET", "bytes=-5"]) == [
        206,
        f"bytes {size - 5}-{size - 1}/{size}",
        text[-5:],
    ]
    assert tab.evaluate(asked, ["GET", f"bytes={size}-"]) == [416, f"bytes */{size}", ""]
    assert tab.evaluate(asked, ["HEAD", "none"]) == [200, None, ""]


def test_headers_are_the_manifest_s(tab: Page, saved_once: Host) -> None:
    response = tab.goto(f"{saved_once.url}{OWN}/index.html")
    assert response is not None
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    assert response.headers["x-content-type-options"] == "nosniff"
    refused = "fetch('http://localhost:1/').then(() => '', (error) => error.name)"
    with tab.expect_event("console") as told:
        tab.evaluate(refused)
    assert "Content Security Policy" in told.value.text


def test_what_isn_t_saved_comes_from_the_host(tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    host.files["wiki/index.html"] = b"<!doctype html><title>A neighbour's wiki</title>"
    tab.goto(f"{host.url}wiki/")
    assert tab.title() == "A neighbour's wiki"
    tab.goto(f"{host.url}{OTHER}/roles/r2.html")
    assert tab.title() == "Page roles/r2.html"
    posted = tab.evaluate("fetch('/staff/en/index.html', { method: 'POST' }).then((r) => r.ok)")
    assert posted is True
    assert host.asked[-1] == f"{OWN}/index.html"


def test_after_a_restart_nobody_asks_the_network(phone: Phone, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    page = phone.tab()
    page.goto(f"{host.url}{OWN}/index.html")
    wait_saved(page)
    ask(page, "save-rest")
    phone.close()
    host.mute = True
    host.asked.clear()
    phone.start()
    page = phone.tab()
    assert_opens(page, host.url, plan, OWN, OTHER, "")
    ask(page, "status")
    ask(page, "self-test")
    page.wait_for_timeout(1500)
    assert set(host.asked) <= {"sw.js"}
    # Why: so that this test can tell silence from deafness.
    page.evaluate("fetch('/elsewhere.txt').catch(() => {})")
    assert "elsewhere.txt" in host.asked
    phone.close()
    host.die()
    phone.start()
    page = phone.tab()
    assert_opens(page, host.url, plan, OWN, OTHER, "")


def test_two_tabs_keep_their_revision_until_they_are_loaded_again(
    phone: Phone, tab: Page, saved: Saved
) -> None:
    first, second = make_plan(), make_plan(2, changed={"roles/r1.html": "other"})
    host = saved(first)
    other = phone.tab()
    other.goto(f"{host.url}{OWN}/roles/r2.html")
    host.files = dict(second.files)
    wait_waiting(tab)
    for page in (tab, other):
        assert_same(page, first, OWN, "")
    other.reload()
    assert other.text_content("#revision") == first.revision
    take_over(tab)
    host.die()
    assert_same(tab, second, OWN, "")
    until(other, "heard.some(({ type }) => type === 'reload')")
    assert_same(other, first, OWN, "")
    stop_worker(other)
    assert_same(other, first, OWN, "")
    assert len(other.evaluate("caches.keys()")) == 2
    other.reload()
    assert other.text_content("#revision") == second.revision
    assert_same(other, second, OWN, "")
    other.goto(f"{host.url}{OWN}/roles/r1.html")
    until(other, "caches.keys().then((names) => names.length === 1)")


def test_closing_every_tab_takes_the_new_revision_too(
    phone: Phone, tab: Page, saved: Saved
) -> None:
    host = saved(make_plan())
    second = make_plan(2)
    host.files = dict(second.files)
    wait_waiting(tab)
    host.die()
    tab.goto("about:blank")
    other = phone.tab()

    def opened() -> bool:
        other.goto("about:blank")
        other.goto(f"{host.url}{OWN}/index.html")
        return other.text_content("#revision") == second.revision

    patience.until(opened, "the new revision")
    assert_opens(other, host.url, second, OWN, "")


def test_changes_are_named_and_only_what_changed_is_fetched(tab: Page, saved: Saved) -> None:
    host = saved(make_plan(pages=40))
    ask(tab, "save-rest")
    host.files = dict(
        make_plan(
            2,
            pages=40,
            changed={"roles/r7.html": "another number", "roles/new.html": "new"},
            gone=frozenset(["roles/r9.html"]),
        ).files
    )
    host.asked.clear()
    wait_waiting(tab)
    assert sorted(
        (change["what"], change["path"], change["title"])
        for change in ask(tab, "changes", waiting=True)["list"]
    ) == [
        ("changed", f"{OWN}/roles/r7.html", "Page roles/r7.html"),
        ("gone", f"{OWN}/roles/r9.html", "Page roles/r9.html"),
        ("new", f"{OWN}/roles/new.html", "Page roles/new.html"),
    ]
    assert ask(tab, "status", waiting=True)["revision"] == "2026.2"
    assert ask(tab, "status")["waiting"] is True
    take_over(tab)
    assert saved_parts(tab) == {OWN, OTHER, ""}
    assert [part["extras"] for part in ask(tab, "status")["parts"]] == [[1, 1], [1, 1], [0, 0]]
