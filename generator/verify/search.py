"""Search: every page is in its edition's index, and every entry leads somewhere."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from typing import Any

from generator.outputs.search_index import JSON_PATH, SCRIPT_PATH
from generator.verify.expected import Expected
from generator.verify.finding import Finding
from generator.verify.pages import SiteFiles

_SCRIPT = b"var __index = "
_OWN_WORKER = "assets/javascripts/search-worker.js"


def searchable(files: SiteFiles, expected: Expected | None) -> Iterator[Finding]:
    """What is wrong with the search indexes of a site."""
    folders = {
        name.removesuffix(path).rstrip("/")
        for name in files.indexes
        for path in (JSON_PATH, SCRIPT_PATH)
        if name.endswith(path)
    }
    for folder in sorted(folders | (expected.found.keys() if expected else set())):
        wanted = expected.found.get(folder, frozenset()) if expected else frozenset()
        yield from _edition(files, folder, wanted)


def _edition(files: SiteFiles, folder: str, wanted: frozenset[str]) -> Iterator[Finding]:
    path = posixpath.join(folder, JSON_PATH)
    docs = _docs(files, path)
    if docs is None:
        yield Finding(path, "no-search-index", "This edition's search index can't be read.")
        return
    below = f"{folder}/" if folder else ""
    yield from _as_script(files, path, below, docs)
    if not docs and (in_script := _docs(files, below + SCRIPT_PATH)):
        path, docs = below + SCRIPT_PATH, in_script
    yield from _entries(files, path, below, docs)
    found = {str(doc.get("location", "")).partition("#")[0] for doc in docs}
    for page in sorted(wanted - found):
        message = "Search doesn't find this page."
        yield Finding(posixpath.join(folder, page), "not-in-search", message)


def _entries(
    files: SiteFiles, path: str, below: str, docs: list[dict[str, Any]]
) -> Iterator[Finding]:
    """Entries that lead nowhere."""
    for doc in docs:
        page, _, anchor = str(doc.get("location", "")).partition("#")
        known = files.ids.get(below + page)
        if known is None or (anchor and anchor not in known):
            place = f"{page}#{anchor}" if anchor else page
            yield Finding(path, "dead-search-entry", f"An entry leads to `{place}`: not there.")


def _as_script(
    files: SiteFiles, path: str, below: str, docs: list[dict[str, Any]]
) -> Iterator[Finding]:
    """Whether the script, which has all entries of an index without any, holds what it should."""
    script = below + SCRIPT_PATH
    if script in files.paths:
        in_script = _docs(files, script)
        if in_script is None:
            yield Finding(script, "no-search-index", "This edition's search texts can't be read.")
        elif docs and docs != in_script:
            message = "The script for `file:` pages finds something else."
            yield Finding(path, "search-differs", message)
    elif _has_own_search(files, below):
        yield Finding(path, "no-search-index", "The script that holds the search texts is missing.")
    else:
        # Another renderer made the pages: its own search asks for the index alone.
        message = "Search finds nothing on pages that are opened without a server."
        yield Finding(path, "no-search-on-file", message, stops=False)


def _has_own_search(files: SiteFiles, below: str) -> bool:
    """Whether a page searches with the runbook's own script, which also works without a server."""
    return any(
        address.endswith(_OWN_WORKER)
        for name, facts in files.pages.items()
        if name.startswith(below)
        for address in facts.fetches
    )


def _docs(files: SiteFiles, path: str) -> list[dict[str, Any]] | None:
    text = files.indexes.get(path, b"").strip()
    try:
        index = json.loads(text.removeprefix(_SCRIPT).removesuffix(b";"))
        return [doc for doc in index["docs"] if isinstance(doc, dict)]
    except (ValueError, KeyError, TypeError):
        return None
