"""Each real server, running."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import patience
from tests.ports import free_port
from tests.publish.hosts.place import Place, certificate_for, published, wait_for
from tests.publish.hosts.running import Running
from tests.publish.hosts.servers import PROGRAMS, SERVERS
from tests.servers_setup import program


@pytest.fixture(scope="module", params=tuple(SERVERS))
def server(request: pytest.FixtureRequest) -> Iterator[Running]:
    """A real server with our settings and a published site."""
    kind = request.param
    if program(PROGRAMS[kind]) is None:
        pytest.skip(f"{PROGRAMS[kind]} isn't installed; `make test` gets it on Debian")
    # Why not pytest's own folder: nobody but its owner may read it, and a server is somebody else.
    with tempfile.TemporaryDirectory(prefix="runbook-host-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        place = Place(
            folder, folder / "www", folder / "c.pem", folder / "k.pem", free_port(), free_port()
        )
        certificate_for(place)
        published(place)
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                SERVERS[kind](place),
                stdout=log,
                stderr=log,
                env={**os.environ, "HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name},
            )
        try:
            wait_for(place, process)
            yield Running(place, kind)
        finally:
            process.terminate()
            process.wait(patience.SECONDS)
