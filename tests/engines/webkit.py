"""WebKitGTK, driven by WebKitWebDriver on a screen that nobody sees."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from tests import patience
from tests.browser_setup import PYTHON_GI, WEBKIT, WEBKIT_DRIVER, XVFB
from tests.engines import process
from tests.engines.display import Display
from tests.engines.engine import ELEMENT, TIMEOUTS, Engine
from tests.engines.webdriver import WebDriver
from tests.ports import free_port

WINDOW = Path(__file__).parent / "webkit_window.py"


class WebKit(Engine):
    """WebKitGTK in a window of our own.

    Why not its MiniBrowser: under a driver that keeps nothing when it ends, so that it can't show
    that a plan opens after a restart.
    """

    name = "webkit"
    packages = (WEBKIT_DRIVER, WEBKIT, PYTHON_GI, XVFB)

    def start(self) -> None:
        self._display = Display()
        port = free_port()
        self._process: subprocess.Popen[bytes] | None = process.start(
            [str(WEBKIT_DRIVER.file()), f"--port={port}"],
            {**self._display.environment, "HOME": str(self.profile)},
        )
        self._driver = WebDriver(port)
        patience.until(self._driver.listens, "WebKitWebDriver")
        options = {"binary": str(WINDOW), "args": [str(self.profile)]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._driver.ask("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{session['sessionId']}"
        self._ask("timeouts", **TIMEOUTS)

    def close(self) -> None:
        if not self._process:
            return
        self._driver.ask("DELETE", self._session)
        process.end(self._process)
        self._process = None
        self._display.close()

    def open(self, url: str) -> None:
        self._ask("url", url=url)

    def run(self, expression: str) -> Any:
        return self._ask("execute/sync", script=f"return {expression}", args=[])

    def _tap(self, selector: str) -> None:
        self._ask(f"element/{self._find(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        self._ask(f"element/{self._find(selector)}/value", text=text)

    def _find(self, selector: str) -> str:
        return str(self._ask("element", using="css selector", value=selector)[ELEMENT])

    def _ask(self, command: str, **parameters: object) -> Any:
        return self._driver.ask("POST", f"{self._session}/{command}", parameters)
