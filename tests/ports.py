"""Ports for servers that come back on the same one, and for programs that have to be told one.

Why not port 0: what that gives is given to another program as soon as nobody listens.
"""

from __future__ import annotations

import random
import socket
from contextlib import suppress

_PLACES = range(15_000, 32_000)
"""Below what Linux, macOS and Windows give to programs that ask for any port."""

_TRIES = 1_000


def bound() -> socket.socket:
    """A socket of this machine that is bound to a port which was free, and doesn't listen yet."""
    for port in random.SystemRandom().sample(_PLACES, _TRIES):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            one.bind(("127.0.0.1", port))
            return one
        one.close()
    raise AssertionError("there is no free port")


def free_port() -> int:
    """A port that nobody listens at."""
    with bound() as one:
        return int(one.getsockname()[1])
