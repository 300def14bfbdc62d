"""Each engine with the plan saved once; a test that changes what is saved takes one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from msgspec import Struct

from tests.browser import server
from tests.engines import ENGINES
from tests.engines.engine import Engine
from tests.engines.reader import save
from tests.engines.revisions import Revision, build

Start = Callable[[Path], Engine]


class Saved(Struct, frozen=True):
    """A browser that has saved a revision; `root` is where that was."""

    browser: Engine
    root: str
    badge: str


@pytest.fixture(scope="session")
def revisions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Revision, Revision]:
    """A small organisation's site, and the same with a number changed."""
    return build(tmp_path_factory.mktemp("revisions"))


@pytest.fixture(scope="module", params=ENGINES, ids=lambda engine: engine.name)
def start_engine(request: pytest.FixtureRequest) -> Iterator[Start]:
    """`start_engine(profile)` starts a browser that is closed with the module's last test."""
    kind: type[Engine] = request.param
    if lacking := kind.missing():
        pytest.skip(f"{kind.name} isn't installed: apt-get install {lacking}")
    with ExitStack() as started:

        def starting(profile: Path) -> Engine:
            browser = kind(profile)
            started.callback(browser.close)
            return browser

        yield starting


@pytest.fixture(scope="module")
def offline(
    start_engine: Start,
    revisions: tuple[Revision, Revision],
    tmp_path_factory: pytest.TempPathFactory,
) -> Saved:
    """The first revision is saved, and its host is gone."""
    running = server.start(revisions[0].folder)
    browser = start_engine(tmp_path_factory.mktemp("profile"))
    try:
        badge = save(browser, running)
    finally:
        running.kill()
    return Saved(browser, running.url, badge)
