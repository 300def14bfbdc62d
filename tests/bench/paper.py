"""Printing beside the named peers: wallet cards, action cards and a binder.

Run as ``python -m tests.bench.paper``. Ours is the whole command, with reading and checking the
plan; the peers get finished HTML with the same content, whose making isn't counted. Nothing is
asserted; the figures are for people.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from msgspec import Struct

from tests.bench.contenders import beside, environment, install
from tests.bench.measure import Cost, RunError, run
from tests.bench.synthetic import write_plan

CACHE = Path(".cache").resolve()
FOLDER = CACHE / "bench" / "paper"
CHROMIUM = "/usr/bin/chromium"


class Job(Struct, frozen=True):
    """What is printed, of a plan of so many pages; ``file`` is ours to count pages in."""

    kind: str
    pages: int
    file: str


JOBS = (
    Job("wallet-cards", 2_120, "wallet-cards*.pdf"),
    Job("action-cards", 340, "action-cards*.pdf"),
    Job("binder", 240, "binder.pdf"),
)
"""About 1,000 cards with two codes each, 100 action cards, and a binder of 300 pages."""


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.peers:
        install(beside(CACHE))
    for job in JOBS:
        if options.only in (None, job.kind):
            folder = FOLDER / job.kind
            shutil.rmtree(folder, ignore_errors=True)
            write_plan(folder / "plan", job.pages)
            print(f"\n== {job.kind} ==\n", flush=True)
            for line in _measured(job, folder, options.peers):
                print(line, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.paper", description=__doc__)
    parser.add_argument("--only", choices=[job.kind for job in JOBS])
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    return parser.parse_args()


def _measured(job: Job, folder: Path, peers: bool) -> Iterator[str]:
    ours = (
        sys.executable, "-m", "generator", "print", "plan", "--only", job.kind, "--out", "out",
        "--as-of", "2026-11-22",
    )  # fmt: skip
    yield _line("runbook print, nothing kept", ours, folder)
    files = sorted((folder / "out").rglob(job.file))
    pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    size = sum(file.stat().st_size for file in files)
    yield f"  {len(files)} file(s), {pages} pages, {size / 1e6:.1f} MB"
    yield _line("again, nothing changed", ours, folder)
    _change_one_person(folder / "plan" / "people.yml")
    yield _line("again, one person changed", ours, folder)
    if peers:
        yield from _peers(job, folder)


def _peers(job: Job, folder: Path) -> Iterator[str]:
    made = (sys.executable, "-m", "tests.bench.paper_html", folder / "plan", job.kind,
            folder / "peer.html")  # fmt: skip
    subprocess.run([str(part) for part in made], check=True)
    python = str(beside(CACHE) / "bin" / "python")
    yield _line("WeasyPrint", (python, "-m", "weasyprint", "peer.html", "w.pdf"), folder)
    chromium = (
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-pdf-header-footer", "--print-to-pdf=c.pdf", "peer.html",
    )  # fmt: skip
    yield _line("headless Chromium", chromium, folder)


def _change_one_person(people: Path) -> None:
    """The last person has another name and number: on their own card, and wherever they are named.
    Who leads is named on hundreds of cards; that would be another question."""
    text = people.read_text("utf-8")
    named = text.rindex('name: "') + len('name: "')
    at = text.index("+33 1 99 00 ", named)
    changed = f"{text[named:at]}+33 1 99 00 98 76{text[at + 17 :]}"
    people.write_text(f"{text[:named]}Robin {changed}", encoding="utf-8")


def _line(name: str, command: Sequence[str], folder: Path) -> str:
    try:
        cost = run(command, folder, {**environment(os.environ), "PYTHONPATH": os.getcwd()})  # noqa: PTH109
    except (RunError, FileNotFoundError) as fault:
        return f"{name:<38} not measured: {str(fault).splitlines()[-1][:90]}"
    return f"{name:<38} {_said(cost)}"


def _said(cost: Cost) -> str:
    return f"{cost.seconds:7.2f} s {cost.cpu:7.2f} s of processor {cost.memory:6.0f} MB"


if __name__ == "__main__":
    main()
