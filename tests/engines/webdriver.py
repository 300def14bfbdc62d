"""The W3C WebDriver protocol by HTTP, as far as the tests need it."""

from __future__ import annotations

import http.client
import json
from typing import Any

from tests.engines.engine import ANSWER, RefusedError


class WebDriver:
    """A driver that listens on a port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, content: object = None) -> Any:
        """Send a command and wait for its answer; raise `RefusedError` if it failed."""
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=ANSWER)
        try:
            body = None if content is None else json.dumps(content)
            line.request(method, path, body)
            response = line.getresponse()
            value = json.loads(response.read())["value"]
        finally:
            line.close()
        if response.status != 200:
            raise RefusedError(f"{method} {path}", value["error"], value["message"])
        return value

    def listens(self) -> bool:
        """Whether it takes commands yet."""
        try:
            return bool(self.ask("GET", "/status"))
        except OSError:
            return False
