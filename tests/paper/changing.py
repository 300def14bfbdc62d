"""A small plan in a repository that is printed, edited, and printed again."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from click.testing import CliRunner, Result

from generator.cli import main
from generator.paper.ordering import CACHE

HEADER = """\
plan:
  id: one
  organisation: One
  title: Plan
  revision: "1"
  issued: 2026-01-02
  languages: [en]
  site_url: https://plan.example/
  audiences:
    - {id: staff, title: Staff, publish: open}
"""

PLAN = (
    HEADER
    + """\
  emergency_numbers:
    - {id: fire, number: "112", label: Fire and ambulance}
    - {id: line, number: +33 1 99 00 00 01, label: Crisis line}
sites:
  - {id: tower, name: Tower, assembly_points: [{id: lawn, name: The lawn, directions: Turn left.}]}
  - {id: depot, name: Depot, assembly_points: [{id: gate, name: The gate}]}
"""
)

TOWER, DEPOT = "exit-poster/tower @ staff/en", "exit-poster/depot @ staff/en"

Print = Callable[..., Result]


def committed(folder: Path, text: str) -> Path:
    """A plan in a repository, committed."""
    folder.mkdir(parents=True)
    (folder / "plan.yml").write_text(text, "utf-8")
    git(folder, "init", "-q")
    commit(folder)
    return folder


def printer(plan: Path, only: str, out: Path) -> Print:
    """Prints one kind of sheets of a plan, with the options that it is called with, each time as on
    a machine that printed none before: what changed, only the repository tells."""

    def run(*options: str) -> Result:
        forget()
        return print_again(plan, only, out, *options)

    return run


def print_again(plan: Path, only: str, out: Path, *options: str) -> Result:
    """Print on the machine that printed last."""
    command = ["print", str(plan), "--only", only, "--out", str(out)]
    return CliRunner().invoke(main, [*command, *options])


def forget() -> None:
    """What sheets showed when they were printed here isn't known any more."""
    for file in remembered():
        file.unlink()


def remembered() -> list[Path]:
    """The files in which it is kept."""
    return [*CACHE.glob("printed-*.kept")]


def git(folder: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(folder), *command], check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "plan")


def edit(plan: Path, was: str, now: str) -> None:
    text = (plan / "plan.yml").read_text("utf-8")
    assert was in text
    (plan / "plan.yml").write_text(text.replace(was, now), "utf-8")


def ledger(plan: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads((plan / "sheets.json").read_text("utf-8"))[
        "sheets"
    ]
    return found


def pages(folder: Path) -> str:
    (file,) = folder.rglob("*.pdf")
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
