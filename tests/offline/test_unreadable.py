"""What is kept can't be read, or was never saved: no page is blank, and no question stays open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.offline.conftest import Saved
from tests.offline.packer import program_of, with_program
from tests.offline.plan import OTHER, OWN, Plan, make_plan
from tests.offline.seen import ask, assert_opens, differences, saved_parts, stop_worker, until

SPOIL = """async ([pattern, content]) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const keys = (await cache.keys()).map(({ url }) => url).filter((url) => url.match(pattern));
  for (const key of keys) await cache.put(key, new Response(content));
  return keys.length;
}"""


def _spoil(page: Page, pattern: str, content: str) -> None:
    """Write nonsense over all entries whose keys match."""
    assert page.evaluate(SPOIL, [pattern, content]) > 0
    stop_worker(page)


@pytest.mark.parametrize("content", ["junk", "{}", '{"format":1,"parts":[]}', ""])
def test_the_manifest_is_read_from_elsewhere(tab: Page, saved: Saved, content: str) -> None:
    plan = make_plan()
    host = saved(plan)
    _spoil(tab, "m/site$", content)
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")
    assert saved_parts(tab) == {OWN, ""}


@pytest.mark.parametrize("content", ["junk", "{}", "[]"])
def test_nothing_can_be_read(tab: Page, saved: Saved, content: str) -> None:
    """As if nothing were there: the page says so, and with a network all is saved again."""
    plan = make_plan()
    host = saved(plan)
    _spoil(tab, "m/|/index$|/lookup$|/manifest$", content)
    assert ask(tab, "status")["parts"] == []
    host.die()
    response = tab.goto(f"{host.url}{OWN}/index.html")
    assert response is not None
    assert response.status == 503
    assert tab.title() == "The plan isn't on this device any more"
    host.revive()
    tab.goto(f"{host.url}{OWN}/index.html")
    assert tab.title() == "Page index.html"
    until(tab, "heard.some(({ type, part }) => type === 'saved' && part === '')")
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


@pytest.mark.parametrize("content", ["{}", '{"entries":[],"files":[]}'])
def test_an_index_that_is_none_is_damage(tab: Page, saved: Saved, content: str) -> None:
    plan = make_plan()
    host = saved(plan)
    _spoil(tab, "/index$|/lookup$", content)
    host.die()
    found = differences(tab, plan.of(OWN))
    assert found
    assert {answer[0] for answer in found.values()} == {503}  # type: ignore[index]
    assert ask(tab, "self-test")["damaged"]
    host.revive()
    assert ask(tab, "repair")["damaged"] == []
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_a_part_that_was_never_saved_says_so(tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    tab.goto(f"{host.url}{OTHER}/index.html")
    assert tab.title() == "Page index.html"
    host.die()
    for path in (f"{OTHER}/index.html", f"{OTHER}/roles/", OTHER):
        response = tab.goto(host.url + path)
        assert response is not None
        assert response.status == 503
        assert tab.title() == "Dit bestand staat niet op dit toestel"
    assert tab.get_attribute("a", "href") == f"{host.url}{OWN}/index.html"


IMPATIENT = b"""
const later = setTimeout;
self.setTimeout = (act, time, ...more) => later(act, time === 30000 ? 300 : time, ...more);
"""
"""As if half a minute of silence were over soon."""


def test_a_host_that_hangs_doesn_t_keep_its_reader_waiting(tab: Page, saved: Saved) -> None:
    plan = make_plan()
    host = saved(Plan(with_program(plan.files, IMPATIENT + program_of()), plan.revision))
    host.hangs = True
    tab.goto(f"{host.url}{OTHER}/index.html")
    assert tab.title() == "Dit bestand staat niet op dit toestel"
    tab.click("a")
    assert tab.title() == "Page index.html"


def test_an_address_that_is_nowhere_says_so(tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    host.die()
    response = tab.goto(f"{host.url}neighbour/or/typing-error.html")
    assert response is not None
    assert response.status == 404
    assert tab.title() == "This page isn't in the saved plan"
    # A neighbour's script must learn that there is no network.
    assert tab.evaluate("fetch('/neighbour/prices.json').then(() => '', String)").startswith("Type")


def test_what_was_removed_is_saved_again_when_asked_for(tab: Page, saved: Saved) -> None:
    plan = make_plan()
    host = saved(plan)
    tab.evaluate("caches.keys().then((names) => Promise.all(names.map((n) => caches.delete(n))))")
    stop_worker(tab)
    assert ask(tab, "status")["parts"] == []
    assert {part["path"] for part in ask(tab, "save-rest")["parts"] if part["saved"]} >= {OWN, ""}
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")
