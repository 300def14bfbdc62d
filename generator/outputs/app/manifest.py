"""The web app manifest (W3C): with it a phone takes an edition for an app.

Why the scope is the edition's folder, one above the manifest's own: the switch of language leads to
a sibling folder, and has to stay inside the app. The whole site would be too wide, because each
edition is an app of its own. Why the id names the language as well: a page of another language
would otherwise rename an app that is installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from babel import Locale as Babel
from babel import UnknownLocaleError

from generator.editions import Edition, audiences
from generator.locales import Locale
from generator.outputs.app.colours import ORGANISATION
from generator.outputs.app.icons import SHORTCUTS, Icon
from generator.outputs.app.naming import short_name
from generator.views.page import START, Address

MANIFEST = "manifest.webmanifest"
"""Its path, below an edition's language folder."""


def web_manifest(edition: Edition, words: Locale, icons: Sequence[Icon]) -> bytes:
    """The manifest of an edition in one language; every address in it is relative."""
    header = edition.plan.plan
    colour = theme_colour(edition)
    said = {
        "id": f"{header.id}/{edition.path}",
        "name": app_name(edition),
        "short_name": app_short_name(edition),
        "lang": edition.language,
        "dir": direction(edition.language),
        "start_url": START.path,
        "scope": "../",
        "display": "standalone",
        "theme_color": colour,
        "background_color": colour,
        "categories": ["business", "utilities"],
        "icons": list(_icons(icons)),
        "shortcuts": list(_shortcuts(icons, words)),
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def theme_colour(edition: Edition) -> str:
    """The colour of the pages' head, and of what the system shows around them."""
    return (edition.plan.plan.colour or ORGANISATION).lower()


def app_name(edition: Edition) -> str:
    """Whose plan it is and what it is called; and for whom, if there are several editions."""
    header = edition.plan.plan
    name = f"{header.organisation.words} – {header.title.words}"
    if len(audiences(edition.plan)) == 1:
        return name
    title = edition.audience.title.for_reader(edition.language, edition.primary)
    return f"{name} ({title.words})"


def app_short_name(edition: Edition) -> str:
    """What stands under the icon: the plan's title, if it fits there, or whose plan it is."""
    header = edition.plan.plan
    return short_name((header.title.words, header.organisation.words))


def direction(tag: str) -> str:
    """The direction in which a language is written: `ltr` or `rtl`."""
    try:
        return Babel.parse(tag, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def _icons(icons: Iterable[Icon]) -> Iterator[dict[str, str]]:
    for icon in icons:
        if icon.use in ("any", "maskable"):
            yield _icon(icon, icon.use)


def _icon(icon: Icon, purpose: str) -> dict[str, str]:
    pixels = f"{icon.side}x{icon.side}" if icon.side else "any"
    kind = "image/png" if icon.side else "image/svg+xml"
    return {"src": icon.path, "sizes": pixels, "type": kind, "purpose": purpose}


def _shortcuts(icons: Iterable[Icon], words: Locale) -> Iterator[dict[str, Any]]:
    for icon in icons:
        if icon.use in SHORTCUTS:
            yield {
                "name": words.say(f"kind.{icon.use}"),
                "url": Address(icon.use).path,
                "icons": [_icon(icon, "any"), _icon(icon, "maskable")],
            }
