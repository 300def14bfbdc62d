"""One HTML file with a whole edition in one language, for where there is no site and no network.

It is made from the edition's finished articles, holds everything that they show, asks nothing of
any other file or host, and is readable where scripts are off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from babel import Locale as Babel
from babel import UnknownLocaleError
from markupsafe import Markup
from msgspec import Struct

from generator.outputs.article import Setting, fragment, icon
from generator.outputs.artifact import Artifact
from generator.outputs.single.anchors import Anchors, page_anchor
from generator.outputs.single.inlined import Inlined
from generator.outputs.single.policy import policy
from generator.outputs.single.rewriting import Rewriting
from generator.outputs.single.style import style
from generator.views.page import INDEX, START, Address
from generator.views.parts.contact import emergency_lines
from generator.views.parts.identity import identity
from generator.views.parts.kinds import ORDER, present
from generator.views.save import mirrors_of

SCRIPT = "assets/javascripts/single-file.js"
STYLE_SHEETS = "assets/stylesheets"

_ABOUT_THE_DEVICE = frozenset({"save"})
"""Kinds of page that only mean something on the site."""


class Part(Struct, frozen=True):
    """A page to take up: its article as HTML, and the words by which search finds it besides."""

    address: Address
    article: str
    keywords: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A page in the file; ``keywords`` are divided by a sign that nobody types."""

    anchor: str
    article: Markup
    keywords: str


def file_name(audience: str, language: str) -> str:
    """The file's path below the language folder; it stays the same from revision to revision."""
    return f"runbook-{audience}-{language}.html"


def single_file(
    parts: Iterable[Part], files: Mapping[str, bytes], setting: Setting, own_files: Path
) -> Artifact:
    """The file. ``files`` has what articles show or lead to besides pages, by path below the
    language folder; ``own_files`` is the folder of our theme files."""
    taken = [part for part in parts if part.address.kind not in _ABOUT_THE_DEVICE]
    inlined = Inlined(files)
    rewriting = Rewriting(Anchors((part.address for part in taken), setting.site_url), inlined)
    made = partial(_fragment, rewriting, setting)
    edition = setting.edition
    sections = [
        Section(
            page_anchor(part.address),
            Markup(rewriting.rewritten(part.article, part.address)),  # noqa: S704
            " | ".join(part.keywords),
        )
        for part in sorted(taken, key=_place)
    ]
    which, numbers = identity(edition), emergency_lines(edition)
    content: dict[str, Any] = {
        "sections": sections,
        "emergency": made("emergency", START, emergency=numbers),
        "bar": made("bar", START, start=START, current=None, **_places(setting)),
        "copy": made("single/copy", START, identity=which),
        "about": made("single/about", START, identity=which, **_online(setting)),
        "home": Markup(inlined.signs(icon("home"))),  # noqa: S704 - our own drawing
        "identity": which,
        "direction": _direction(edition.language),
    }
    colour = edition.plan.plan.colour
    look = style(own_files / STYLE_SHEETS, colour, _printed(setting))
    script = (own_files / SCRIPT).read_text("utf-8")
    content["sheet"] = inlined.sheet()
    content |= {"style": look, "script": Markup(script), "policy": policy(look, script)}  # noqa: S704
    html = fragment("single/file", START, setting, **content)
    return Artifact(file_name(edition.audience.id, edition.language), html.encode())


def _online(setting: Setting) -> dict[str, Any]:
    """Where the plan stands, for a reader who has only the file."""
    return {"online": setting.site_url, "mirrors": mirrors_of(setting.edition)}


def _fragment(
    rewriting: Rewriting, setting: Setting, template: str, here: Address, **content: Any
) -> Markup:
    return Markup(rewriting.rewritten(fragment(template, here, setting, **content), here))  # noqa: S704


def _place(part: Part) -> tuple[int, str, bool]:
    """The order of the navigation: the start page, then kind by kind, each with its index first.
    Within a kind, the order in which the pages came stays."""
    kind = part.address.kind
    at = ORDER.index(kind) if kind in ORDER else len(ORDER)
    return (at if kind else -1, kind, part.address.id != INDEX)


def _places(setting: Setting) -> dict[str, Any]:
    return {
        "kinds": present(setting.edition),
        "places": {kind: Address(kind) for kind in ORDER},
    }


def _printed(setting: Setting) -> tuple[str, str]:
    """What every printed page of a section says: the emergency numbers, and which plan this is."""
    edition, words = setting.edition, setting.words
    who = identity(edition)
    numbers = (
        f"{line.shown} {line.label.words}" for line in emergency_lines(edition) if line.label
    )
    which = [f"{who.organisation.words} {who.title.words}"]
    which.append(words.say("start.revision", revision=who.revision))
    if who.issued:
        which.append(words.say("start.issued", date=words.date(who.issued)))
    which.append(f"{words.say('start.edition')} {who.audience.words}")
    return " · ".join(numbers), " · ".join(which)


def _direction(language: str) -> str:
    try:
        return Babel.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
