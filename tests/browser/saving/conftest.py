"""Two revisions of a site, hosts for them, and a page on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import two_revisions
from tests.browser.guard import Guard
from tests.browser.two_revisions import Revisions
from tests.offline.host import Host

ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)

Publish = Callable[[dict[str, bytes]], Host]


@pytest.fixture(scope="session")
def revisions(tmp_path_factory: pytest.TempPathFactory) -> Revisions:
    return two_revisions.build(tmp_path_factory.mktemp("revisions"))


@pytest.fixture
def publish() -> Iterator[Publish]:
    """`publish(files)` serves a site from an origin of its own, with a storage of its own."""
    with ExitStack() as hosts:

        def publishing(files: dict[str, bytes]) -> Host:
            host = Host(dict(files))
            hosts.callback(host.die)
            return host

        yield publishing


@pytest.fixture
def tab(browser: Browser, guard: Guard, publish: Publish) -> Iterator[Page]:
    """A page on an Android phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, user_agent=ANDROID
    )
    guard.watch(context)
    yield context.new_page()
    context.close()
