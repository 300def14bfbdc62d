"""A new revision comes while the rest of the old one is still being saved: no part gets lost."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import Page

from tests import patience
from tests.offline.conftest import Saved
from tests.offline.host import Answer, Host
from tests.offline.plan import OTHER, OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_opens,
    assert_same,
    heard,
    saved_parts,
    take_over,
    until,
    wait_settled,
)

REST = f"{FOUND}.then((found) => found.active.postMessage({{ type: 'save-rest' }}))"
UPDATE = f"{FOUND}.then((found) => {{ found.update(); }})"


def _hold(host: Host, one: Plan, other: Plan) -> threading.Event:
    """Answer for the packs that only `one` has when this is set."""
    gate = threading.Event()
    before = host.fault

    def fault(path: str) -> Answer | None:
        if path.endswith(".pack") and path in one.files and path not in other.files:
            gate.wait(patience.SECONDS)
        return before(path)

    host.fault = fault
    return gate


def _waits_with_both(tab: Page) -> None:
    until(tab, f"{FOUND}.then((found) => found.waiting !== null)")
    until(
        tab,
        "ask('status', {}, true).then(({ parts }) => parts.every(({ saved }) => saved))",
    )


@pytest.mark.parametrize("late", ["the old part", "the new revision"])
def test_a_part_that_comes_late_is_in_the_new_revision_too(
    tab: Page, saved: Saved, late: str
) -> None:
    changed = {"roles/r1.html": "other"}
    first, second = make_plan(), make_plan(2, changed=changed)
    host = saved(first)
    wait_settled(tab)
    old = _hold(host, first, second)
    new = _hold(host, second, first)
    tab.evaluate(REST)
    host.files = {**first.files, **second.files}
    tab.evaluate(UPDATE)
    if late == "the old part":
        new.set()
        until(tab, f"{FOUND}.then((found) => found.waiting !== null)")
        assert OTHER not in saved_parts(tab)
        old.set()
    else:
        until(tab, f"{FOUND}.then((found) => found.installing !== null)")
        old.set()
        until(tab, f"heard.some(({{ type, part }}) => type === 'saved' && part === '{OTHER}')")
        new.set()
    _waits_with_both(tab)
    assert heard(tab, "failed") == []
    assert ask(tab, "self-test", waiting=True)["damaged"] == []
    host.die()
    take_over(tab)
    assert_opens(tab, host.url, second, OWN, OTHER, "")
    assert saved_parts(tab) == {OWN, OTHER, ""}


def test_an_extra_that_comes_late_is_in_the_new_revision_too(tab: Page, saved: Saved) -> None:
    first, second = make_plan(), make_plan(2)
    host = saved(first)
    gate = threading.Event()
    held: list[str] = []

    def fault(path: str) -> Answer | None:
        if "/pictures/" in path:
            held.append(path)
            gate.wait(patience.SECONDS)
        return None

    host.fault = fault
    tab.evaluate(REST)
    until(tab, "heard.some(({ type, part }) => type === 'saved' && part === 'staff/nl')")
    host.files = {**first.files, **second.files}
    tab.evaluate(UPDATE)
    until(tab, f"{FOUND}.then((found) => found.waiting !== null)")
    assert held
    gate.set()
    until(tab, "ask('status').then(({ parts }) => parts.every(({ extras: [a, b] }) => a === b))")
    host.die()
    take_over(tab)
    assert_same(tab, second, OWN, OTHER, "")
    for part in ask(tab, "status")["parts"]:
        assert part["extras"][0] == part["extras"][1], part
