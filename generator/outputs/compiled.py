"""Templates as compiled code, kept between runs where Python keeps that of modules.

Compiling the templates of a site takes as long as making two hundred of its pages.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SETTINGS = "1"
"""Part of each file's name: raise it when the environment compiles templates another way."""

_DAMAGED = (UnpicklingError, EOFError, ValueError, TypeError, AttributeError, LookupError)
"""What reading half a file raises; the template is then compiled as if there were none."""


class Compiled(BytecodeCache):
    """Keeps the code of the templates of ``folder``; without a place to write, nothing is kept.

    Jinja looks whether the code is that of the template as it is now, and of this Python.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = Path(cache_from_source(str(folder / "template.py"))).parent

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code that an earlier run kept."""
        with suppress(OSError, *_DAMAGED), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, in one step, so that a run beside this one never reads half of it."""
        if sys.dont_write_bytecode:
            return
        path = self._path(bucket)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            self._folder.mkdir(exist_ok=True)
            part.write_bytes(bucket.bytecode_to_string())
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{jinja2.__version__}.{_SETTINGS}.pyc"
