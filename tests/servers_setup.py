"""See to it that the tests of publishing have the real servers and tools, on Debian.

Nothing is started by it: nginx and Caddy, whose packages bring a service that would take ports 80
and 443, are only unpacked, below `.cache/`. Where something can't be had, its tests are skipped and
say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

UNPACKED = Path(__file__).parent.parent / ".cache" / "servers"
INSTALLED = {"apache2": "apache2-bin", "rsync": "rsync", "rclone": "rclone"}
"""Program → its package, which starts nothing."""
ONLY_UNPACKED = {"nginx": "nginx", "caddy": "caddy"}
_PLACES = ("/usr/sbin", "/usr/local/sbin", str(UNPACKED / "usr/sbin"), str(UNPACKED / "usr/bin"))


def program(name: str) -> Path | None:
    """Where a server or tool is, if it is here."""
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(_PLACES))
    return Path(found) if found else None


def _missing(packages: dict[str, str]) -> list[str]:
    return [package for name, package in packages.items() if program(name) is None]


def _apt(*arguments: str, folder: Path | None = None) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", "-q", *arguments],
        env=environment,
        cwd=folder,
        check=False,
        stdout=subprocess.DEVNULL,
    )
    return done.returncode == 0


def _unpack(packages: list[str]) -> None:
    UNPACKED.mkdir(parents=True, exist_ok=True)
    if _apt("download", *packages, folder=UNPACKED):
        for package in sorted(UNPACKED.glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", str(package), str(UNPACKED)], check=False)
            package.unlink()


def main() -> int:
    """Returns the exit code; what can't be had is no failure."""
    wanted, unpacked = _missing(INSTALLED), _missing(ONLY_UNPACKED)
    debian = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if debian and (wanted or unpacked):
        _apt("update")
        if wanted:
            _apt("install", "-y", "--no-install-recommends", *wanted)
        if unpacked:
            _unpack(unpacked)
    for package in _missing(INSTALLED) + _missing(ONLY_UNPACKED):
        print(f"{package} isn't there: its tests will be skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
