"""`mkdocs.yml`: what it says about the plan, and where our own theme files are."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import generator
from generator.problems import PlanError, Position, Problem
from generator.source.folder import display

if TYPE_CHECKING:
    # It needs much memory, so that only who reads settings or renders frames loads it.
    from mkdocs.config.defaults import MkDocsConfig

PLUGIN = "runbook"
"""The plugin's name in `mkdocs.yml`."""

WORKER = "assets/javascripts/sw.js"
PROGRAM = "assets/javascripts/program.js"
KILL_SWITCH = "assets/javascripts/kill-switch.js"
"""Among our theme files, those that the seal alone puts into the site: the worker, the program that
it imports, and the worker that ends it."""

THEME = "material"
"""The only theme whose frame this code knows."""


@cache
def own_files() -> Path:
    """The folder of our theme files: inside the installed package, or beside it in a checkout."""
    package = Path(generator.__file__).resolve().parent
    inside = package / "overrides"
    return inside if inside.is_dir() else package.parent / "overrides"


def kept_files(config_file: Path) -> Path:
    """The folder beside `mkdocs.yml` for what later builds can use again; it may be deleted."""
    return config_file.parent / ".cache" / "runbook"


def read_raw(config_file: Path) -> dict[str, Any]:
    """`mkdocs.yml` as written, with `INHERIT` and `!ENV` followed."""
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    with config_file.open("rb") as file:
        loader = get_yaml_loader(config=MkDocsConfig(config_file_path=str(config_file)))
        return dict(yaml_load(file, loader) or {})


def load(config_file: Path, **changes: Any) -> MkDocsConfig:
    """Read and validate `mkdocs.yml`. PlanError with the place if it can't be used.

    ``changes`` replace top-level values; None leaves what the file says.
    """
    if not config_file.is_file():
        cure = "Name the file with `-f`, or write a folder to start from with `runbook init DIR`."
        raise fault(config_file, "There is no such file.", cure)
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _collected() as said:
        try:
            config = load_config(str(config_file), **changes)
        except MkDocsException as error:
            message = "; ".join(said) or " ".join(str(error).split())
            raise fault(config_file, message, "Correct it; MkDocs' guide lists the keys.") from None
    if PLUGIN not in config.plugins:
        cure = f"Write `plugins: [search, {PLUGIN}]` in it."
        raise fault(config_file, f"This file doesn't name the plugin `{PLUGIN}`.", cure)
    if config.theme.name != THEME:
        message = f"The theme is `{config.theme.name}`; the pages are made for `{THEME}`."
        raise fault(config_file, message, f"Write `theme: {{name: {THEME}}}` in it.")
    return config


def fault(config_file: Path, message: str, cure: str) -> PlanError:
    """The one problem that `mkdocs.yml` has."""
    place = Position(display(config_file))
    return PlanError([Problem("bad-configuration", message, place, cure)])


@contextmanager
def _collected() -> Iterator[list[str]]:
    """What MkDocs would have logged as an error."""
    said: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def as_day(value: str | date, config_file: Path) -> date | None:
    """The option `as_of`: a day, or nothing for today. PlanError if it is neither."""
    if not value:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        message = f"`as_of: {value}` isn't a day."
        raise fault(config_file, message, "Write year-month-day, such as 2026-12-31.") from None
