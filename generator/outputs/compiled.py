"""Templates as compiled code, kept between runs.

Compiling the templates of a site takes as long as making two hundred of its pages.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

_SETTINGS = "1"
"""Part of each file's name: raise it when the environment compiles templates another way."""

_DAMAGED = (UnpicklingError, EOFError, ValueError, TypeError, AttributeError, LookupError)
"""What reading half a file raises; the template is then compiled as if there were none."""


def beside(templates: Path) -> Path:
    """Where Python would keep the code of modules that stand where these templates do."""
    return Path(cache_from_source(str(templates / "template.py"))).parent


def settings_of(environment: Environment) -> str:
    """A name for all that decides, besides its text, which code a template becomes."""
    what = (
        sorted(environment.extensions),
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.optimized,
        repr(environment.autoescape) if isinstance(environment.autoescape, bool) else "asked",
        environment.block_start_string,
        environment.variable_start_string,
        environment.comment_start_string,
        environment.line_statement_prefix,
        environment.line_comment_prefix,
        sorted(environment.filters),
        sorted(environment.tests),
    )
    return blake2b(repr(what).encode(), digest_size=8).hexdigest()


class Compiled(BytecodeCache):
    """Keeps code in ``folder``; without a place to write, nothing is kept.

    Jinja looks whether the code is that of the template as it is now, and of this Python.
    ``settings`` sets apart environments that compile templates differently.
    """

    def __init__(self, folder: Path, settings: str = "") -> None:
        self._folder = folder
        self._settings = settings

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
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(bucket.bytecode_to_string())
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def _path(self, bucket: Bucket) -> Path:
        settings = f"{self._settings}{_SETTINGS}"
        return self._folder / f"{bucket.key}.{jinja2.__version__}.{settings}.pyc"
