"""What is measured: our build, and the peers, each with its command and what goes before it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from tests.bench.synthetic import AS_OF

OURS = "runbook"
UNSEALED = "runbook, no seal"
YARDSTICK = "stock, pruned"
GONE = ".gone"
"""The folder for what earlier runs left, removed when all has been measured."""

_LOCK = Path(__file__).with_name("requirements.txt")
_HERE = Path(sys.executable).parent
_BUILD = ("build", "--as-of", AS_OF)


class Contender(Struct, frozen=True):
    """A way to build the pages of ``folder`` into ``site``. ``fresh`` names what is moved away
    before each run; ``most`` is the largest number of pages that it is measured at by default."""

    name: str
    folder: str
    command: tuple[str, ...]
    site: str = "site"
    fresh: tuple[str, ...] = ("site",)
    most: int = 1_000

    def clear(self, folder: Path) -> None:
        """Move away what an earlier run left, and would help this one.

        Why not remove it: where thousands of files have just been removed, some file systems take
        a millisecond to make each new one, which is no cost of any build.
        """
        for name in self.fresh:
            if (folder / name).exists():
                gone = folder / GONE
                gone.mkdir(exist_ok=True)
                (folder / name).rename(gone / f"{len(list(gone.iterdir()))}-{name}")


def ours() -> Contender:
    """The whole command."""
    return Contender(OURS, "ours", (str(_HERE / "runbook"), *_BUILD), most=1_000_000)


def unsealed() -> Contender:
    """The same without the seal, to a folder of its own."""
    site, script = "site-unsealed", Path(__file__).with_name("unsealed.py")
    command = (sys.executable, "-P", str(script), *_BUILD, "--site-dir", site)
    return Contender(UNSEALED, "ours", command, site, (site,), most=1_000_000)


def contenders(cache: Path) -> tuple[Contender, ...]:
    """Ours, and the peers that can be had; those of the index go to an environment of their own."""
    stock = (str(_HERE / "mkdocs"), "build", "-q")
    pruned = Contender(YARDSTICK, "pruned", stock, most=3_000)
    default = Contender("stock, default", "default", stock)
    return (ours(), unsealed(), pruned, default, *_from_the_index(beside(cache)))


def _from_the_index(environment: Path) -> tuple[Contender, ...]:
    try:
        install(environment)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Zensical and Hugo can't be installed, so that they are left out: {error}\n")
        return ()
    zensical = (str(environment / "bin" / "zensical"), "build")
    hugo = (str(environment / "bin" / "hugo"), "--quiet")
    return (
        Contender("Zensical, cold", "zensical", zensical, fresh=("site", ".cache")),
        Contender("Zensical, warm", "zensical", zensical, fresh=()),
        Contender("Hugo", "hugo", hugo, "public", ("public",), most=3_000),
    )


def beside(cache: Path) -> Path:
    """Where the peers of the index have their environment."""
    return cache / "bench-venv"


def install(environment: Path) -> None:
    stamp = environment / ".ready"
    if stamp.exists() and stamp.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    uv = str(Path(sys.executable).with_name("uv"))
    python = str(environment / "bin" / "python")
    subprocess.run([uv, "venv", "--quiet", "--clear", str(environment)], check=True)
    subprocess.run(
        [uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", str(_LOCK)],
        check=True,
    )
    stamp.touch()


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """What the processes see: quiet, the same for all, and Python keeps what it compiled."""
    kept = {name: value for name, value in given.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "TERM": "dumb"}
