"""From a page's view to its article: finished HTML, made by the template of the view's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import SAME, Text
from generator.outputs.compiled import Compiled, beside
from generator.outputs.drawing import drawn
from generator.views.page import Address, Page
from generator.views.parts.printed import ANCHOR
from generator.views.parts.short_code import short_code

SIGNS: Mapping[str, str] = {
    "scenarios": "warning",
    "roles": "role",
    "calls": "calls",
    "contacts": "contacts",
    "sites": "place",
    "suppliers": "supply",
    "levels": "level",
    "messages": "send",
    "checklists": "list",
    "cards": "list",
    "history": "history",
    "what-if": "question",
    "recovery": "order",
    "activities": "activity",
    "systems": "server",
    "programme": "compass",
    "units": "people",
    "plans": "plan",
    "risks": "risk",
    "duties": "duty",
    "exercises": "exercise",
    "awareness": "awareness",
    "actions": "todo",
    "resources": "bag",
    "status": "gauge",
    "revisions": "change",
    "paper": "print",
    "pages": "list",
    "save": "mobile",
    "all": "search",
}
"""The picture sign of each kind of page."""

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True)
class Setting:
    """What all articles of an edition and language share.

    ``codes`` gives the path (below the language folder) of the QR code picture for a payload;
    ``site_url`` is the published address of the language folder, ending in ``/``, if there is one;
    ``single_file`` the path of the edition as one file (below that folder), if it is made.
    """

    edition: Edition
    words: Locale
    codes: Callable[[str], str]
    site_url: str | None
    single_file: str | None = None


def article(page: Page, setting: Setting) -> str:
    """The page's article as HTML, without any frame around it."""
    names = _names(page, setting)
    html = _environment().get_template(f"{page.template}.html").render(names)
    return html + _printed(page, names) if page.printed else html


def _printed(page: Page, names: Mapping[str, Any]) -> str:
    template = _environment().get_template("printed.html")
    return template.render(names, anchor=ANCHOR, sheets=page.printed)


def fragment(template: str, here: Address, setting: Setting, **content: Any) -> str:
    """A piece of HTML that is no article, as it stands on a page at ``here``."""
    names = {**_shared(here, setting), **content}
    return _environment().get_template(f"{template}.html").render(names)


def page_url(page: Page, setting: Setting) -> str | None:
    """The page's published address, or None where no site URL is set."""
    return setting.site_url + page.address.path if setting.site_url else None


def _names(page: Page, setting: Setting) -> dict[str, Any]:
    own = {
        "page": page,
        "view": page.view,
        "own_url": page_url(page, setting),
        "short_code": short_code,
    }
    return _shared(page.address, setting) | own


def _shared(here: Address, setting: Setting) -> dict[str, Any]:
    language = setting.words.tag

    def say(text: Text) -> Markup:
        return said(text, language, setting.edition.primary, setting.words)

    def href(target: Address, anchor: str = "") -> str:
        return here.to(target, anchor)

    def file(path: str) -> str:
        return here.up + path

    return {
        "t": setting.words.say,
        "n": setting.words.count,
        "words": setting.words,
        "say": say,
        "href": href,
        "file": file,
        "code": lambda payload: here.up + setting.codes(payload),
        "edition": setting.edition,
        "single_file": setting.single_file,
        "icon": icon,
        "signs": SIGNS,
        "draw": lambda drawing: drawn(drawing, href),
        "blanks": lambda text: blanks(say(text)),
    }


_BLANK = re.compile(r"\{([^{}]{1,80})\}")


def blanks(html: Markup) -> Markup:
    """Escaped text in which each ``{...}`` becomes a blank to fill in, still with its name."""
    parts = _BLANK.split(str(html))
    made = (
        Markup('<span class="rb-blank">{}</span>').format(Markup(part)) if odd % 2 else Markup(part)  # noqa: S704
        for odd, part in enumerate(parts)
    )
    return Markup("").join(made)


@cache
def icon(name: str) -> Markup:
    """A picture sign as inline SVG; the words beside it carry the meaning."""
    drawing = (TEMPLATES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(drawing.strip())  # noqa: S704 - our own file


def said(text: Text, language: str, primary: str, words: Locale) -> Markup:
    """A text as HTML: escaped, line ends kept, and marked where it falls back.

    A text that is not in the reader's language carries its own ``lang`` and a visible sign.
    """
    tag, spoken = text.translations[0]
    lines = spoken.splitlines()
    html = escape(spoken) if len(lines) == 1 else Markup("<br>").join(lines)
    actual = tag or primary
    if actual in (language, SAME, language.partition("-")[0]):
        return html
    title = words.say("fallback.title", language=actual)
    return Markup('<span class="rb-fallback" lang="{}">{}<abbr title="{}">{}</abbr></span>').format(
        actual, html, title, actual.upper()
    )


class _PlainCalls(Context):
    """Calls functions and macros as they are.

    Why: nine tenths of what a template does are calls, and Jinja looks at each function whether
    it wants the context passed, which none of ours does.
    """

    def call(*arguments: Any, **named: Any) -> Any:
        """Jinja's own, without the look."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return arguments[1](*arguments[2:], **named)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(beside(TEMPLATES)),
    )
    made.context_class = _PlainCalls
    return made
