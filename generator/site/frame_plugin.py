"""The plugin of the nested builds: it shows MkDocs one page per folder, and catches its frame."""

from __future__ import annotations

import posixpath
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.outputs.compiled import Compiled, settings_of
from generator.outputs.single import SCRIPT
from generator.site.configuration import KILL_SWITCH, PROGRAM, WORKER, kept_files
from generator.site.entrance import LEAD_ON
from generator.site.frames import Frame, mark
from generator.site.handwritten import KIND, HandWritten
from generator.site.shell import Shell, WrittenArticle
from generator.views.page import Heading

_LATE = -100
_LEFT_OUT = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
_WORKERS = (WORKER, PROGRAM, KILL_SWITCH)
_OURS_ELSEWHERE = ("src/", "assets/stylesheets/", LEAD_ON, SCRIPT, *_WORKERS)


class FramePlugin(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Lives for one nested build; ``frames`` and ``articles`` are what it caught."""

    def __init__(self, shell: Shell, ours: Path):
        super().__init__()
        self.frames: dict[str, Frame] = {}
        self.articles: list[WrittenArticle] = []
        self._shell = shell
        self._ours = ours
        self._kinds = {section.source: section.kind for section in shell.sections}
        self._written: dict[str, HandWritten] = {page.path: page for page in shell.handwritten}
        self._wanted: set[str] = set()
        self._context: TemplateContext | None = None
        self._environment: Environment | None = None

    @event_priority(_LATE)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep what belongs to this edition, and add one page per folder."""
        kept = [file for file in files if self._keep(file, config)]
        frames = [
            File.generated(
                config,
                section.source,
                content="",
                inclusion=InclusionLevel.INCLUDED if section.listed else InclusionLevel.NOT_IN_NAV,
            )
            for section in self._shell.sections
        ]
        return Files([*frames, *kept])

    def _keep(self, file: File, config: MkDocsConfig) -> bool:
        if file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir):
            return self._keep_own(file, config)
        if file.src_dir == str(self._ours) and file.src_uri.startswith(_OURS_ELSEWHERE):
            return False
        return not (file.src_uri.endswith(".map") or file.src_uri.startswith(_LEFT_OUT))

    def _keep_own(self, file: File, config: MkDocsConfig) -> bool:
        """Whether a file of `docs/` joins; hand-written pages and their pictures move."""
        if file.src_uri in self._written:
            file.inclusion = InclusionLevel.NOT_IN_NAV
            _move(file, self._written[file.src_uri].address.path)
            return True
        if file.is_documentation_page():
            return False
        extras = {str(item) for item in (*config.extra_css, *config.extra_javascript)}
        if file.src_uri in extras:
            self._wanted.add(file.dest_uri)
        else:
            _move(file, posixpath.join(KIND, file.src_uri))
        return True

    @event_priority(_LATE)
    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """The frame's article is a hole; a hand-written page is finished but for its frame."""
        written = self._written.get(page.file.src_uri)
        if written is None:
            return mark("article")
        if "<h1" not in html:
            html = f"<h1>{page.title}</h1>\n{html}"
        self._wanted |= _referred(html, page.file.dest_uri)
        self.articles.append(
            WrittenArticle(
                written,
                unescape(str(page.title)),
                str(page.meta.get("description", "")),
                html,
                tuple(_headings(page.toc)),
            )
        )
        return html

    @event_priority(_LATE)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is read now: leave out the files of `docs/` that none of them refers to."""
        self._environment = env
        env.bytecode_cache = Compiled(
            kept_files(self._shell.config_file) / "templates", settings_of(env)
        )
        for file in list(files):
            own = file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)
            if own and not file.is_documentation_page() and file.dest_uri not in self._wanted:
                files.remove(file)

    @event_priority(_LATE)
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Put marks where pages differ."""
        page.previous_page = page.next_page = None
        if page.file.src_uri in self._kinds:
            page.meta = {"title": mark("title"), "description": mark("description")}
            page.canonical_url = mark("canonical") if self._shell.site_url else None
            page.toc = TableOfContents(
                [AnchorLink(mark("heading.words"), mark("heading.id"), level=2)]
            )
        self._context = context
        return context

    @event_priority(_LATE)
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Catch the frame; MkDocs then writes nothing."""
        kind = self._kinds.get(page.file.src_uri)
        if kind is not None and self._context is not None and self._environment is not None:
            page.toc = TableOfContents([])
            # Why twice: what the theme shows around a table of contents goes when there is none.
            bare = self._environment.get_template("main.html").render(self._context)
            self.frames[kind] = Frame.cut(kind, output, bare, self._shell.marks)
        return ""


def _move(file: File, destination: str) -> None:
    file.dest_uri = destination
    for cached in ("url", "abs_dest_path"):
        file.__dict__.pop(cached, None)


def _headings(toc: TableOfContents) -> list[Heading]:
    found: list[Heading] = []
    for item in toc:
        children = item.children if item.level == 1 else [item]
        found += (Heading(child.id, unescape(child.title)) for child in children)
    return found


class _References(HTMLParser):
    """What a page's pictures and links name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += (value for name, value in attrs if name in ("src", "href") and value)


def _referred(html: str, page: str) -> set[str]:
    """The paths in the site that a page refers to."""
    parser = _References()
    parser.feed(html)
    folder = posixpath.dirname(page)
    return {
        posixpath.normpath(posixpath.join(folder, unquote(urlsplit(reference).path)))
        for reference in parser.found
    }
