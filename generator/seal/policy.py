"""The Content-Security-Policy of a page: scripts and styles of the site itself, and no other.

Inline scripts and styles are named by their SHA-256, so that a text that somehow became a script
doesn't run. A page carries its policy itself (`meta`), so that any host and a folder will do; the
manifest has it as a header too, for the answers that a worker makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from generator.seal.fault import Fault
from generator.seal.markup import Inline, inline

PAGES = (".html", ".htm")
_DRAWINGS = (".svg",)

_OURS = re.compile(
    rb"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    rb"script-src 'self'[^\"]*; base-uri 'none'; form-action 'none'\">\n?"
)
_HEAD = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<!doctype[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"(?:<html\b[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<head\b[^>]*>\n?)?",
    re.DOTALL | re.IGNORECASE,
)
_CHARSET = re.compile(rb"(?:\s*<meta\s[^>]*?\bcharset\s*=[^>]*>\n?)?", re.IGNORECASE)
_SOON = 1024
"""A browser looks for a page's character set in so many bytes."""


class Policy(Struct, frozen=True):
    """What a file may run; ``text`` is the policy (empty for a file that needs none)."""

    text: str
    header: str
    faults: tuple[Fault, ...] = ()


NONE = Policy("", "")


def policy_of(path: str, content: bytes) -> Policy:
    """The policy of a file, and what in it would not work under it."""
    lower = path.lower()
    if lower.endswith(PAGES):
        found = inline(_OURS.sub(b"", content, count=1))
        text = _of_page(found)
        return Policy(text, f"{text}; frame-ancestors 'self'", tuple(_placed(path, found)))
    if lower.endswith(_DRAWINGS):
        return Policy("", _of_drawing(inline(content)))
    return NONE


def with_policy(content: bytes, policy: Policy) -> bytes:
    """A page with its policy as the first thing that says what it may do; again and again the
    same."""
    if not policy.text:
        return content
    content = _OURS.sub(b"", content, count=1)
    at = _place(content)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy.text}">\n'
    return content[:at] + meta.encode() + content[at:]


def _place(html: bytes) -> int:
    """Behind the beginning of the head, and the character set if it comes first."""
    head = _HEAD.match(html)
    at = head.end() if head else 0
    charset = _CHARSET.match(html, at)
    return charset.end() if charset else at


def _of_page(found: Inline) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            _sources("script-src 'self'", found.scripts),
            _styles("style-src 'self'", found),
            "img-src 'self' data:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _of_drawing(found: Inline) -> str:
    """A drawing that is opened by itself runs nothing."""
    styles = _styles("style-src", found) if found.styles or found.attributes else ""
    said = ("default-src 'none'", styles, "img-src 'self' data:", "frame-ancestors 'self'")
    return "; ".join(filter(None, said))


def _styles(start: str, found: Inline) -> str:
    unsafe = ("'unsafe-hashes'", *found.attributes) if found.attributes else ()
    return _sources(start, (*found.styles, *unsafe))


def _sources(start: str, more: Iterable[str]) -> str:
    return " ".join((start, *dict.fromkeys(more)))


def _placed(path: str, found: Inline) -> Iterable[Fault]:
    return (Fault(path, code, words) for code, words in found.faults)
