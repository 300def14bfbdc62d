"""What no page may do: ask another host for anything, or write an error to the console."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

from tests import patience

OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
"""Hosts that a test may serve from; service workers need either name."""

LOCAL_SCHEMES = frozenset({"file", "data", "blob", "about"})


@dataclass
class Guard:
    """Collects the faults of all pages of a test; `check` fails the test on any.

    `saw` counts the requests that were looked at, so that a test can tell silence from deafness.
    """

    faults: list[str] = field(default_factory=list)
    saw: int = 0
    _expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Let pass the faults that match: for tests that provoke one, such as a dead server."""
        self._expected.append(re.compile(pattern))

    def watch(self, context: BrowserContext) -> None:
        """Listen to all that the context's pages and workers do from now on."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def check(self) -> None:
        """Raise `AssertionError` if there was a fault that the test didn't expect."""
        left = [
            fault for fault in self.faults if not any(one.search(fault) for one in self._expected)
        ]
        assert not left, "\n".join(left)

    def wait_for(self, words: str, page: Page) -> None:
        """Until a fault with these words was seen; `page` is one of the context's."""

        def seen() -> bool:
            page.wait_for_timeout(1)  # Only meanwhile is anything told.
            return any(words in fault for fault in self.faults)

        patience.until(seen, words)

    def _on_request(self, request: Request) -> None:
        self.saw += 1
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.hostname not in OWN_HOSTS:
            self.faults.append(f"request to another host: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console error: {message.text} ({message.location.get('url')})")

    def _on_error(self, error: WebError) -> None:
        self.faults.append(f"uncaught error: {error.error}")
