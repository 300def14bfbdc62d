"""Whatever the host does with the worker's program: a worker without its own never begins, and
what was saved stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.offline.answers import LOGIN, SCRIPT
from tests.offline.conftest import Publish
from tests.offline.host import Answer
from tests.offline.packer import is_program, program_of, with_program
from tests.offline.plan import OWN, make_plan
from tests.offline.seen import (
    FOUND,
    assert_opens,
    assert_ready,
    assert_same,
    look_for_news,
    save,
    stop_worker,
    wait_waiting,
)

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
