"""A plan is saved, and opens with the host gone."""

from __future__ import annotations

from threading import Event

from playwright.sync_api import Page

from tests import patience
from tests.offline.conftest import Publish
from tests.offline.host import Answer, Host
from tests.offline.packer import Sizes, bundles_of, is_program
from tests.offline.plan import OTHER, OWN, Plan, make_plan
from tests.offline.seen import (
    FOUND,
    ask,
    assert_opens,
    assert_ready,
    differences,
    heard,
    save,
    saved_parts,
    take_over,
    until,
    wait_saved,
    wait_waiting,
)


def test_the_part_of_the_first_page_is_saved(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    assert saved_parts(tab) == {OWN, ""}
    progress = heard(tab, "progress")
    last = [message for message in progress if message["part"] == OWN][-1]
    assert last["done"] == last["all"] == len(plan.of(OWN))
    shares = [message["came"] for message in progress if message["part"] == OWN]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] == 1
    assert [message["part"] for message in heard(tab, "saved")] == [OWN, ""]
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_what_has_come_is_told_while_the_rest_is_on_its_way(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    going, late = Event(), bundles_of(plan.files, OWN)[1:]
    assert late

    def slowly(path: str) -> Answer | None:
        if path in late:
            going.wait(patience.SECONDS)
        return None

    host.fault = slowly
    tab.goto(f"{host.url}{OWN}/index.html")
    until(tab, f"heard.some(({{ part, came }}) => part === '{OWN}' && 0 < came && came < 1)")
    going.set()
    wait_saved(tab)


def test_the_rest_is_saved_when_asked_for(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    answer = ask(tab, "save-rest")
    host.die()
    assert answer["type"] == "status"
    assert saved_parts(tab) == {OWN, OTHER, ""}
    assert [part["extras"] for part in answer["parts"]] == [[1, 1], [1, 1], [0, 0]]
    assert_opens(tab, host.url, plan, OWN, OTHER, "")
    picture = f"{OWN}/pictures/tower one.bin"
    assert differences(tab, {picture: plan.files[picture], **plan.of("")}) == {}


def test_hosts_may_unpack_on_the_way(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)

    def labelled(path: str) -> Answer | None:
        if not path.endswith(".pack"):
            return None
        kind = {"Content-Type": "application/gzip", "Content-Encoding": "gzip"}
        return Answer(plan.files[path], headers=kind)

    host.fault = labelled
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    host.die()
    assert_opens(tab, host.url, plan, OWN, "")


def test_many_files_in_few_requests_and_entries(tab: Page, publish: Publish) -> None:
    plan = make_plan(pages=300, sizes=Sizes(unit=16384, table=100, bundles=10))
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    kinds = (".pack", ".json", "sw.js")
    own = [path for path in host.asked if path.endswith(kinds) or is_program(path)]
    assert len(own) == len(set(own)) <= 18
    entries = tab.evaluate(
        "caches.keys().then(([name]) => caches.open(name))"
        ".then((cache) => cache.keys()).then((keys) => keys.length)"
    )
    assert entries <= 25
    host.die()
    assert_opens(tab, host.url, plan, OWN)


def test_an_update_after_a_first_saving_moves_little(tab: Page, publish: Publish) -> None:
    sizes = Sizes(unit=2048, table=8, bundles=10)
    first = make_plan(pages=300, sizes=sizes)
    second = make_plan(2, pages=300, sizes=sizes, changed={"roles/r7.html": "other"})
    host = publish(first)
    save(tab, host)
    whole = _weight(host, first)
    host.files = dict(second.files)
    host.asked.clear()
    wait_waiting(tab)
    # A first saving doesn't note which units it has: the update finds that out, or moves it all.
    assert 0 < _weight(host, second) < 0.75 * whole
    host.die()
    assert_ready(tab, second)


def _weight(host: Host, plan: Plan) -> int:
    """Bytes of the packs that were asked for."""
    return sum(len(plan.files[path]) for path in host.asked if path.endswith(".pack"))


def test_the_self_test_reads_every_file(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    host.die()
    result = ask(tab, "self-test")
    files = len(plan.of(OWN)) + len(plan.of(""))
    assert (result["files"], result["damaged"]) == (files, [])
    assert result["replies"][-1] == {"type": "tested", "done": files, "all": files}
    assert ask(tab, "self-test", part=OWN)["files"] == len(plan.of(OWN))
    status = ask(tab, "status")
    assert (status["revision"], status["damaged"], status["waiting"]) == ("2026.1", 0, False)
    assert status["scope"] == host.url


def test_neighbours_on_the_same_host_stay(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    host.files["neighbour/index.html"] = b"<!doctype html><title>Neighbour</title>"
    tab.goto(f"{host.url}neighbour/index.html")
    names = ["neighbour", f"runbook|{host.url}neighbour/|0123456789abcdef", f"runbook|{host.url}|x"]
    tab.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", names)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    second = make_plan(2)
    host.files = {**second.files, "neighbour/index.html": host.files["neighbour/index.html"]}
    wait_waiting(tab)
    take_over(tab)
    tab.goto(f"{host.url}neighbour/index.html")
    assert tab.title() == "Neighbour"
    tab.goto(f"{host.url}{OWN}/index.html")
    until(tab, "caches.keys().then((names) => names.length === 4)")
    assert set(names) < set(tab.evaluate("caches.keys()"))


def test_the_kill_switch_removes_what_is_ours_alone(tab: Page, publish: Publish) -> None:
    plan = make_plan()
    host = publish(plan)
    tab.goto(f"{host.url}{OWN}/index.html")
    wait_saved(tab)
    tab.evaluate("caches.open('neighbour')")
    # Why: the page would register the worker again.
    host.files["register.js"] = b""
    host.files["sw.js"] = host.files["offline/kill-switch.js"]
    with tab.expect_navigation():
        tab.evaluate(f"{FOUND}.then((found) => void found.update())")
    until(tab, f"{FOUND}.then((found) => !found)")
    assert tab.evaluate("caches.keys()") == ["neighbour"]
    assert tab.evaluate("navigator.serviceWorker.controller") is None
