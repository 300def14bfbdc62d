"""What is to be built: the settings of `mkdocs.yml` and of the command line, as one value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.epoch import epoch
from generator.site.configuration import PLUGIN, as_day, load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Paper(StrEnum):
    """Which sheets for print a site offers: none, all but the binder, all."""

    NONE = "none"
    SHEETS = "sheets"
    ALL = "all"

    @classmethod
    def of(cls, said: bool | str) -> Paper:
        """As `mkdocs.yml` says it: ``true``, ``false`` or ``all``."""
        if said == "all":
            return cls.ALL
        return cls.SHEETS if said else cls.NONE


@dataclass(frozen=True)
class Project:
    """Which plan, with which hand-written pages, to which folder.

    ``editions`` names audiences; without names, all that are published openly are built.
    ``open_site`` is where those go; ``site`` a folder that was asked for instead.
    With ``single_file`` each edition is also made as one file in each language; ``paper`` says
    which sheets for print are made too. ``codes`` is false where nobody asks which cards are
    current.
    ``theme_folders`` are those that `mkdocs.yml` puts before ours.
    """

    config_file: Path
    plan: Path
    docs: Path
    open_site: Path
    as_of: date
    site: Path | None = None
    editions: tuple[str, ...] = ()
    strict: bool = False
    single_file: bool = False
    paper: Paper = Paper.NONE
    codes: bool = True
    theme_folders: tuple[Path, ...] = ()
    left_out: tuple[Any, ...] = field(default=(), repr=False)

    def excluded(self, path: str) -> bool:
        """Whether `mkdocs.yml` keeps a path below `docs/` out of the site."""
        return any(spec.match_file(path) for spec in self.left_out)


PREVIEWED: Mapping[str, Any] = {"paper": False, "codes": False}
"""What a preview leaves out, since it takes long and changes with nearly every edit."""


def read_project(config_file: Path, **changes: Any) -> Project:
    """The project of a `mkdocs.yml`. ``changes`` replace what it says; None leaves it.

    They are ``plan``, ``site``, ``as_of``, ``editions``, ``strict``, ``single_file``, ``paper``
    and ``codes``. PlanError if the file can't be used.
    """
    return project_of(load(config_file), changes)


def project_of(config: MkDocsConfig, changes: Mapping[str, Any] | None = None) -> Project:
    """The project that MkDocs' configuration describes."""
    changes = {key: value for key, value in (changes or {}).items() if value not in (None, ())}
    config_file = Path(config.config_file_path)
    options = config.plugins[PLUGIN].config
    plan = config_file.parent / options["plan"]
    said = as_day(changes.get("as_of") or options["as_of"], config_file)
    site = changes.get("site")
    custom = config.theme.custom_dir
    return Project(
        config_file,
        Path(changes.get("plan") or plan),
        Path(config.docs_dir),
        Path(config.site_dir),
        said or today(os.environ),
        Path(site) if site else None,
        tuple(changes.get("editions") or options["editions"]),
        bool(changes.get("strict") or config.strict),
        bool(changes.get("single_file") or options["single_file"]),
        Paper.of(changes.get("paper", options["paper"])),
        bool(changes.get("codes", True)),
        (Path(custom),) if custom else (),
        tuple(spec for spec in (config.exclude_docs, config.draft_docs) if spec),
    )


def today(environment: Mapping[str, str]) -> date:
    """The day to judge by: that of `SOURCE_DATE_EPOCH` where it is set, so that a build can be
    repeated, else today."""
    told = epoch(environment)
    if told is not None:
        return datetime.fromtimestamp(told, UTC).date()
    return date.today()  # noqa: DTZ011 - the day on the reader's wall
