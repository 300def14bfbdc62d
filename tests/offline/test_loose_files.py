"""Files that come from the host when they are opened: only as the manifest names them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.offline.answers import LOGIN
from tests.offline.conftest import Saved
from tests.offline.host import Answer
from tests.offline.plan import OWN, make_plan

PICTURE, WHOLE = "pictures/tower one.bin", "whole.bin"

_GOT = """(url) => fetch(url).then(async (answer) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [answer.status, answer.ok ? [...bytes] : []];
})"""


def _another(path: str) -> bytes:
    """What another revision might have there: of the same size."""
    return make_plan().files[f"{OWN}/{path}"][::-1]


@pytest.mark.parametrize("path", [PICTURE, WHOLE])
@pytest.mark.parametrize("fault", ["login", "redirect", "revision", "short", "gone"])
def test_nothing_else_gets_into_a_page(tab: Page, saved: Saved, path: str, fault: str) -> None:
    host = saved(make_plan())
    content = host.files[f"{OWN}/{path}"]
    answers = {
        "login": LOGIN,
        "redirect": Answer(status=302, headers={"Location": "/staff/en/index.html"}),
        "revision": Answer(_another(path)),
        "short": Answer(content[:-1]),
        "gone": Answer(status=404),
    }
    host.fault = lambda asked: answers[fault] if asked == f"{OWN}/{path}" else None
    address = f"{host.url}{OWN}/{path}"
    assert tab.evaluate(_GOT, address) == [503, []]
    tab.goto(address)
    assert tab.title() == "What came isn't this plan's file"
    tab.click("text=Go to the start page")
    assert tab.title() == "Page index.html"
    host.fault = lambda asked: None
    assert tab.evaluate(_GOT, address) == [200, list(content)]


def test_without_the_part_s_manifest_nothing_is_let_through(tab: Page, saved: Saved) -> None:
    host = saved(make_plan())
    gone = tab.evaluate(
        """async (part) => {
          const cache = await caches.open((await caches.keys())[0]);
          const keys = (await cache.keys()).map(({ url }) => url);
          const key = keys.find((url) => url.endsWith(`${encodeURIComponent(part)}/manifest`));
          return cache.delete(key);
        }""",
        OWN,
    )
    assert gone is True
    assert tab.evaluate(_GOT, f"{host.url}{OWN}/{WHOLE}") == [503, []]
