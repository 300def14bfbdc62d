"""The site's root: a page that leads on to an edition, and the page for what isn't there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from generator.build import Reading
from generator.outputs.artifact import Artifact

LEAD_ON = "assets/javascripts/lead-on.js"
_STYLE_SHEET = "assets/stylesheets/entrance.css"

_NO_PAGE = "There is no page at this address."

_STYLE = """:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 34rem; padding: 2rem 1rem;
  font: 1.125rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; }
ul { list-style: none; padding: 0; }
a { color: #0b4f8a; }
li a { display: block; margin: .5rem 0; padding: .875rem 1rem; border: 2px solid currentColor;
  border-radius: .5rem; font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { color: #f2f2f2; background: #14171a; }
  a { color: #9ccfff; }
}
"""

_INDEX = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<link rel="stylesheet" href="{style_sheet}">
<script src="{script}"></script>
</head>
<body>
<main>
<h1>{title}</h1>
<ul data-rb-editions>
{links}</ul>
</main>
</body>
</html>
"""

_NOT_FOUND = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>404 – {title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{sentences}{links}</main>
</body>
</html>
"""


def entrance(readings: Sequence[Reading], ours: Path) -> Iterator[Artifact]:
    """The files at the site's root; ``ours`` is the folder of our theme files."""
    yield Artifact("index.html", _index(readings).encode())
    yield Artifact("404.html", _not_found(readings).encode())
    yield Artifact(_STYLE_SHEET, _STYLE.encode())
    script = ours / LEAD_ON
    yield Artifact(LEAD_ON, script.read_bytes())


def _index(readings: Sequence[Reading]) -> str:
    first = readings[0]
    return _INDEX.format(
        language=escape(first.edition.language),
        title=escape(site_title(first)),
        links=_links(readings, ""),
        style_sheet=_STYLE_SHEET,
        script=LEAD_ON,
    )


def _not_found(readings: Sequence[Reading]) -> str:
    """Any folder may show it, so that it has no relative link and brings its style along."""
    first = readings[0]
    base = first.edition.plan.plan.site_url
    path = urlsplit(base).path.rstrip("/") + "/" if base else None
    links = f"<ul>\n{_links(readings, path)}</ul>\n" if path else ""
    words = {reading.words.tag: reading.words for reading in readings}
    return _NOT_FOUND.format(
        language=escape(first.edition.language),
        title=escape(site_title(first)),
        style=_STYLE,
        sentences="".join(
            f'<p lang="{escape(tag)}">{escape(spoken.words.get("not_found", _NO_PAGE))}</p>\n'
            for tag, spoken in words.items()
        ),
        links=links,
    )


def _links(readings: Sequence[Reading], base: str) -> str:
    several = len({reading.edition.audience.id for reading in readings}) > 1
    return "".join(_link(reading, base, several) for reading in readings)


def _link(reading: Reading, base: str, several: bool) -> str:
    edition = reading.edition
    tag = escape(edition.language)
    name = reading.words.say("name")
    if several:
        title = edition.audience.title.for_reader(edition.language, edition.primary)
        name = f"{title.words} · {name}"
    return (
        f'<li><a href="{escape(base)}{escape(edition.path)}/index.html" '
        f'data-edition="{escape(edition.audience.id)}" lang="{tag}" hreflang="{tag}">'
        f"{escape(name)}</a></li>\n"
    )


def site_title(reading: Reading) -> str:
    """Whose plan it is, and what it is called, in the reading's language."""
    header = reading.edition.plan.plan
    return f"{header.organisation.words} – {header.title.words}"
