"""From a page's view to its article: finished HTML, made by the template of the view's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape
from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.text import SAME, Text
from generator.outputs import lean
from generator.outputs.compiled import Compiled, beside
from generator.outputs.drawing import WIDEST, drawn
from generator.outputs.phrases import phrased
from generator.views.page import START, Address, Page
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


class Setting(Struct, frozen=True, dict=True):
    """What all articles of an edition and language share.

    ``codes`` gives the path (below the language folder) of the QR code picture for a payload;
    ``site_url`` is the published address of the language folder, ending in ``/``, if there is one;
    ``single_file`` the path of the edition as one file (below that folder), if it is made;
    ``widest`` how wide drawings may get before they run from top to bottom.
    """

    edition: Edition
    words: Locale
    codes: Callable[[str], str]
    site_url: str | None
    single_file: str | None = None
    widest: int = WIDEST

    @cached_property
    def names(self) -> dict[str, Any]:
        """What templates find by name on every page."""
        return _names(self)


@dataclass
class _Here:
    """The page that is being made, and the parts of templates that serve all pages of a setting.

    Why it changes from page to page: the functions and parts that look here need not be made anew
    for each, which took a fourth of an article's time.
    """

    address: Address = START
    page: Page | None = None
    own_url: str | None = None
    names: dict[str, Any] = field(default_factory=dict)
    parts: dict[str | None, TemplateModule] = field(default_factory=dict)


def article(page: Page, setting: Setting) -> str:
    """The page's article as HTML, without any frame around it."""
    names = _at(page.address, setting, page)
    template = _environment().get_template(f"{page.template}.html")
    html = template.render(names, page=page, view=page.view)
    return html + _printed(page, names) if page.printed else html


def _printed(page: Page, names: Mapping[str, Any]) -> str:
    template = _environment().get_template("printed.html")
    return template.render(names, anchor=ANCHOR, sheets=page.printed)


def fragment(template: str, here: Address, setting: Setting, **content: Any) -> str:
    """A piece of HTML that is no article, as it stands on a page at ``here``."""
    return _environment().get_template(f"{template}.html").render(_at(here, setting), **content)


def page_url(page: Page, setting: Setting) -> str | None:
    """The page's published address, or None where no site URL is set."""
    return setting.site_url + page.address.path if setting.site_url else None


def _at(address: Address, setting: Setting, page: Page | None = None) -> dict[str, Any]:
    """What templates find by name on a page at this address."""
    here: _Here = setting.names["here"]
    here.address, here.page = address, page
    here.own_url = page_url(page, setting) if page else None
    return here.names


def _names(setting: Setting) -> dict[str, Any]:
    language, here = setting.words.tag, _Here()

    def say(text: Text) -> Markup:
        return said(text, language, setting.edition.primary, setting.words)

    def href(target: Address, anchor: str = "") -> str:
        return here.address.to(target, anchor)

    def file(path: str) -> str:
        return here.address.up + path

    here.names = {
        "here": here,
        "t": setting.words.say,
        "n": setting.words.count,
        "words": setting.words,
        "say": say,
        "href": href,
        "file": file,
        "code": lambda payload: file(setting.codes(payload)),
        "short_code": short_code,
        "edition": setting.edition,
        "single_file": setting.single_file,
        "icon": icon,
        "signs": SIGNS,
        "draw": lambda drawing: drawn(drawing, href, setting.widest),
        "blanks": lambda text: blanks(say(text)),
        "phrased": lambda text: said(
            text, language, setting.edition.primary, setting.words, phrased
        ),
    }
    return here.names


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


def said(
    text: Text,
    language: str,
    primary: str,
    words: Locale,
    written: Callable[[str], Markup] | None = None,
) -> Markup:
    """A text as HTML: escaped, line ends kept or as ``written``, and marked where it falls back.

    A text that is not in the reader's language carries its own ``lang`` and a visible sign.
    """
    tag, spoken = text.translations[0]
    html = (written or _lines)(spoken)
    actual = tag or primary
    if actual in (language, SAME, language.partition("-")[0]):
        return html
    title = words.say("fallback.title", language=actual)
    return Markup('<span class="rb-fallback" lang="{}">{}<abbr title="{}">{}</abbr></span>').format(
        actual, html, title, actual.upper()
    )


def _lines(spoken: str) -> Markup:
    lines = spoken.splitlines()
    return escape(spoken) if len(lines) == 1 else Markup("<br>").join(lines)


class _Lasting(Template):
    """A template whose macros serve all pages of a setting that import it.

    They are made with the names that those share, so that they can't hold on to what belongs to
    one page.
    """

    def make_module(self, *given: Any, **_: Any) -> TemplateModule:
        """Jinja's own, the first time."""
        here: _Here = given[0]["here"]
        if self.name not in here.parts:
            here.parts[self.name] = super().make_module(here.names)
        return here.parts[self.name]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(beside(TEMPLATES), lean.VERSION),
    )
    made.code_generator_class = lean.Lean
    made.template_class = _Lasting
    return made
