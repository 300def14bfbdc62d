"""A real Chromium with a profile of its own, that can be killed and started again."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests import patience
from tests.browser.conftest import QUIET
from tests.browser_setup import CHROMIUM


class Phone:
    """`start` it, `kill` it, and `start` it again with what it had stored."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self._playwright = playwright
        self._profile = profile
        self._process: subprocess.Popen[bytes] | None = None
        self._browser: Browser | None = None

    def start(self) -> None:
        """Start the browser and take control of it."""
        told = self._profile / "DevToolsActivePort"
        told.unlink(missing_ok=True)
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        options = ["--headless", "--remote-debugging-port=0", f"--user-data-dir={self._profile}"]
        self._process = subprocess.Popen(
            [str(CHROMIUM), *options, *root, *QUIET, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = patience.until(lambda: _port(told), "the browser's port")
        self._browser = self._playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{port}", timeout=patience.MILLISECONDS
        )

    def kill(self) -> None:
        """As when the battery is taken out: no process of it ends in an orderly way."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=patience.SECONDS)
        # Why: the browser's end breaks the line, but not what the library knows of it.
        self._browser = None
        for lock in self._profile.glob("Singleton*"):
            lock.unlink(missing_ok=True)

    def close(self) -> None:
        """End the browser as a person does, so that all is written."""
        assert self._browser is not None
        self._browser.new_browser_cdp_session().send("Browser.close")
        assert self._process is not None
        self._process.wait(timeout=patience.SECONDS)
        self._browser = None

    @property
    def running(self) -> bool:
        """Whether it was started and not killed or closed."""
        return self._browser is not None

    @property
    def context(self) -> BrowserContext:
        """What all tabs share."""
        assert self._browser is not None
        return self._browser.contexts[0]

    def tab(self) -> Page:
        """A new tab."""
        page = self.context.new_page()
        page.set_default_timeout(patience.MILLISECONDS)
        return page


def _port(told: Path) -> str:
    """The first line of what the browser has written, once that is whole."""
    port, ended, _ = (told.read_text("ascii") if told.is_file() else "").partition("\n")
    return port if ended else ""
