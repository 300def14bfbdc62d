"""Reads what a page lets the browser run and style: inline scripts, styles, and what a strict
policy forbids.

Pages of one site repeat most of their tags, so each distinct tag is read only once.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple, TypeVar

from generator.attributes import attributes

T = TypeVar("T", str, tuple[str, str])

_REST = rb"[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>"  # of a tag: quotes may hold a `>`
_RAW = ("script", "style", "textarea", "title")
_RAW_TEXT = "|".join(
    rf"(?i:{name})(?=[\s/>])@REST.*?(?:</(?i:{name})(?=[\s/>])|\Z)" for name in _RAW
)
_TOKEN = re.compile(
    # A tag without attributes says nothing. What stands in comments and raw texts is no tag.
    (
        rf"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|{_RAW_TEXT}"
        r"|[a-zA-Z][^\s/>]*+[\s/]@REST)"
    )
    .encode()
    .replace(b"@REST", _REST),
    re.DOTALL,
)
_TAG = re.compile(rb"<([a-zA-Z][^\s/>]*)(" + _REST + rb")", re.DOTALL)
_SCRIPT_URL = re.compile(r"[\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_NESTED = re.compile(r"<!--.*<script", re.DOTALL | re.IGNORECASE)

_RUN = frozenset(
    {
        "",
        "application/ecmascript",
        "application/javascript",
        "application/x-ecmascript",
        "application/x-javascript",
        "importmap",
        "module",
        "speculationrules",
        "text/ecmascript",
        "text/javascript",
        "text/jscript",
        "text/livescript",
        "text/x-ecmascript",
        "text/x-javascript",
    }
)
"""The types of scripts that a policy governs; any other is a block of text."""

_ADDRESSES = frozenset({"action", "data", "formaction", "href", "src", "xlink:href"})
_BLOCKED = frozenset({"applet", "embed", "frame", "iframe", "object"})


class Inline(NamedTuple):
    """What stands in a page itself: digests (as a policy writes them) of its scripts, its styles
    and its style attributes, and what would not work under a strict policy, as code and words."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def inline(html: bytes) -> Inline:
    """What stands in a page; every list sorted, and without repetition."""
    found = [one for one in map(_in_token, set(_TOKEN.findall(html))) if one is not None]
    return Inline(
        _merged(one.scripts for one in found),
        _merged(one.styles for one in found),
        _merged(one.attributes for one in found),
        _merged(one.faults for one in found),
    )


def _merged(lists: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(sorted({item for one in lists for item in one}))


@lru_cache(maxsize=2**16)
def _in_token(token: bytes) -> Inline | None:
    """What a tag, or a script or style with its content, says; None if nothing."""
    tag = _TAG.match(token)
    if tag is None:
        return None
    name = tag[1].decode("ascii", "replace").lower()
    values = attributes(tag[2].decode("utf-8", "replace"))
    content = _content(token[tag.end() :]) if name in ("script", "style") else ""
    runs = name == "script" and "src" not in values and _type(values) in _RUN
    style = values.get("style")
    found = Inline(
        (digest(content),) if runs else (),
        (digest(content),) if name == "style" else (),
        () if style is None else (digest(style),),
        tuple(_faults(name, values, content if runs else "")),
    )
    return found if any(found) else None


def forget() -> None:
    """Let go of the tags that were read: those of a large site are several megabytes."""
    _in_token.cache_clear()


def digest(text: str) -> str:
    """A text's SHA-256 as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _content(raw: bytes) -> str:
    """What a browser sees between the tags."""
    text = raw[: raw.rindex(b"</")] if b"</" in raw else raw
    seen = text.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return seen.replace("\0", "\ufffd")


def _type(values: dict[str, str]) -> str:
    return values.get("type", "").strip().partition(";")[0].lower()


def _faults(name: str, values: dict[str, str], script: str) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if key.startswith("on") and len(key) > 2:
            yield "event-handler", f"The policy stops `{key}` of a `{name}` element."
        elif key in _ADDRESSES and _SCRIPT_URL.match(value):
            yield (
                "script-link",
                f"The policy stops the `javascript:` address of a `{name}` element.",
            )
    if name in _BLOCKED:
        yield "blocked-element", f"The policy stops `{name}` elements."
    elif name == "base":
        yield "blocked-element", "The policy stops `base`; write addresses out."
    elif name == "form" and values.get("action"):
        yield "blocked-element", "The policy stops forms that are sent somewhere."
    if script and _NESTED.search(script):
        message = "An inline script holds `<!--` and `<script`: what a browser runs is uncertain."
        yield "unclear-script", message
