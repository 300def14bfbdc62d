"""What a test does with a browser, whichever engine it has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar

from tests import patience
from tests.browser_setup import Package

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key that stands for an element (W3C WebDriver, 12.2)."""

NOWHERE = "127.0.0.1:9"
"""A proxy that nobody answers at: whatever isn't on this machine can't be reached."""


NOT_YET = {
    "no such element",
    "stale element reference",
    "element not interactable",
    "element click intercepted",
}
"""Why an element can't be touched, as long as the page is still at it; nothing was done then."""

TIMEOUTS = {"script": patience.MILLISECONDS, "pageLoad": patience.MILLISECONDS}
"""How long a browser is at something before it gives up (W3C WebDriver, 9)."""

ANSWER = 2 * patience.SECONDS
"""Seconds that a browser may take for an answer: longer than for what it is asked."""


class RefusedError(Exception):
    """The browser couldn't do what it was asked, such as a script while a page is loaded.

    `error` is what WebDriver calls it.
    """

    def __init__(self, asked: str, error: str, message: str) -> None:
        super().__init__(f"{asked}: {error}: {message}")
        self.error = error


class Engine(ABC):
    """A browser with a narrow window and a profile of its own, begun at once.

    `restart` keeps what the profile has stored; `close` may be called more than once.
    """

    name: ClassVar[str]
    packages: ClassVar[tuple[Package, ...]]

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.start()

    @classmethod
    def missing(cls) -> str:
        """The Debian packages that aren't there; "" if the engine can be used."""
        return " ".join(package.name for package in cls.packages if not package.there())

    @abstractmethod
    def start(self) -> None:
        """Start the browser and take control of it."""

    @abstractmethod
    def close(self) -> None:
        """End the browser as a person does, and every process of it."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Open a page, and wait until it is loaded."""

    @abstractmethod
    def run(self, expression: str) -> Any:
        """What a JavaScript expression (or the promise that it is) comes to, in the page."""

    def tap(self, selector: str) -> None:
        """Tap the first element of a selector, as soon as it can be seen."""
        patience.until(lambda: self._tapped(selector), f"a tap on {selector}")

    def _tapped(self, selector: str) -> bool:
        try:
            self._tap(selector)
        except RefusedError as refusal:
            if refusal.error not in NOT_YET:
                raise
            return False
        return True

    @abstractmethod
    def _tap(self, selector: str) -> None:
        """Tap it now."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Type letters into a field."""

    @property
    def url(self) -> str:
        """The address of the page that is open."""
        return str(self.run("location.href"))

    def restart(self) -> None:
        """End the browser, and start it again with the same profile."""
        self.close()
        self.start()

    def until(self, condition: str) -> Any:
        """Wait until an expression comes true; what it came to then."""
        last: list[object] = []

        def look() -> Any:
            try:
                found = self.run(condition)
            except RefusedError as refusal:
                last[:] = [refusal]
                return None
            last[:] = [found]
            return found

        try:
            return patience.until(look, condition)
        except AssertionError as never:
            never.add_note(f"last: {last}")
            raise
