"""Where a server under test lives: folders, ports, a certificate and a published site."""

from __future__ import annotations

import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.hosts import HOSTS, host_files
from generator.publish import Source, publish
from generator.publish.folder import FolderStore
from tests import patience
from tests.publish.sealed_site import write_site


@dataclass
class Place:
    """Folders and ports of a server under test."""

    folder: Path
    site: Path
    certificate: Path
    key: Path
    https: int
    http: int

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.https}/"

    def settings(self, host: str, changes: dict[str, str]) -> dict[str, Path]:
        """Write a host's settings with these changes, each of which has to apply."""
        written, left = {}, set(changes)
        for path, content in host_files(next(one for one in HOSTS if one.name == host)):
            text = content.decode()
            for old, new in changes.items():
                left -= {old} if old in text else set()
                text = text.replace(old, new)
            file = self.folder / Path(path).name
            file.write_text(text)
            written[Path(path).name] = file
        assert not left
        return written


def certificate_for(place: Place) -> None:
    wanted = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test"
    subject = ["-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(place.key), "-out", str(place.certificate)]
    subprocess.run(["openssl", *wanted.split(), *subject, *files], check=True, capture_output=True)


def published(place: Place) -> None:
    source = Source.read(write_site(place.folder / "built", "2026.1"))
    publish(source, FolderStore(source, place.site))


def wait_for(place: Place, process: subprocess.Popen[bytes]) -> None:
    patience.until(lambda: process.poll() is not None or listens(place.https), "the server")
    if process.poll() is not None:
        pytest.fail(f"the server didn't start: {(place.folder / 'log').read_text()}")


def listens(port: int) -> bool:
    """Whether somebody listens at a port of this machine."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
