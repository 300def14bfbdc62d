"""What a test does with a browser, whichever engine it has."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar

from tests.browser_setup import Package

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key that stands for an element (W3C WebDriver, 12.2)."""

NOWHERE = "127.0.0.1:9"
"""A proxy that nobody answers at: whatever isn't on this machine can't be reached."""


class RefusedError(Exception):
    """The browser couldn't do what it was asked, such as a script while a page is loaded."""


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

    @abstractmethod
    def tap(self, selector: str) -> None:
        """Tap the first element of a selector, where it is seen."""

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

    def until(self, condition: str, seconds: float = 20) -> Any:
        """Wait until an expression comes true; what it came to then."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = self.run(condition)
            except RefusedError as refusal:
                found, last = None, str(refusal)
            else:
                last = repr(found)
            if found:
                return found
            assert time.monotonic() < end, f"never came true: {condition}\nlast: {last}"
            time.sleep(0.02)
