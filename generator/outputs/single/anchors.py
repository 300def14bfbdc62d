"""Where links lead within the file: every page is an anchor, every id has its page's before it.

``index.html`` is ``start``, ``scenarios/index.html`` is ``scenarios``, ``scenarios/fire.html`` is
``scenarios.fire``, and its ``#now`` is ``scenarios.fire..now``. An id of the plan has no dot, so
that no two places share an anchor.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

from generator.views.page import INDEX, Address

START_ANCHOR = "start"


def page_anchor(address: Address) -> str:
    """A page's anchor."""
    if not address.kind:
        return START_ANCHOR if address.id == INDEX else f"{START_ANCHOR}.{address.id}"
    return address.kind if address.id == INDEX else f"{address.kind}.{address.id}"


def inner_anchor(page: str, anchor: str) -> str:
    """The anchor of a place in the page with the anchor ``page``."""
    return f"{page}..{anchor}"


class Anchors:
    """The anchors of the pages that the file has."""

    def __init__(self, pages: Iterable[Address], site_url: str | None) -> None:
        self._anchors = {address.path: page_anchor(address) for address in pages}
        self._site_url = site_url

    def link(self, path: str, anchor: str) -> str | None:
        """The link to a page by its path below the language folder. One that the file lacks is
        looked up on the site, if there is one."""
        page = self._anchors.get(path)
        if page is not None:
            return f"#{inner_anchor(page, anchor) if anchor else page}"
        if self._site_url is None or not path.endswith(".html"):
            return None
        return self._site_url + path + (f"#{anchor}" if anchor else "")


def path_from(here: Address, link: str) -> str:
    """The path below the language folder that a link on the page ``here`` leads to."""
    return posixpath.normpath(posixpath.join(here.kind, unquote(link)))
