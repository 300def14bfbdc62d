"""Python's own server, for a look at a site in the same network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.publish import Source, publish
from generator.publish.folder import FolderStore
from tests import patience
from tests.ports import free_port
from tests.publish.hosts.place import listens
from tests.publish.sealed_site import write_site


def test_pythons_own_server(tmp_path: Path) -> None:
    source = Source.read(write_site(tmp_path / "built", "2026.1"))
    publish(source, FolderStore(source, tmp_path / "www"))
    port = free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "http.server",
            str(port),
            "--bind",
            "127.0.0.1",
            "-d",
            tmp_path / "www",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        patience.until(lambda: listens(port), "the server")
        done = CliRunner().invoke(main, ["verify", f"http://127.0.0.1:{port}/"])
    finally:
        process.terminate()
        process.wait(patience.SECONDS)
    assert done.exit_code == 0, done.output
    assert "Plan 2026.1" in done.output
    assert "note[missing-headers]" in done.output
    assert "no fault" in done.output
