"""What was saved got lost or damaged: the page says so, and it can be fetched again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.offline.conftest import Publish, Saved
from tests.offline.host import Answer
from tests.offline.plan import OTHER, OWN, make_plan
from tests.offline.seen import (
    ask,
    assert_opens,
    assert_same,
    differences,
    hears,
    stop_worker,
    until,
    wait_saved,
    wait_waiting,
)

KEYS = """async () => {
  const [name] = await caches.keys();
  return (await (await caches.open(name)).keys()).map((request) => request.url);
}"""


def _delete(page: Page, key: str) -> None:
    done = page.evaluate(
        "(key) => caches.keys().then(([n]) => caches.open(n)).then((c) => c.delete(key))", key
    )
    assert done is True
    stop_worker(page)


def test_any_one_entry_is_lost(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    keys = tab.evaluate(KEYS)
    assert len(keys) > 8
    hurt = 0
    for key in keys:
        _delete(tab, key)
        host.die()
        for part in (OWN, ""):
            found = differences(tab, plan.of(part))
            assert {answer[0] for answer in found.values()} <= {503}, key  # type: ignore[index]
            hurt += len(found)
        for path in list(found)[:1]:
            tab.goto(host.url + path)
            assert "damaged" in tab.title()
        host.revive()
        # Why not by a message: the page's own script may be what is damaged.
        tab.goto(f"{host.url}offline/repair?back={OWN}/index.html")
        assert tab.url == f"{host.url}{OWN}/index.html"
        assert ask(tab, "self-test")["damaged"] == []
        assert_same(tab, plan, OWN, "")
    assert hurt > 0


def test_a_damaged_page_says_so_and_is_repaired(tab: Page, saved: Saved) -> None:
    plan = make_plan(pages=12)
    host = saved(plan)
    host.die()
    _spoil(tab)
    page = next(path for path in differences(tab, plan.of(OWN)) if path.endswith(".html"))
    response = tab.goto(f"{host.url}{page}?utm=1")
    assert response is not None
    assert response.status == 503
    assert tab.title() == "The saved copy of this page is damaged"
    assert tab.get_attribute("html", "lang") == "en"
    tab.click("text=Fetch what is damaged again")
    assert tab.title() == "The saved copy of this page is damaged"
    host.revive()
    tab.click("text=Fetch what is damaged again")
    assert f"{OWN}/{tab.title().removeprefix('Page ')}" == page
    assert tab.url == f"{host.url}{page}?utm=1"
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")
    assert ask(tab, "status")["damaged"] == 0


def test_the_self_test_finds_damage(tab: Page, saved: Saved) -> None:
    plan = make_plan(pages=12)
    host = saved(plan)
    _spoil(tab)
    result = ask(tab, "self-test")
    # Why not equal: a script that another part has too opens from there.
    damaged = {path for path in result["damaged"] if path.endswith(".html")}
    assert damaged == set(differences(tab, plan.of(OWN)))
    assert 0 < len(result["damaged"]) == ask(tab, "status")["damaged"]
    host.fault = lambda path: Answer(b"", 404)
    assert ask(tab, "repair")["damaged"] == result["damaged"]
    assert [message["reason"] for message in hears(tab, "failed")] == ["mixed"]
    host.fault = lambda path: None
    assert ask(tab, "repair")["damaged"] == []
    assert ask(tab, "status")["damaged"] == 0
    assert_same(tab, plan, OWN, "")


def test_damage_is_mended_from_another_revision(tab: Page, saved: Saved) -> None:
    host = saved(make_plan(pages=12))
    second = make_plan(2, pages=12)
    host.files = {**second.files, f"{OWN}/same.js": b""}
    wait_waiting(tab)
    host.die()
    _spoil(tab)
    script = {path: content for path, content in second.of(OWN).items() if path.endswith(".js")}
    assert len(script) == 1
    assert differences(tab, {**script, **second.of("")}).keys() <= {"index.html"}


def test_the_whole_copy_is_lost_and_saved_again(tab: Page, saved: Saved) -> None:
    plan = make_plan()
    host = saved(plan)
    tab.evaluate("caches.keys().then((names) => Promise.all(names.map((n) => caches.delete(n))))")
    stop_worker(tab)
    host.die()
    tab.goto(f"{host.url}{OWN}/index.html")
    assert tab.title() == "The plan isn't on this device any more"
    host.revive()
    tab.goto(f"{host.url}{OWN}/index.html")
    assert tab.title() == "Page index.html"
    until(tab, f"heard.filter(({{ type }}) => type === 'saved').length === {len([OWN, ''])}")
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


@pytest.mark.parametrize("name", ["pictures/tower%20one.bin", "whole.bin"])
def test_what_is_only_on_the_host(name: str, tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    address = f"{host.url}{OWN}/{name}"
    statuses = "(url) => fetch(url).then((response) => response.status)"
    assert tab.evaluate(statuses, address) == 200
    host.die()
    assert tab.evaluate(statuses, address) == 503
    tab.goto(address)
    assert tab.title() == "This file isn't on this device"


def test_the_part_of_a_page_that_asks_is_saved_first(tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    tab.goto(f"{host.url}{OTHER}/index.html")
    host.asked.clear()
    assert {part["path"] for part in ask(tab, "save-rest")["parts"] if part["saved"]} == {
        OWN,
        OTHER,
        "",
    }
    assert [message["part"] for message in hears(tab, "saved")] == [OTHER]
    host.die()
    tab.goto(f"{host.url}{OTHER}/nobody.html")
    assert tab.title() == "Deze pagina staat niet in het bewaarde plan"
    assert tab.get_attribute("html", "lang") == "nl"


def _spoil(page: Page) -> None:
    """Flip a byte in the middle of every large entry of the page's part, as a bad disk does."""
    spoiled = page.evaluate(
        """async (part) => {
          const names = await caches.keys();
          const cache = await caches.open(names[0]);
          let count = 0;
          for (const request of await cache.keys()) {
            const { url } = request;
            if (!url.includes(encodeURIComponent(part)) || !/[0-9a-f]{64}$/.test(url)) continue;
            const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
            bytes[bytes.length >> 1] ^= 1;
            await cache.put(request.url, new Response(bytes));
            count += 1;
          }
          return count;
        }""",
        OWN,
    )
    assert spoiled > 1
    stop_worker(page)


_HURT = """async (how) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const [key] = (await cache.keys()).map(({url}) => url).filter((url) => /en\\/lookup$/.test(url));
  const text = await (await cache.match(key)).text();
  const hurt = {
    junk: () => "junk",
    short: () => text.slice(0, -200),
    leaves: () => text.slice(0, 8) + text.slice(8).replaceAll('[["', '[[]"'),
    hashes: () => text.replace(/"[0-9a-f]{64}"/g, `"${"0".repeat(64)}"`),
    entries: () => text.replace(/"entries":\\[[^\\]]*\\]/, (all) => all.replace(/[0-9a-f]/g, "0")),
  }[how]();
  if (hurt === text) throw new Error("nothing was changed");
  await cache.put(key, new Response(hurt));
}"""


@pytest.mark.parametrize("how", ["junk", "short", "leaves", "hashes", "entries"])
def test_a_damaged_lookup_hides_no_page(tab: Page, saved: Saved, how: str) -> None:
    plan = make_plan(pages=12)
    host = saved(plan)
    tab.evaluate(_HURT, how)
    stop_worker(tab)
    host.die()
    assert_same(tab, plan, OWN, "")
    assert ask(tab, "status")["damaged"] == 0
    stop_worker(tab)
    assert_same(tab, plan, OWN, "")
