"""From an edition's pages to the shell that its frames are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from babel import Locale as Babel
from babel import UnknownLocaleError

from generator.build import Reading
from generator.outputs.app.manifest import app_short_name, theme_colour
from generator.outputs.article import Setting
from generator.outputs.pieces import pieces
from generator.site.handwritten import KIND, HandWritten
from generator.site.shell import App, Section, Shell
from generator.views.page import INDEX, Address
from generator.views.parts.kinds import ORDER, PROGRAMME
from generator.views.parts.pictures import picture_src


def shell_of(
    reading: Reading, setting: Setting, handwritten: Sequence[HandWritten], config_file: Path
) -> Shell:
    """The shell of an edition in one language."""
    edition = reading.edition
    logo = edition.plan.plan.logo
    sections = tuple(_sections(reading, bool(handwritten)))
    others = (tag for tag in edition.languages if tag != edition.language)
    return Shell(
        config_file=config_file,
        edition=edition.audience.id,
        language=edition.language,
        languages=tuple((tag, language_name(tag)) for tag in others),
        site_name=escape(edition.plan.plan.organisation.words),
        site_url=reading.site_url,
        logo=picture_src(logo) if logo else None,
        sections=sections,
        pieces=tuple((section.kind, pieces(section.kind, setting)) for section in sections),
        handwritten=tuple(handwritten),
        schemes=tuple(
            (scheme, escape(reading.words.words[f"scheme.{scheme}"]))
            for scheme in ("automatic", "light", "dark")
            if f"scheme.{scheme}" in reading.words.words
        ),
        app=App(escape(app_short_name(edition)), theme_colour(edition)),
    )


def _sections(reading: Reading, handwritten: bool) -> Iterator[Section]:
    addresses = {page.address for page in reading.pages}
    kinds = {address.kind for address in addresses} | ({KIND} if handwritten else set())
    normal = escape(reading.words.say("start.normal_times"))
    order = ["", *ORDER, *sorted(kinds.difference(ORDER, [""]))]
    for kind in order:
        if kind in kinds:
            title = escape(reading.words.say(f"kind.{kind or 'start'}"))
            listed = Address(kind, INDEX) in addresses or (kind == KIND and handwritten)
            yield Section(kind, title, listed, normal if kind in PROGRAMME else "")


def language_name(tag: str) -> str:
    """A language's own name for itself, as HTML; the tag where nothing is known."""
    try:
        name = Babel.parse(tag, sep="-").get_display_name(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        name = None
    return escape((name or tag).capitalize() if name else tag)
