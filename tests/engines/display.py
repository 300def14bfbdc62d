"""A screen that nobody sees, for browsers that need one."""

from __future__ import annotations

import os

from tests.browser_setup import XVFB
from tests.engines import process


class Display:
    """An X server without a monitor; `environment` leads programs to it."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        options = ["-displayfd", str(writing), "-screen", "0", "480x900x24", "-nolisten", "tcp"]
        self._process = process.start([str(XVFB.file()), *options], {}, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            number = told.readline().strip()
        assert number, "Xvfb didn't start"
        self.environment = {"DISPLAY": f":{number}", "GDK_BACKEND": "x11"}

    def close(self) -> None:
        """End the X server."""
        process.end(self._process)
