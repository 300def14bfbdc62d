"""What a rule is, what it is given, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath
from types import ModuleType
from typing import Any

from generator.editions import Visibility
from generator.model import Plan
from generator.model.kinds import COLLECTIONS, by_id
from generator.model.walk import Path, Visit, walk
from generator.problems import Severity


@dataclass(frozen=True)
class Finding:
    """One fault that a rule found: the path in the plan, the fault, and the cure.

    ``key`` places it at the last key of the path instead of its value; ``related`` are paths of
    other places that matter.
    """

    path: Path
    message: str
    help: str
    key: bool = False
    related: tuple[Path, ...] = field(default=())


@dataclass(frozen=True)
class Subject:
    """What the rules look at: a typed plan (some of it may be missing), a day and a folder."""

    plan: Plan
    as_of: date
    folder: FilePath

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value in the plan with its path."""
        return tuple(walk(self.plan))

    @cached_property
    def visibility(self) -> Visibility:
        """Who may see what."""
        return Visibility(self.plan)

    @cached_property
    def index(self) -> dict[str, dict[str, Any]]:
        """Kind → id → thing."""
        kinds = (*COLLECTIONS, "audience", "emergency-number")
        return {kind: by_id(self.plan, kind) for kind in kinds}


@dataclass(frozen=True)
class Rule:
    """One check. Its code is permanent; its documentation is its module's docstring."""

    code: str
    severity: Severity
    find: Callable[[Subject], Iterable[Finding]]
    documentation: str

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """Make a rule of a module with ``CODE``, ``SEVERITY`` and ``find(subject)``."""
        return cls(module.CODE, module.SEVERITY, module.find, (module.__doc__ or "").strip())
