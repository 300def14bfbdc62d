"""Albums, parts without pages: an update doesn't wait for those that changed."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event

import pytest
from playwright.sync_api import Page

from tests import patience
from tests.offline.conftest import Saved
from tests.offline.host import Answer
from tests.offline.packer import bundles_of
from tests.offline.plan import ALBUM, OTHER, OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_same,
    saved_parts,
    take_over,
    until,
    wait_waiting,
)

SHEETS = {f"card-{number}.pdf": f"%PDF-1.7 card {number}\n".encode() * 90 for number in range(24)}
ANOTHER = SHEETS | {"card-7.pdf": b"%PDF-1.7 another number\n" * 90}
REST = f"{FOUND}.then((found) => found.waiting.postMessage({{ type: 'save-rest' }}))"
CAME = f"""ask("status", {{}}, true)
  .then(({{ parts }}) => parts.find(({{ path }}) => path === "{ALBUM}").saved)"""


def _next(album: Mapping[str, bytes]) -> Plan:
    return make_plan(2, changed={"roles/r1.html": "another number"}, album=album)


@pytest.fixture
def first() -> Plan:
    return make_plan(album=SHEETS)


def test_an_album_that_changed_follows_a_new_revision(tab: Page, saved: Saved, first: Plan) -> None:
    host = saved(first)
    ask(tab, "save-rest")
    assert saved_parts(tab) == {OWN, ALBUM, OTHER, ""}
    second = _next(ANOTHER)
    late = second.files.keys() - _next(SHEETS).files.keys()
    assert late
    going = Event()

    def slowly(path: str) -> Answer | None:
        if path in late:
            going.wait(patience.SECONDS)
        return None

    host.fault = slowly
    host.files = dict(second.files)
    host.asked.clear()
    wait_waiting(tab)
    assert not tab.evaluate(CAME)
    assert not late.intersection(host.asked)
    tab.evaluate(REST)
    going.set()
    until(tab, CAME)
    assert late.intersection(host.asked)
    assert not set(bundles_of(second.files, ALBUM)).intersection(host.asked)
    host.die()
    take_over(tab)
    assert_same(tab, second, OWN, OTHER, "")


def test_an_album_that_stayed_the_same_is_in_a_new_revision_at_once(
    tab: Page, saved: Saved, first: Plan
) -> None:
    host = saved(first)
    ask(tab, "save-rest")
    second = _next(SHEETS)
    host.files = dict(second.files)
    host.asked.clear()
    wait_waiting(tab)
    assert tab.evaluate(CAME)
    packs = [path for path in host.asked if path.endswith(".pack")]
    assert packs
    assert not set(packs) & first.files.keys()
    host.die()
    take_over(tab)
    assert_same(tab, second, OWN, OTHER, "")
