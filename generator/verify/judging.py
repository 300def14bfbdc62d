"""What is wrong with one answer of a host."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from posixpath import splitext

from generator.verify.finding import Finding
from generator.verify.host import Answer
from generator.verify.unpacking import unpacked

_SCRIPT_TYPES = ("text/javascript", "application/javascript", "application/x-javascript")
_TYPES = {
    ".html": ("text/html",),
    ".css": ("text/css",),
    ".svg": ("image/svg+xml",),
    ".vcf": ("text/vcard", "text/x-vcard"),
    ".ics": ("text/calendar",),
    ".webmanifest": ("application/manifest+json", "application/json"),
    ".js": _SCRIPT_TYPES,
}
_MATTERING = {
    "x-content-type-options": "X-Content-Type-Options: nosniff",
    "referrer-policy": "Referrer-Policy: no-referrer",
    "x-robots-tag": "X-Robots-Tag: noindex",
}
_SHOWN = 80


def sent_elsewhere(path: str, answer: Answer, to: str) -> Iterator[Finding]:
    """What a status says that isn't 200."""
    if answer.redirected:
        message = f"The host sends readers on to {_safe(to)} instead."
        yield Finding(path, "redirected", message)
    elif answer.status in (404, 410):
        yield Finding(path, "missing", "The host doesn't have this file. Publish again.")
    elif answer.status in (401, 403):
        message = f"The host wants a password or refuses (status {answer.status})."
        yield Finding(path, "locked", message)
    else:
        yield Finding(path, "wrong-status", f"The host answers with status {answer.status}.")


def differs(path: str, answer: Answer, wanted: bytes | None, size: int | None) -> Finding:
    """Why an answer isn't the file: ``wanted`` is the file if it is known, ``size`` its bytes."""
    body = answer.body
    start = body[:65_536].lower()
    if b'type="password"' in start or b"type='password'" in start or b"type=password" in start:
        return Finding(path, "login-page", "The host shows a login page instead of this file.")
    if answer.cut_off or (size is not None and len(body) < size and _begins(wanted, body)):
        return Finding(path, "truncated", f"Only {len(body)} bytes of {size or 'more'} arrive.")
    if answer.type == "text/html" and not path.endswith((".html", ".htm")):
        return Finding(path, "another-page", "The host shows some page instead of this file.")
    if wanted is not None and (added := _added(wanted, body)):
        message = f"The host changes pages on the way; it puts in: {_safe(added)}"
        return Finding(path, "rewritten", message)
    return Finding(path, "changed", "What the host serves isn't this revision's file.")


def _begins(wanted: bytes | None, body: bytes) -> bool:
    return wanted is None or wanted.startswith(body)


def _added(wanted: bytes, body: bytes) -> str:
    """What stands in ``body`` where ``wanted`` has nothing, or less."""
    before = _alike(wanted, body)
    behind = _alike(wanted[before:][::-1], body[before:][::-1])
    if len(body) <= len(wanted):
        return ""
    while before and body[before - 1] == body[len(body) - behind - 1]:
        before, behind = before - 1, behind + 1
    return body[before : len(body) - behind].decode("utf-8", "replace")


def _alike(one: bytes, other: bytes) -> int:
    """With how many bytes both begin."""
    places = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in places if a != b), min(len(one), len(other)))


def pack_differs(path: str, name: str, size: int, answer: Answer) -> Finding | None:
    """Whether a pack isn't what its name says."""
    try:
        content = unpacked(answer.body, size)
    except ValueError:
        return differs(path, answer, None, None)
    return None if sha256(content).hexdigest() == name else differs(path, answer, None, None)


def headers_of(path: str, answer: Answer) -> Iterator[Finding]:
    """What is wrong with the headers of a file, whatever file it is."""
    if "clear-site-data" in answer.headers:
        message = "The host sends `Clear-Site-Data`, which wipes the plan from phones. Remove it."
        yield Finding(path, "clear-site-data", message)
    kinds = _TYPES.get(splitext(path)[1], ())
    if kinds and answer.type not in kinds:
        said = _safe(answer.type) or "no type"
        # A browser takes no other type for a worker, and no style sheet or script under `nosniff`.
        stops = path == "sw.js" or splitext(path)[1] in (".html", ".js", ".css")
        yield Finding(path, "wrong-type", f"Its type is `{said}`, not `{kinds[0]}`.", stops)


def asked_again(path: str, answer: Answer) -> Iterator[Finding]:
    """Whether an old copy of a file that changes with each revision may be handed out."""
    said = answer.headers.get("cache-control", "").lower()
    if not any(word in said for word in ("no-cache", "no-store", "max-age=0")):
        message = "It may come from a cache for a while: say `Cache-Control: no-cache` for it."
        yield Finding(path, "cached", message, stops=False)


def missing_headers(path: str, answer: Answer, *, secure: bool) -> Iterator[Finding]:
    """Headers that would protect readers and that a page lacks."""
    lacking = [shown for name, shown in _MATTERING.items() if name not in answer.headers]
    framing = answer.headers.get("content-security-policy", "")
    if "x-frame-options" not in answer.headers and "frame-ancestors" not in framing:
        lacking.append("X-Frame-Options: DENY")
    if secure and "strict-transport-security" not in answer.headers:
        lacking.append("Strict-Transport-Security (when https works for good)")
    if lacking:
        message = f"The host doesn't send: {'; '.join(lacking)}. `runbook hosts` has the settings."
        yield Finding(path, "missing-headers", message, stops=False)


def _safe(text: str) -> str:
    """A piece of what a host sent, for a terminal."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text).strip()
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
