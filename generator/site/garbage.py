"""Python's search for garbage in circles, put off while a build makes many lasting objects.

Why: a build of a thousand pages makes some millions of objects that all stay until it ends; looking
through them again and again takes half of its time, and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def search() -> None:
    """Look for garbage after all, also among what is older."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def settle() -> None:
    """Leave what is there out of searches from now on, so that they only look at what is new."""
    gc.freeze()


@contextmanager
def put_off() -> Iterator[None]:
    """No search inside; what is there at the end is not looked through later either."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if before:
            gc.enable()
