"""Links that lead nowhere, and addresses that a page would fetch from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from generator.verify.finding import Finding
from generator.verify.pages import SiteFiles

_PASSIVE = ("data:", "about:", "blob:")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//[^/?#])", re.IGNORECASE)


def foreign(files: SiteFiles) -> Iterator[Finding]:
    """What pages and style sheets would fetch from another host."""
    for name, facts in {**files.pages, **files.sheets}.items():
        for address in dict.fromkeys(facts.fetches):
            if _leaves(address) and not address.startswith(_PASSIVE):
                yield Finding(name, "foreign-fetch", f"Would fetch `{address}` from elsewhere.")


def broken(files: SiteFiles, base: str | None) -> Iterator[Finding]:
    """Links, pictures, scripts and style sheets of the site that aren't there. ``base`` is the
    site's path on its host, where that is known."""
    folders = _by_folder(files)
    faults = {folder: _faults(files, folder, folders[folder], base) for folder in folders}
    for name, facts in {**files.pages, **files.sheets}.items():
        here = faults[posixpath.dirname(name)] | _faults_inside(files, name)
        for address in dict.fromkeys((*facts.links, *facts.fetches)) if here else ():
            if fault := here.get(address):
                code = "broken-anchor" if "anchor" in fault else "broken-link"
                yield Finding(name, code, f"`{address}` {fault}")


def _by_folder(files: SiteFiles) -> dict[str, set[str]]:
    """The addresses that the files of each folder name: the same one leads to the same place."""
    found: dict[str, set[str]] = {}
    for name, facts in {**files.pages, **files.sheets}.items():
        found.setdefault(posixpath.dirname(name), set()).update(facts.links, facts.fetches)
    return found


def _faults(
    files: SiteFiles, folder: str, addresses: Iterable[str], base: str | None
) -> dict[str, str]:
    """What is wrong with addresses in a folder's files; those of places in a file itself wait."""
    targets: dict[str, str] = {}
    found: dict[str, str] = {}
    for address in addresses:
        if _is_inside(address) or _leaves(address):
            continue
        way, _, anchor = address.strip().partition("#")
        path = way.partition("?")[0]
        if path not in targets:
            targets[path] = _target(files, folder, path, base)
        if fault := _fault(files, targets[path], anchor):
            found[address] = fault
    return found


def _faults_inside(files: SiteFiles, name: str) -> dict[str, str]:
    """What is wrong with a page's addresses of places in itself."""
    facts = files.pages.get(name)
    inside = filter(_is_inside, (*facts.links, *facts.fetches) if facts else ())
    places = ((address, address.partition("#")[2]) for address in inside)
    return {address: fault for address, at in places if (fault := _fault(files, name, at))}


def _is_inside(address: str) -> bool:
    """Whether an address is that of the file that it stands in."""
    return address.startswith(("#", "?")) or not address


def _fault(files: SiteFiles, target: str, anchor: str) -> str:
    """What is wrong with a link to a place in a file of the site; empty if it leads there."""
    if target.startswith("../"):
        return "leaves the site."
    if target not in files.paths:
        return "leads to no file of the site."
    place = unquote(anchor)
    if place and place != "top" and target in files.ids and place not in files.ids[target]:
        return f"names an anchor that `{target}` doesn't have."
    return ""


def _target(files: SiteFiles, folder: str, path: str, base: str | None) -> str:
    """The path in the site that an address in a file of this folder leads to."""
    if path.startswith("/"):
        target = _from_host(files, path, base)
    else:
        target = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if target in files.paths or target.startswith("../"):
        return target
    return posixpath.normpath(posixpath.join(target, "index.html"))


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
    return _ELSEWHERE.match(address) is not None
