"""Firefox ESR, without a window."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from typing import Any

from tests import patience
from tests.browser_setup import FIREFOX
from tests.engines import process
from tests.engines.engine import ELEMENT, NOWHERE, TIMEOUTS, Engine
from tests.engines.marionette import Marionette

PREFERENCES: dict[str, object] = {
    "marionette.port": 0,
    "network.proxy.type": 1,
    "network.proxy.http": NOWHERE.split(":")[0],
    "network.proxy.http_port": int(NOWHERE.split(":")[1]),
    "network.proxy.share_proxy_settings": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "ui.prefersReducedMotion": 1,
}


class Firefox(Engine):
    """Driven by Marionette, which Firefox has within itself."""

    name = "firefox"
    packages = (FIREFOX,)

    def start(self) -> None:
        port = self.profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        lines = [f"user_pref({_js(name)}, {_js(value)});\n" for name, value in PREFERENCES.items()]
        (self.profile / "user.js").write_text("".join(lines), encoding="ascii")
        options = ["--marionette", "--headless", "--no-remote", "--width", "400", "--height", "800"]
        self._process: subprocess.Popen[bytes] | None = process.start(
            [str(FIREFOX.file()), *options, "--profile", str(self.profile), "about:blank"],
            {"HOME": str(self.profile)},
        )
        told = patience.until(lambda: port.read_text("ascii") if port.is_file() else "", "Firefox")
        self._line = Marionette(int(told))
        self._line.ask("WebDriver:SetTimeouts", **TIMEOUTS)

    def close(self) -> None:
        if not self._process:
            return
        with suppress(ConnectionError):
            self._line.ask("Marionette:Quit", flags=["eAttemptQuit"])
        self._line.close()
        process.end(self._process, patience.SECONDS)
        self._process = None

    def open(self, url: str) -> None:
        self._line.ask("WebDriver:Navigate", url=url)

    def run(self, expression: str) -> Any:
        # Why no sandbox: else a script doesn't see what the page itself has defined.
        return self._line.ask(
            "WebDriver:ExecuteScript", script=f"return {expression}", args=[], sandbox=None
        )

    def _tap(self, selector: str) -> None:
        self._line.ask("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, text: str) -> None:
        self._line.ask("WebDriver:ElementSendKeys", id=self._find(selector), text=text)

    def _find(self, selector: str) -> str:
        found = self._line.ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(found[ELEMENT])


def _js(value: object) -> str:
    """As a preference is written: JavaScript, which JSON is too."""
    return json.dumps(value)
