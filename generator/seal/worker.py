"""The worker of a sealed site: a short script that is new with each revision, and the program that
it imports, which is new with another generator only.

The program's name is the SHA-256 of what is in it. A browser doesn't check that, so the program
says at its end which one it is, and the script refuses another.
"""

from __future__ import annotations

import re
from hashlib import sha256

from msgspec import Struct

from generator.seal.fault import Fault, SealError
from generator.seal.packs import FOLDER

WORKER = "sw.js"
SITE_MARK = b"@@SITE_SHA256@@"
PROGRAM_MARK = b"@@PROGRAM_SHA256@@"
MARK = b"@@PROGRAM@@"
"""Where the script names the site that it keeps, and its program by its file's SHA-256; where both
say which program it is."""

_SAID = 16
_PROGRAM = re.compile(rf"{FOLDER}/[0-9a-f]{{64}}\.js")
_COMMENT = re.compile(rb"\A\s*/\*.*?\*/\s*", re.DOTALL)
_IMPORTED = re.compile(rb"importScripts\(\"(offline/([0-9a-f]{64})\.js)\"\)")


class Scripts(Struct, frozen=True):
    """The templates of the worker's script and program, and the worker that ends it."""

    worker: bytes
    program: bytes
    kill_switch: bytes = b""


class Program(Struct, frozen=True):
    """The worker's program: its path in the site, its bytes, and what it says of itself."""

    path: str
    content: bytes
    said: bytes

    @property
    def sha256(self) -> bytes:
        """The SHA-256 of its bytes (hex)."""
        return sha256(self.content).hexdigest().encode()


def program_of(scripts: Scripts) -> Program:
    """The program as it is published. SealError if the templates aren't a worker's."""
    for template, mark in (
        (scripts.worker, SITE_MARK),
        (scripts.worker, PROGRAM_MARK),
        (scripts.worker, MARK),
        (scripts.program, MARK),
    ):
        if template.count(mark) != 1:
            raise SealError(
                (Fault(WORKER, "no-mark", f"It lacks `{mark.decode()}`, or has it twice."),)
            )
    said = sha256(scripts.program).hexdigest()[:_SAID].encode()
    content = _bare(scripts.program).replace(MARK, said)
    return Program(f"{FOLDER}/{sha256(content).hexdigest()}.js", content, said)


def worker_of(scripts: Scripts, program: Program, manifest: bytes) -> bytes:
    """The worker's script for the site that has this manifest."""
    site = sha256(manifest).hexdigest().encode()
    named = _bare(scripts.worker).replace(SITE_MARK, site).replace(PROGRAM_MARK, program.sha256)
    return named.replace(MARK, program.said)


def _bare(script: bytes) -> bytes:
    """Without the comment that it begins with, which tells its makers where it comes from."""
    return _COMMENT.sub(b"", script, count=1)


def is_program(path: str) -> bool:
    """Whether a path is that of a worker's program, of this revision or another."""
    return _PROGRAM.fullmatch(path) is not None


def imported(worker: bytes) -> tuple[str, str] | None:
    """The path of the program that a worker's script imports, and the SHA-256 that it has to have;
    None if it imports none."""
    found = _IMPORTED.findall(worker)
    return (found[0][0].decode(), found[0][1].decode()) if len(found) == 1 else None
