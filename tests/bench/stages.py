"""Where our own time goes, stage by stage, and how long an edit takes: ``stages FOLDER``.

A process of its own. It runs a real build with a stopwatch around the functions that make its
stages; each is charged with its own processor time, without that of the stages that it calls.
"""

from __future__ import annotations

import importlib
import inspect
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

STAGES = (
    ("load", "generator.opening", "load"),
    ("check", "generator.opening", "check"),
    ("project", "generator.build", "project"),
    ("views", "generator.build", "all_pages"),
    ("frames (the theme)", "generator.site.nested", "render"),
    ("articles", "generator.site.articles", "article"),
    ("QR codes", "generator.site.builder", "SiteBuilder._drawn"),
    ("QR codes", "generator.outputs.codes", "Pictures._pictures"),
    ("search index, other files", "generator.site.builder", "edition_files"),
    ("splice", "generator.site.composing", "Composed._framed"),
    ("verify: read pages", "generator.verify.pages", "SiteFiles.add"),
    ("verify: compare", "generator.site.publishing", "verify"),
    ("seal: read pages", "generator.site.publishing", "read_files"),
    ("seal: chunks and packs", "generator.site.publishing", "seal_built"),
    ("seal: policies put in", "generator.seal.seal", "Sealed.files"),
    ("write", "generator.site.publishing", "publish"),
)


class Stopwatch:
    """Own processor time by stage: a busy machine changes it little."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        """Charge a stage with what happens inside, apart from other stages."""
        self._inner.append(0.0)
        started = time.process_time()
        try:
            yield
        finally:
            elapsed = time.process_time() - started
            own = elapsed - self._inner.pop()
            self._inner[-1] += elapsed
            self.seconds[stage] = self.seconds.get(stage, 0.0) + own

    def watch(self, stage: str, module: str, path: str) -> None:
        """Put the stopwatch around a function; one that has gone is named, and left out."""
        owner: Any = importlib.import_module(module)
        *outer, name = path.split(".")
        for part in outer:
            owner = getattr(owner, part, None)
        function = getattr(owner, name, None)
        if function is None:
            print(f"  {stage}: there is no {module}.{path} any more")
            return
        self.seconds[stage] = 0.0
        setattr(owner, name, self._wrapped(stage, function))

    def _wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def whole(*args: Any, **kwargs: Any) -> Any:
            with self.timing(stage):
                return function(*args, **kwargs)

        @wraps(function)
        def piecewise(*args: Any, **kwargs: Any) -> Iterator[Any]:
            items = function(*args, **kwargs)
            while True:
                with self.timing(stage):
                    item = next(items, _END)
                if item is _END:
                    return
                yield item

        return piecewise if inspect.isgeneratorfunction(function) else whole


_END = object()


def main(folder: Path) -> None:
    """Print the stages of a build, then what an edit costs the preview."""
    clock, started = time.perf_counter(), time.process_time()
    watch = Stopwatch()
    with watch.timing("start (imports)"):
        from generator import jobs
        from generator.site import builder, project, publishing
    # In one process, as a stopwatch in another would be gone with it.
    vars(jobs)["can_fork"] = lambda: False
    for stage in STAGES:
        watch.watch(*stage)
    from datetime import date

    from tests.bench.synthetic import AS_OF

    settings = project.read_project(folder / "mkdocs.yml", as_of=date.fromisoformat(AS_OF))
    site = publishing.build_site(settings, builder.SiteBuilder())
    total, clock = time.process_time() - started, time.perf_counter() - clock
    pages = sum(len(one.pages) for one in site.built.composed)
    _say_stages(watch, total, pages)
    print(f"  by the clock                {clock:8.2f} s")
    _say_edit(folder, settings)


def _say_stages(watch: Stopwatch, total: float, pages: int) -> None:
    rest = total - sum(watch.seconds.values())
    for stage, seconds in [*watch.seconds.items(), ("the rest", rest), ("all", total)]:
        print(f"  {stage:<28}{seconds:8.2f} CPU s {1000 * seconds / pages:8.2f} ms a page")


def _say_edit(folder: Path, settings: Any) -> None:
    from generator.site.previewing import PreviewBuilder
    from tests.bench.synthetic import EDITED, EDITED_FILE

    file = settings.plan / EDITED_FILE
    before = file.read_text("utf-8")
    words = "Read it quietly."
    with TemporaryDirectory() as shown:
        preview = PreviewBuilder(lambda: settings, Path(shown))
        preview.build()
        times = []
        for text in (before.replace(EDITED, words), before):
            file.write_text(text, "utf-8")
            clock, started = time.perf_counter(), time.process_time()
            preview.build()
            times.append((time.perf_counter() - clock, time.process_time() - started))
            found = any(words in path.read_text("utf-8") for path in Path(shown).rglob("*.html"))
            assert found == (text is not before), "the preview doesn't show the edit"
    seconds, cpu = min(times)
    print(f"  an edit shows in the preview after {seconds:.2f} s ({cpu:.2f} CPU s)")


if __name__ == "__main__":
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    main(Path(sys.argv[1]))
