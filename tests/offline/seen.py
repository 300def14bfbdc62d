"""What a page shows and a worker says, as the tests ask for it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from tests import patience
from tests.offline.host import Host
from tests.offline.plan import OWN, Plan

FOUND = "navigator.serviceWorker.getRegistration('/')"

NEWS = f"""{FOUND}.then((found) => found.update())
  .then((found) => Boolean(found.installing || found.waiting), () => false)"""

FETCH = """async (paths) => {
  const hash = async (response) => {
    const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const one = async (path) => {
    const response = await fetch("/" + path.split("/").map(encodeURIComponent).join("/"));
    return [response.status, await hash(response)];
  };
  return Promise.all(paths.map((path) => one(path).catch((error) => [0, String(error)])));
}"""


def until(page: Page, condition: str) -> None:
    """Wait for a JavaScript expression (or a promise of one) to come true."""
    try:
        patience.until(lambda: page.evaluate(condition), condition)
    except AssertionError as never:
        never.add_note(f"heard: {heard(page)}")
        raise


def wait_saved(page: Page) -> None:
    """Until the worker answers for the page."""
    until(page, "navigator.serviceWorker.controller !== null")


def save(page: Page, host: Host) -> None:
    """Open a page of the part `OWN`, and wait until the worker answers for it."""
    page.goto(f"{host.url}{OWN}/index.html")
    wait_saved(page)


def wait_settled(page: Page) -> None:
    """Until no worker is being installed any more."""
    until(page, f"{FOUND}.then((found) => !found?.installing)")


def ask_for_news(page: Page) -> None:
    """Ask for a new revision until one is found.

    Why again: a browser that is already asking, by itself or for the page, takes the two for one,
    and the answer may be from before the host had the new revision.
    """
    until(page, NEWS)


def wait_waiting(page: Page) -> None:
    """Ask for a new revision, and wait until it is ready."""
    ask_for_news(page)
    until(page, f"{FOUND}.then((found) => found.waiting !== null)")


def assert_ready(page: Page, plan: Plan) -> None:
    """The revision that waits is the plan's, and all of it can be read."""
    assert ask(page, "status", waiting=True)["revision"] == plan.revision
    result = ask(page, "self-test", waiting=True)
    assert result["files"] > 1
    assert result["damaged"] == []


def take_over(page: Page) -> None:
    """Let the waiting worker answer from now on, and load the page anew when it does."""
    page.evaluate(f"{FOUND}.then((found) => found.waiting.postMessage({{ type: 'take-over' }}))")
    until(page, f"{FOUND}.then((found) => !found.waiting && found.active.state === 'activated')")
    page.reload()


def look_for_news(page: Page) -> list[dict[str, Any]]:
    """Ask for a new revision that can't be had; what the worker said of it."""
    page.evaluate(
        """async () => {
          const found = await navigator.serviceWorker.getRegistration("/");
          await found.update().catch(() => {});
          const worker = found.installing;
          if (worker) await new Promise((resolve) => {
            worker.onstatechange = () => resolve();
          });
        }"""
    )
    return heard(page, "failed")


def heard(page: Page, kind: str = "") -> list[dict[str, Any]]:
    """The messages that the page got, of a kind or all."""
    found: list[dict[str, Any]] = page.evaluate("window.heard ?? []")
    return [message for message in found if kind in ("", message["type"])]


def hears(page: Page, kind: str) -> list[dict[str, Any]]:
    """The messages of a kind, once there is one: answers may be quicker than what all are told."""
    return patience.until(lambda: heard(page, kind), f"a message: {kind}")


def ask(page: Page, kind: str, *, waiting: bool = False, **more: object) -> dict[str, Any]:
    """What the worker answers."""
    answer: dict[str, Any] = page.evaluate(
        "([kind, more, waiting]) => ask(kind, more, waiting)", [kind, more, waiting]
    )
    return answer


def differences(page: Page, expected: Mapping[str, bytes]) -> dict[str, object]:
    """The paths that don't open as `expected`, with what they answer instead."""
    assert len(expected) > 1
    found = page.evaluate(FETCH, list(expected))
    return {
        path: answer
        for (path, content), answer in zip(expected.items(), found, strict=True)
        if answer != [200, hashlib.sha256(content).hexdigest()]
    }


def assert_same(page: Page, plan: Plan, *parts: str) -> None:
    """Every file of the parts is as `plan` has it, when the page asks for it."""
    for part in parts:
        assert differences(page, plan.of(part)) == {}


def assert_opens(page: Page, url: str, plan: Plan, *parts: str) -> None:
    """As `assert_same`, and the parts' pages open in a new document too."""
    for part in parts:
        page.goto(f"{url}{part}/roles/r1.html" if part else f"{url}index.html")
        assert page.text_content("#revision") == plan.revision
    assert_same(page, plan, *parts)


def saved_parts(page: Page) -> set[str]:
    """The parts that the worker says are saved."""
    return {part["path"] for part in ask(page, "status")["parts"] if part["saved"]}


def stop_worker(page: Page) -> None:
    """As browsers do when it is idle; what it had in memory is gone."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("ServiceWorker.enable")
    cdp.send("ServiceWorker.stopAllWorkers")
    cdp.detach()
