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

_given: set[int] = set()
"""None is given twice in a process: a browser that saved a site there would answer with that."""


def bound() -> socket.socket:
    """A socket of this machine that is bound to a port which was free and that nobody got before,
    and doesn't listen yet."""
    left = [port for port in _PLACES if port not in _given]
    for port in random.SystemRandom().sample(left, min(_TRIES, len(left))):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            one.bind(("127.0.0.1", port))
            _given.add(port)
            return one
        one.close()
    raise AssertionError("there is no free port")


def free_port() -> int:
    """A port that nobody listens at."""
    with bound() as one:
        return int(one.getsockname()[1])
