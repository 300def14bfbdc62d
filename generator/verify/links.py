"""Links that lead nowhere, and addresses that a page would fetch from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.verify.finding import Finding
from generator.verify.pages import SiteFiles

_PASSIVE = ("data:", "about:", "blob:")


def foreign(files: SiteFiles) -> Iterator[Finding]:
    """What pages and style sheets would fetch from another host."""
    for name, facts in {**files.pages, **files.sheets}.items():
        for address in dict.fromkeys(facts.fetches):
            if _leaves(address) and not address.startswith(_PASSIVE):
                yield Finding(name, "foreign-fetch", f"Would fetch `{address}` from elsewhere.")


def broken(files: SiteFiles, base: str | None) -> Iterator[Finding]:
    """Links, pictures, scripts and style sheets of the site that aren't there. ``base`` is the
    site's path on its host, where that is known."""
    ids = {name: frozenset(facts.ids) for name, facts in files.pages.items()}
    known: dict[tuple[str, str], str] = {}
    for name, facts in {**files.pages, **files.sheets}.items():
        folder = posixpath.dirname(name)
        for address in dict.fromkeys((*facts.links, *facts.fetches)):
            # The same link in the same folder leads to the same place, unless it is `#…` alone.
            key = (name if address.startswith("#") else folder, address)
            if key not in known:
                known[key] = _fault(files, ids, name, address, base)
            if known[key]:
                code = "broken-anchor" if "anchor" in known[key] else "broken-link"
                yield Finding(name, code, f"`{address}` {known[key]}")


def _fault(
    files: SiteFiles, ids: dict[str, frozenset[str]], name: str, address: str, base: str | None
) -> str:
    """What is wrong with an address as it stands in a file; empty if it leads somewhere."""
    if _leaves(address):
        return ""
    parts = urlsplit(address)
    target = _target(files, name, parts.path, base) if parts.path else name
    if target.startswith("../"):
        return "leaves the site."
    if target not in files.paths:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in files.paths:
            return "leads to no file of the site."
    anchor = unquote(parts.fragment)
    if anchor and anchor != "top" and target in ids and anchor not in ids[target]:
        return f"names an anchor that `{target}` doesn't have."
    return ""


def _target(files: SiteFiles, name: str, path: str, base: str | None) -> str:
    """The path in the site that an address in the file ``name`` leads to."""
    if path.startswith("/"):
        return _from_host(files, path, base)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))


def _from_host(files: SiteFiles, path: str, base: str | None) -> str:
    """The same for an address that begins at the host's root.

    Where the site's own place on the host isn't known, any place that makes it right will do.
    """
    below = unquote(path).lstrip("/")
    if base is not None:
        inside = f"/{below}".startswith(base)
        return posixpath.normpath(f"/{below}"[len(base) :] or ".") if inside else "../"
    steps = below.split("/")
    ways = ("/".join(steps[start:]) for start in range(len(steps)))
    return next((way for way in ways if way in files.paths), below)


def _leaves(address: str) -> bool:
    """Whether an address names another host or another kind of connection."""
    if ":" not in address and "//" not in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.scheme or parts.netloc)
