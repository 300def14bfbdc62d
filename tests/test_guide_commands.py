"""Every command line that the guides and the README show is a real one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.paper.names import KIND_NAMES

ROOT = Path(__file__).parents[1]
PAGES = (
    ROOT / "README.md",
    *sorted((ROOT / "docs" / "maintainers").glob("*.md")),
    *sorted((ROOT / "generator" / "skeleton").glob("*/README.md")),
)
IN_BLOCK = re.compile(r"^ {4,}(runbook [a-z].*)$", re.MULTILINE)
IN_TEXT = re.compile(r"`(runbook\s[a-z][^`]*)`")


def _shown() -> Iterator[tuple[str, str]]:
    """Each command line, with its page. Remarks after it are left out."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for found in (*IN_BLOCK.findall(text), *IN_TEXT.findall(text)):
            line = re.split(r" {2,}(?![- ])|\s#|\s>", " ".join(found.splitlines()))[0]
            yield page.relative_to(ROOT).as_posix(), line.strip()


SHOWN = sorted(set(_shown()))


def _command(line: str) -> tuple[click.Command, list[str]]:
    """The command of a line, and what follows its name."""
    _, name, *words = shlex.split(line)
    found = main.get_command(click.Context(main), name)
    assert found is not None, f"there is no `runbook {name}`"
    return found, words


def _option(command: click.Command, word: str) -> click.Option:
    for one in command.params:
        if isinstance(one, click.Option) and word in (*one.opts, *one.secondary_opts):
            return one
    assert word in ("--help", "-h"), f"`{command.name}` has no {word}"
    return click.Option(["--help"], is_flag=True)


def test_there_are_command_lines_to_guard() -> None:
    assert len(SHOWN) > 30
    assert {page for page, _ in SHOWN} >= {"README.md", "docs/maintainers/guide.md"}
    assert sum(line.startswith("runbook print") for _, line in SHOWN) > 5


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_command_and_options_are_real(page: str, line: str) -> None:
    command, words = _command(line)
    for number, word in enumerate(words):
        if not word.startswith("-"):
            continue
        name, _, given = word.partition("=")
        option = _option(command, name)
        if option.is_flag:
            continue
        value = given or (words[number + 1] if number + 1 < len(words) else "")
        if value and isinstance(option.type, click.Choice):
            assert value in option.type.choices, f"{page}: {line}"
        if value and name == "--only":
            assert set(value.split(",")) <= set(KIND_NAMES), f"{page}: {line}"
