"""Every module of a command is in the registry, and gives the command of that name."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click import Command, Context
from click.testing import CliRunner

import generator.commands
from generator.cli import main
from generator.commands import COMMANDS
from tests.plan_builder import HEADER


def test_each_command_of_a_module_is_in_the_registry() -> None:
    folder = Path(generator.commands.__file__).parent
    stems = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    modules = {stem: import_module(f"generator.commands.{stem}") for stem in stems}
    commands = {
        stem for stem, module in modules.items() if isinstance(getattr(module, stem, 0), Command)
    }
    assert len(commands) >= 15
    assert set(COMMANDS.values()) == commands


def test_each_command_is_found_by_its_name() -> None:
    context = Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.get_short_help_str()
    assert main.get_command(context, "biuld") is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", "Did you mean `runbook check`?"),
        ("buidl", "Did you mean `runbook build`?"),
        ("xyzzy", "No such command 'xyzzy'."),
    ],
)
def test_an_unknown_command_is_told_its_nearest_kin(word: str, said: str) -> None:
    result = CliRunner().invoke(main, [word])
    assert result.exit_code == 2
    assert result.output.rstrip().endswith(said)


def test_asking_for_one_loads_no_other() -> None:
    ask = "import sys, generator.cli; print(*(n for n in sys.modules if 'generator.' in n))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"generator.cli", "generator.commands"}


def test_a_build_loads_only_what_most_plans_need() -> None:
    """What draws, sets sheets or serves takes seconds and megabytes, so that it waits until a plan
    asks for it; reader, checks and MkDocs are for processes that end."""
    modules = ("generator.commands.build", "generator.site.publishing", "generator.site.reporting")
    ask = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded >= {*modules, "generator.model", "generator.views", "generator.site.builder"}
    slow = {"generator.checks", "generator.load", "mkdocs", "markdown"}
    slow |= {"PIL", "pygraphviz", "qrcode", "openpyxl", "typst", "pikepdf", "multiprocessing"}
    assert not loaded & slow
    assert not [name for name in loaded if name.startswith(("generator.views.sheets", "http."))]


@pytest.mark.parametrize(
    "asked", [["schema"], ["check", "PLAN"], ["export", "PLAN", "--format", "json"], ["hosts"]]
)
def test_a_full_disk_is_told_without_a_traceback(asked: list[str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    plan.write_text(json.dumps({"plan": HEADER}), "utf-8")
    command = [sys.executable, "-m", "generator", *(str(plan) if a == "PLAN" else a for a in asked)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "Error: The output can't be read or written: No space left on device." in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    plan.write_text(json.dumps({"plan": HEADER}), "utf-8")
    ask = f"'{sys.executable}' -m generator export '{plan}' --format json | true"
    done = subprocess.run(["sh", "-c", ask], capture_output=True, text=True, check=True)
    assert "Error" not in done.stderr
    assert "Traceback" not in done.stderr
