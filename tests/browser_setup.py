"""See to it that the browser tests have their browsers, as Debian packages them.

Chromium has to be there; without the other engines their tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from msgspec import Struct


class Package(Struct, frozen=True):
    """A package of Debian's, and the file by which it is known to be there (`*` is a folder)."""

    name: str
    path: str

    def file(self) -> Path:
        """The file; the pattern itself if it isn't there."""
        return next(Path("/").glob(self.path.lstrip("/")), Path(self.path))

    def there(self) -> bool:
        """Whether it is installed."""
        return self.file().exists()


CHROMIUM = Path("/usr/bin/chromium")
FIREFOX = Package("firefox-esr", "/usr/bin/firefox-esr")
WEBKIT_DRIVER = Package("webkit2gtk-driver", "/usr/bin/WebKitWebDriver")
WEBKIT = Package("gir1.2-webkit2-4.1", "/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib")
PYTHON_GI = Package("python3-gi", "/usr/lib/python3/dist-packages/gi/__init__.py")
XVFB = Package("xvfb", "/usr/bin/Xvfb")

NEEDED = (Package("chromium", str(CHROMIUM)),)
OTHERS = ((FIREFOX,), (WEBKIT_DRIVER, WEBKIT, PYTHON_GI, XVFB))
"""The packages of each other engine."""


def can_install() -> bool:
    """Whether this is a Debian (or a child of it) on which we may install packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(engines: list[tuple[Package, ...]]) -> None:
    """Install with the system's package manager, as far as it can."""
    apt("update", "-q")
    for packages in engines:
        names = [package.name for package in packages]
        apt("install", "-q", "-y", "--no-install-recommends", *names)


def apt(*arguments: str) -> None:
    """Run `apt-get`; what it says goes to the error output."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *arguments], env=environment, check=False, stdout=sys.stderr)


def missing() -> list[tuple[Package, ...]]:
    """The packages that aren't there, by engine."""
    found = (
        tuple(package for package in packages if not package.there())
        for packages in (NEEDED, *OTHERS)
    )
    return [packages for packages in found if packages]


def main() -> int:
    """Returns the exit code."""
    lacking = missing()
    if lacking and can_install():
        install(lacking)
        lacking = missing()
    for packages in lacking:
        names = " ".join(package.name for package in packages)
        print(f"A browser for the tests isn't there: {names}", file=sys.stderr)
        print(f"help: install it as root: apt-get install {names}", file=sys.stderr)
    return 0 if NEEDED[0].there() else 1


if __name__ == "__main__":
    sys.exit(main())
