"""The MkDocs plugin `runbook`: plain `mkdocs build` and `mkdocs serve` give the same site.

MkDocs' own, outer build has nothing to do: it gets a folder of its own to clean and fill, and no
page and no theme. Every edition is built in `on_post_build`.
"""

from __future__ import annotations

import logging
from datetime import date
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from generator.site import reporting
from generator.site.builder import SiteBuilder
from generator.site.configuration import own_files
from generator.site.project import PREVIEWED, Project, project_of
from generator.site.publishing import build_site

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_LAST = -100


def _hush(folder: str) -> None:
    """Keep MkDocs from telling people of its own, empty folder."""
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: folder not in record.getMessage()
    )


class RunbookConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`; paths are relative to that file."""

    plan = c.Type(str, default="plans")
    as_of = c.Type((str, date), default="")
    editions = c.ListOfItems(c.Type(str), default=[])
    single_file = c.Type(bool, default=False)
    paper = c.Choice((False, True, "all"), default=False)


class RunbookPlugin(BasePlugin[RunbookConfig]):  # type: ignore[no-untyped-call]
    """Thin hooks; `publishing` does the work."""

    _outer: TemporaryDirectory[str] | None = None
    _project: Project | None = None
    _builder: SiteBuilder
    _kept: bool

    def on_startup(self, *, command: str, **_: Any) -> None:
        """One plugin lives as long as `mkdocs serve`, and with it what it keeps between builds."""
        self._builder = SiteBuilder(reporting.say_step)
        self._kept = command != "serve"

    @event_priority(_LAST)
    def on_config(self, config: MkDocsConfig) -> None:
        """Lead MkDocs to a folder of its own, so that a failed build leaves the site alone."""
        self._project = project_of(config, None if self._kept else PREVIEWED)
        self._outer = TemporaryDirectory(prefix="runbook-outer-")
        _hush(self._outer.name)
        config.site_dir = self._outer.name
        config.theme.static_templates = set()
        config.theme.dirs = []

    @event_priority(_LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Hand-written pages belong to editions."""
        return Files([])

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build, verify and publish every edition."""
        if self._project is None:
            return
        started = perf_counter()
        try:
            site = build_site(self._project, self._builder)
        except reporting.FAILURES as failure:
            reporting.say_failure(failure)
            raise Abort("The plan can't be built.") from None
        finally:
            self._end(config)
        reporting.say_problems(site.built.opened)
        reporting.say_site(site, perf_counter() - started, kept=self._kept)

    def on_build_error(self, **_: Any) -> None:
        """MkDocs' own folder goes in any case."""
        self._end(None)

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Watch the plan too."""
        if self._project is not None:
            server.watch(str(self._project.plan))
            server.watch(str(own_files()))
        return server

    def _end(self, config: MkDocsConfig | None) -> None:
        if self._outer is not None:
            self._outer.cleanup()
        if config is not None and self._project is not None:
            config.site_dir = str(self._project.open_site)
        self._outer = None
