"""From an edition's pages to the shell that its frames are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from babel import Locale as Babel
from babel import UnknownLocaleError

from generator.build import Reading
from generator.outputs.article import Setting, fragment
from generator.site.entrance import site_title
from generator.site.handwritten import KIND, HandWritten
from generator.site.shell import Section, Shell, Strips
from generator.views.page import INDEX, START, Address
from generator.views.parts.contact import emergency_lines
from generator.views.parts.identity import identity
from generator.views.parts.kinds import ORDER, present


def shell_of(
    reading: Reading, setting: Setting, handwritten: Sequence[HandWritten], config_file: Path
) -> Shell:
    """The shell of an edition in one language."""
    edition = reading.edition
    sections = tuple(_sections(reading, bool(handwritten)))
    others = (tag for tag in edition.languages if tag != edition.language)
    return Shell(
        config_file=config_file,
        edition=edition.audience.id,
        language=edition.language,
        languages=tuple((tag, language_name(tag)) for tag in others),
        site_name=escape(site_title(reading)),
        site_url=reading.site_url,
        logo=edition.plan.plan.logo,
        sections=sections,
        strips=tuple((section.kind, _strips(section.kind, setting)) for section in sections),
        handwritten=tuple(handwritten),
    )


def _sections(reading: Reading, handwritten: bool) -> Iterator[Section]:
    addresses = {page.address for page in reading.pages}
    kinds = {address.kind for address in addresses} | ({KIND} if handwritten else set())
    order = ["", *ORDER, *sorted(kinds.difference(ORDER, [""]))]
    for kind in order:
        if kind in kinds:
            title = escape(reading.words.say(f"kind.{kind or 'start'}"))
            listed = Address(kind, INDEX) in addresses or (kind == KIND and handwritten)
            yield Section(kind, title, listed)


def _strips(kind: str, setting: Setting) -> Strips:
    here = Address(kind)
    edition = setting.edition
    numbers = emergency_lines(edition)
    kinds = present(edition)
    return Strips(
        emergency=fragment("emergency", here, setting, emergency=numbers) if numbers else "",
        footer=fragment("footer", here, setting, identity=identity(edition)),
        bar=fragment(
            "bar",
            here,
            setting,
            current=kind,
            start=START,
            kinds=kinds,
            places={place: Address(place) for place in kinds},
        ),
    )


def language_name(tag: str) -> str:
    """A language's own name for itself, as HTML; the tag where nothing is known."""
    try:
        name = Babel.parse(tag, sep="-").get_display_name(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        name = None
    return escape((name or tag).capitalize() if name else tag)
