"""Every module of a command is in the registry, and gives the command of that name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

import generator.commands
from generator.cli import main
from generator.commands import COMMANDS

SHARED = {"__init__", "progress"}
"""Modules that several commands share."""


def test_each_module_is_a_command() -> None:
    folder = Path(generator.commands.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - SHARED
    assert len(modules) >= 15
    assert set(COMMANDS.values()) == modules


def test_each_command_is_found_by_its_name() -> None:
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.get_short_help_str()
    assert main.get_command(context, "biuld") is None


def test_asking_for_one_loads_no_other() -> None:
    ask = "import sys, generator.cli; print(*(n for n in sys.modules if 'generator.' in n))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"generator.cli", "generator.commands"}
