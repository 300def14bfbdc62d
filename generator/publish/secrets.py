"""Targets and what tools say of them, without the passwords that may be in them."""

from __future__ import annotations

import re

_IN_ADDRESS = re.compile(r"(?<=://)[^/@\s]*@")
_IN_CONNECTION = re.compile(r"(,[\w-]+)=(?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[^,:\s]*)")
"""Settings that rclone takes within a target: `:webdav,user=me,pass=…:folder`."""


def without_secrets(text: str) -> str:
    """The text as it may stand on a terminal and in a log: `https://me:x@host` is
    `https://…@host`, and `:s3,secret=x:bucket` is `:s3,secret=…:bucket`."""
    return _IN_CONNECTION.sub(r"\1=…", _IN_ADDRESS.sub("…@", text))
