"""`runbook serve`: a live preview that shows the plan's problems in the browser too."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.problems import PlanError, Severity, as_text
from generator.site import garbage, reporting
from generator.site.builder import Built, SiteBuilder
from generator.site.configuration import own_files
from generator.site.frames import FrameError
from generator.site.project import Project
from generator.site.staging import Staging

PROBLEMS = "/problems.html"
"""Where the preview lists what doesn't stop a build."""

_SEARCHED = 20
"""After so many builds what they left behind is cleared away; that takes as long as a build."""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }}
pre {{ border-left: .25rem solid currentColor; overflow-x: auto; padding: .5rem 1rem;
  white-space: pre-wrap; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{advice}</p>
{problems}
</body>
</html>
"""


class Preview:
    """Builds into a folder of its own at each change; a failed build leaves that folder alone."""

    def __init__(self, read: Callable[[], Project], folder: Path):
        self.folder = folder
        self._read = read
        self._staging = Staging(folder)
        self._builder = SiteBuilder()
        self._builds = 0
        self.failure: str | None = None
        self.warnings: tuple[str, ...] = ()

    def build(self) -> None:
        """Bring the preview up to date, or say in it what is wrong."""
        started = perf_counter()
        self._builds += 1
        if self._builds % _SEARCHED == 0:
            garbage.search()
        try:
            with garbage.put_off():
                built = self._builder.build(self._read())
                self._staging.fill(built.artifacts())
        except (PlanError, FrameError) as failure:
            self.failure = _failure_page(failure)
            reporting.say_problems_of(failure)
            reporting.say("The preview shows these problems until they are mended.")
            return
        self.failure = None
        self.warnings = tuple(built.opened.report())
        self._say(built, perf_counter() - started)

    def _say(self, built: Built, seconds: float) -> None:
        pages = sum(len(one.pages) for one in built.composed)
        said = f"{pages} pages in {seconds:.2f} s"
        if self.warnings:
            said += f"; {len(self.warnings)} problems that don't stop a build: {PROBLEMS}"
        reporting.say(said)

    def page_of_warnings(self) -> str:
        """The page at ``PROBLEMS``."""
        if not self.warnings:
            return _page("No problems", "The plan is as it should be.", ())
        return _page("Problems that don't stop a build", "Mend them when you can.", self.warnings)


def _failure_page(failure: PlanError | FrameError) -> str:
    advice = "Save the file when it is mended; this page then shows the site again by itself."
    if isinstance(failure, FrameError):
        return _page("The theme can't be used", advice, (str(failure),))
    stopping = (one for one in failure.problems if one.severity is not Severity.NOTE)
    texts = (as_text(problem, failure.sources) for problem in stopping)
    return _page("The plan has problems", advice, texts)


def _page(title: str, advice: str, texts: Iterable[str]) -> str:
    problems = "\n".join(f"<pre>{escape(text)}</pre>" for text in texts)
    return _PAGE.format(title=escape(title), advice=escape(advice), problems=problems)


class PreviewServer(LiveReloadServer):
    """MkDocs' live server with our builder behind it, and problems in front of every page."""

    def __init__(self, preview: Preview, host: str, port: int, root: Path):
        super().__init__(
            builder=preview.build, host=host, port=port, root=str(root), polling_interval=0.2
        )
        self.build_delay = 0.05
        self._preview = preview

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
        page = self._preview.failure
        if page is None and path == PROBLEMS:
            page = self._preview.page_of_warnings()
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
    project = read()
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="runbook-") as folder:
        preview = Preview(read, Path(folder))
        preview.build()
        server = PreviewServer(preview, host, port, Path(folder))
        for path in _watched(project):
            server.watch(str(path))
        reporting.say(f"Open http://{host}:{port}/ – Ctrl-C ends the preview.")
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            reporting.say("The preview has ended.")
        finally:
            server.shutdown()


def _watched(project: Project) -> list[Path]:
    wanted = (project.config_file, project.plan, project.docs, own_files(), *project.theme_folders)
    return [path for path in wanted if path.exists()]
