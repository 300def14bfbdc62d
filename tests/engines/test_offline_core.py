"""The offline core in other engines than Chromium: saved, host gone, read, searched, updated."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import server
from tests.engines.conftest import Saved, Start
from tests.engines.reader import BADGE, differences, faults, leave_for_long, save, search
from tests.engines.revisions import PART, Revision
from tests.ports import free_port

# Why one group: each browser saves the plan once.
pytestmark = pytest.mark.xdist_group("engines")

Revisions = tuple[Revision, Revision]


def test_the_badge_says_that_all_is_saved(offline: Saved, revisions: Revisions) -> None:
    part = revisions[0].part()
    assert part["files"] > 30
    assert "Bewaard op dit toestel" in offline.badge
    assert "revisie 1 " in offline.badge
    browser = offline.browser
    browser.open(f"{offline.root}{PART}/save/index.html")
    browser.until(BADGE)
    browser.until("document.querySelector('[data-rb-saving] button')")
    browser.tap("[data-rb-saving] button")
    browser.until("/\\d/.test(document.querySelector('.rb-saving__result')?.textContent)")
    assert browser.run("document.querySelector('.rb-saved--damaged')") is None


def test_every_page_opens(offline: Saved, revisions: Revisions) -> None:
    assert_nobody_answers(offline.root)
    assert len(revisions[0].pages()) == revisions[0].part()["pages"]
    assert faults(offline.browser, offline.root, revisions[0]) == []


def test_search_finds_a_person_in_spite_of_a_typing_error(offline: Saved) -> None:
    offline.browser.open(f"{offline.root}{PART}/index.html")
    found = search(offline.browser, "tom claees")
    assert found
    offline.browser.open(found[0])
    assert "Tom Claes" in offline.browser.run("document.body.textContent")


def test_the_plan_opens_after_a_restart(offline: Saved, revisions: Revisions) -> None:
    assert_nobody_answers(offline.root)
    offline.browser.restart()
    offline.browser.open(f"{offline.root}{PART}/contacts/index.html")
    assert "revisie 1 " in offline.browser.until(BADGE)
    assert differences(offline.browser, revisions[0]) == []


def test_a_new_revision_is_told_and_taken(
    start_engine: Start, revisions: Revisions, tmp_path: Path
) -> None:
    first, second = revisions
    browser = start_engine(tmp_path)
    port = free_port()
    running = server.start(first.folder, port)
    try:
        save(browser, running)
        leave_for_long(browser, running.url)
        running.kill()
        running = server.start(second.folder, port)
        browser.open(f"{running.url}{PART}/index.html")
        told = browser.until("document.querySelector('.rb-update:not([hidden])')?.textContent")
    finally:
        running.kill()
    assert "revisie 2" in told
    assert "Leider" in told
    assert "revisie 1 " in browser.until(BADGE)
    browser.tap(".rb-update button")
    # Why both: the page of before may learn of the new revision a moment before it is loaded again.
    gone = "!document.querySelector('.rb-update:not([hidden])')"
    browser.until(f"{gone} && {BADGE}?.includes('revisie 2 ')")
    assert differences(browser, second) == []
    assert faults(browser, running.url, second) == []


def assert_nobody_answers(url: str) -> None:
    """The host's port refuses connections."""
    with socket.socket() as line:
        assert line.connect_ex(("127.0.0.1", urlsplit(url).port)) != 0
