"""Firefox's own protocol for remote control: WebDriver's commands as JSON on a socket.

Why: it is in every Firefox, so that no driver has to be fetched.
"""

from __future__ import annotations

import json
import socket
from typing import Any

from tests.engines.engine import ANSWER, RefusedError


class Marionette:
    """A line to a Firefox that listens on a port of this machine."""

    def __init__(self, port: int) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=ANSWER)
        self._number = 0
        self._receive()
        self.ask("WebDriver:NewSession")

    def ask(self, command: str, **parameters: object) -> Any:
        """Send a command and wait for its answer; raise `RefusedError` if it failed."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _, number, error, result = self._receive()
        assert number == self._number
        if error:
            raise RefusedError(command, error["error"], error["message"])
        return result.get("value", result) if isinstance(result, dict) else result

    def close(self) -> None:
        """Close the line."""
        self._line.close()

    def _receive(self) -> Any:
        """A message: its length in bytes, a colon, and JSON."""
        size = b""
        while not size.endswith(b":"):
            size += self._read(1)
        return json.loads(self._read(int(size[:-1])))

    def _read(self, size: int) -> bytes:
        read = b""
        while len(read) < size:
            more = self._line.recv(size - len(read))
            if not more:
                raise ConnectionError("the browser closed the line")
            read += more
        return read
