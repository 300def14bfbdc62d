"""The plan of a small firm, with remarks in it, and files to import into it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

PLAN = """\
# The plan of a small firm.
format: 1
plan: {id: x, organisation: X, title: Plan, revision: "1", country: BE, languages: [en, nl]}

units:
  - {id: ict, name: {en: Computers, nl: Computerdienst}}

people:
  # --- Office ---
  - id: an
    name: An Claes   # since 2019
    title: >-
      Head of
      everything
    contacts:
      - {kind: mobile, value: "0471 00 00 01", verified: 2026-01-01}  # private
      - kind: phone
        verified: 2026-02-02
        value: "02 000 00 00"

  # --- Others ---
  - {id: bo, name: Bo, contacts: []}

# The end.
roles: []
"""


def make(folder: Path, text: str = PLAN) -> Path:
    path = folder / "plan.yml"
    path.write_bytes(text.encode())
    return path


def rows(folder: Path, *lines: str, name: str = "in.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def run(*arguments: object) -> tuple[int, str]:
    """What ``runbook`` says, and its exit status."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.output
