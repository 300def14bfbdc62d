"""The exact versions of all that the generator needs, as they work on this computer."""

from __future__ import annotations

import re
from importlib import metadata

_HEADER = """\
# The versions with which this plan was last built on a computer of yours. A service that builds it
# installs the same. Write it again (delete it first) after an update of the generator.
"""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"\bextra\s*==")
_PACKAGE = "runbook-generator"


def locked_packages() -> bytes:
    """One line for each package: its name and version."""
    versions: dict[str, str] = {}
    waiting = [_PACKAGE]
    while waiting:
        name = _plain(waiting.pop())
        if name in versions:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # It is for another system or version of Python.
        versions[name] = found.version
        waiting += [_named(one) for one in found.requires or () if not _EXTRA.search(one)]
    del versions[_PACKAGE]
    lines = [f"{name}=={version}\n" for name, version in sorted(versions.items())]
    return (_HEADER + "".join(lines)).encode()


def _named(requirement: str) -> str:
    found = _NAME.match(requirement)
    return found[0] if found else ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
