"""How long tests wait for what has to come: long, as the machine may be busy with other things.

Who waits for what comes, and not for a time, waits no longer than that takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

SECONDS = 120.0
MILLISECONDS = 1000 * SECONDS

_PAUSE = 0.02

Found = TypeVar("Found")


def until(look: Callable[[], Found], what: str = "what has to come") -> Found:
    """Look again and again until it is something, and give that."""
    end = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < end, f"{what} didn't come in {SECONDS:.0f} s"
        time.sleep(_PAUSE)
    return found
