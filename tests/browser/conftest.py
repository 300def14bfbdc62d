"""Fixtures of the browser tests; `guard` fails each test whose pages misbehave.

The pages depend on `serve` so that they close before their server ends.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests import patience
from tests.browser import server
from tests.browser.guard import Guard
from tests.browser_setup import CHROMIUM

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Serve = Callable[[Path], server.Server]


def launched(playwright: Playwright) -> Browser:
    """Debian's Chromium, which waits as long as tests do."""
    arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=arguments)
    browser.on("context", lambda context: context.set_default_timeout(patience.MILLISECONDS))
    return browser


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, one per test process."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is not there; `make browser` installs it")
    one = launched(playwright)
    yield one
    one.close()


@pytest.fixture
def guard() -> Iterator[Guard]:
    """Fails the test at its end if a page asked another host or logged an error."""
    watching = Guard()
    yield watching
    watching.check()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(folder)` starts a server (`server.Server`) that ends with the test, if not before."""
    with ExitStack() as started:

        def serving(folder: Path) -> server.Server:
            running = server.start(folder)
            started.callback(running.kill)
            return running

        yield serving


@pytest.fixture
def phone(browser: Browser, guard: Guard, serve: Serve) -> Iterator[Page]:
    """A page on a small phone, with a touch screen and an empty storage."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    guard.watch(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser: Browser, guard: Guard, serve: Serve) -> Iterator[Page]:
    """A page on a desk's screen, with an empty storage."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    guard.watch(context)
    yield context.new_page()
    context.close()
