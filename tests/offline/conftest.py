"""One browser for each module, one host (so: one origin, one storage) for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser_setup import CHROMIUM
from tests.offline.host import Host
from tests.offline.phone import Phone
from tests.offline.plan import Plan
from tests.offline.seen import save

Publish = Callable[[Plan], Host]
Saved = Callable[[Plan], Host]


@pytest.fixture(scope="module")
def phone(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """A browser with an empty profile; a test that kills it starts it again."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is not there; `make browser` installs it")
    started = Phone(playwright, tmp_path_factory.mktemp("profile"))
    started.start()
    yield started
    if started.running:
        started.close()


@pytest.fixture
def publish() -> Iterator[Publish]:
    """`publish(plan)` serves a plan from an origin of its own."""
    with ExitStack() as hosts:

        def publishing(plan: Plan) -> Host:
            host = Host(dict(plan.files))
            hosts.callback(host.die)
            return host

        yield publishing


@pytest.fixture
def tab(phone: Phone, publish: Publish) -> Iterator[Page]:
    """A tab; all tabs are closed at the end."""
    yield phone.tab()
    if phone.running:
        for page in phone.context.pages:
            page.close()


@pytest.fixture
def saved(tab: Page, publish: Publish) -> Saved:
    """`saved(plan)`: the tab has opened it, and the part of its page is saved."""

    def saving(plan: Plan) -> Host:
        host = publish(plan)
        save(tab, host)
        return host

    return saving
