"""Former addresses: small pages that lead on to where a page is now, outside search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from generator.outputs.artifact import Artifact
from generator.views.page import Address, Page

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url={link}">
<title>{title}</title>
</head>
<body><p><a href="{link}">{title}</a></p></body>
</html>
"""


def aliases(pages: Iterable[Page], language: str) -> Iterator[Artifact]:
    """A page at each former address, unless another page lives there now."""
    found = tuple(pages)
    taken = {page.address for page in found}
    for page in found:
        for alias in page.aliases:
            former = Address(page.address.kind, alias)
            if former not in taken:
                taken.add(former)
                yield refresh_page(former, page.address, page.title.words, language)


def refresh_page(former: Address, now: Address, title: str, language: str) -> Artifact:
    """The page at a former address."""
    html = _PAGE.format(language=escape(language), link=escape(former.to(now)), title=escape(title))
    return Artifact(former.path, html.encode())
