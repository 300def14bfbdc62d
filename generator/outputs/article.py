"""From a page's view to its article: finished HTML, made by the template of the view's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import SAME, Text
from generator.views.page import Address, Page

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True)
class Setting:
    """What all articles of an edition and language share.

    ``codes`` gives the path (below the language folder) of the QR code picture for a payload;
    ``site_url`` is the published address of the language folder, ending in ``/``, if there is one.
    """

    edition: Edition
    words: Locale
    codes: Callable[[str], str]
    site_url: str | None


def article(page: Page, setting: Setting) -> str:
    """The page's article as HTML, without any frame around it."""
    template = _environment().get_template(f"{page.template}.html")
    return template.render(_names(page, setting))


def page_url(page: Page, setting: Setting) -> str | None:
    """The page's published address, or None where no site URL is set."""
    return setting.site_url + page.address.path if setting.site_url else None


def _names(page: Page, setting: Setting) -> Mapping[str, Any]:
    here = page.address
    language = setting.words.tag

    def say(text: Text) -> Markup:
        return said(text, language, setting.edition.primary, setting.words)

    def href(target: Address, anchor: str = "") -> str:
        return here.to(target, anchor)

    def file(path: str) -> str:
        return here.up + path

    return {
        "page": page,
        "view": page.view,
        "t": setting.words.say,
        "n": setting.words.count,
        "words": setting.words,
        "say": say,
        "href": href,
        "file": file,
        "code": lambda payload: here.up + setting.codes(payload),
        "own_url": page_url(page, setting),
        "edition": setting.edition,
        "icon": icon,
    }


@cache
def icon(name: str) -> Markup:
    """A picture sign as inline SVG; the words beside it carry the meaning."""
    drawing = (TEMPLATES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(drawing.strip())  # noqa: S704 - our own file


def said(text: Text, language: str, primary: str, words: Locale) -> Markup:
    """A text as HTML: escaped, line ends kept, and marked where it falls back.

    A text that is not in the reader's language carries its own ``lang`` and a visible sign.
    """
    html = Markup("<br>").join(text.words.splitlines())
    actual = text.language or primary
    if actual in (language, SAME, language.partition("-")[0]):
        return html
    title = words.say("fallback.title", language=actual)
    return Markup('<span class="rb-fallback" lang="{}">{}<abbr title="{}">{}</abbr></span>').format(
        actual, html, title, actual.upper()
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
