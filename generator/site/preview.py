"""`runbook serve`: a live preview that shows the plan's problems in the browser too.

The web server and what watches the files are threads of one process; builds are made in another
where the system can fork, so that they can be shared among the processors (``generator.jobs``).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.answering import beside
from generator.jobs import can_fork
from generator.site import reporting
from generator.site.previewing import (
    BROKEN_OFF,
    PROBLEMS,
    Outcome,
    PreviewBuilder,
    broken_off,
    page_of_warnings,
    watched_of,
)
from generator.site.project import Project

_POLLED = 0.1
"""Seconds between two looks at the files."""

Build = Callable[[], Outcome]


class Preview:
    """What the last build came to; ``watched`` are the files and folders that it depends on."""

    def __init__(self, build: Build, watched: tuple[Path, ...]):
        self._build = build
        self.outcome = Outcome()
        self.watched = watched

    def build(self) -> None:
        """Bring the preview up to date, or let it show what is wrong."""
        self.outcome = self._build()
        self.watched = self.outcome.watched or self.watched
        if self.outcome == broken_off():
            reporting.say(f"{BROKEN_OFF}; the next change begins another.")

    def page(self, path: str) -> str | None:
        """What is shown at a path instead of the site's own file."""
        if path == PROBLEMS and self.outcome.failure is None:
            return page_of_warnings(self.outcome.warnings)
        return self.outcome.failure


class PreviewServer(LiveReloadServer):
    """MkDocs' live server with our builder behind it, and problems in front of every page."""

    def __init__(self, preview: Preview, host: str, port: int, root: Path):
        super().__init__(
            builder=self._brought_up, host=host, port=port, root=str(root), polling_interval=_POLLED
        )
        self.build_delay = 0.05
        self._preview = preview
        self.follow()

    def _brought_up(self) -> None:
        self._preview.build()
        self.follow()

    def follow(self) -> None:
        """Watch what the last build depended on, also if `mkdocs.yml` names it only now."""
        for path in map(os.path.abspath, self._preview.watched):
            if path not in self._watched_paths:
                self.watch(path)

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        path = str(environ["PATH_INFO"])
        if path.startswith("/livereload/"):
            return self._passed_on(environ, start_response)
        # A build may be under way: answer with what it gives.
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        page = self._preview.page(path)
        if page is None or not path.endswith((".html", "/")):
            return self._passed_on(environ, start_response)
        content = self._inject_js_into_html(page.encode(), epoch)  # type: ignore[no-untyped-call]
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
        start_response("200 OK", [*headers, ("Content-Length", str(len(content)))])
        return [content]

    def _passed_on(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer


def serve(read: Callable[[], Project], host: str, port: int) -> None:
    """Serve the preview until interrupted. ``read`` gives the project, again at each build.

    PlanError if `mkdocs.yml` can't be used at the start; OSError if the address is taken.
    """
    watched = watched_of(read())
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="runbook-") as folder, builds(read, Path(folder)) as build:
        try:
            _serve(Preview(build, watched), host, port, Path(folder))
        except KeyboardInterrupt:
            reporting.say("The preview has ended.")


def builds(read: Callable[[], Project], folder: Path) -> AbstractContextManager[Build]:
    """Builds into ``folder``: in a process of its own where the system can fork, else in this."""

    def begin() -> AbstractContextManager[Build]:
        return nullcontext(PreviewBuilder(read, folder).build)

    return beside(begin, broken_off()) if can_fork() else begin()


def _serve(preview: Preview, host: str, port: int, folder: Path) -> None:
    preview.build()
    server = PreviewServer(preview, host, port, folder)
    reporting.say(f"Open http://{host}:{port}/ – Ctrl-C ends the preview.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
