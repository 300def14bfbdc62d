"""What a rule is, what it is given, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath
from types import ModuleType
from typing import Any

from msgspec import Struct, field

from generator.checks.step_list import StepList, step_lists
from generator.model import Plan
from generator.model.kinds import COLLECTIONS, by_id
from generator.model.text import SAME, Text
from generator.model.walk import Path, Shape, Visit, walk
from generator.problems import Severity
from generator.visibility import Visibility


class Finding(Struct, frozen=True):
    """One fault that a rule found: the path in the plan, the fault, and the cure.

    ``key`` places it at the last key of the path instead of its value; ``related`` are paths of
    other places that matter.
    """

    path: Path
    message: str
    help: str
    key: bool = False
    related: tuple[Path, ...] = field(default=())


class Subject(Struct, frozen=True, dict=True):
    """What the rules look at: a typed plan (some of it may be missing), a day and a folder."""

    plan: Plan
    as_of: date
    folder: FilePath

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value in the plan with its path."""
        return tuple(walk(self.plan))

    @cached_property
    def texts(self) -> tuple[Visit, ...]:
        """Every text in the plan with its path."""
        return tuple(visit for visit in self.visits if visit.field.shape is Shape.TEXT)

    @cached_property
    def step_lists(self) -> tuple[StepList, ...]:
        """Every list of steps: of checklists, blocks and scenarios."""
        return tuple(step_lists(self.plan))

    @cached_property
    def visibility(self) -> Visibility:
        """Who may see what."""
        return Visibility(self.plan)

    @cached_property
    def index(self) -> dict[str, dict[str, Any]]:
        """Kind → id → thing."""
        kinds = (*COLLECTIONS, "audience", "emergency-number")
        return {kind: by_id(self.plan, kind) for kind in kinds}

    @cached_property
    def referred(self) -> dict[str, frozenset[str]]:
        """Kind → every id that some field refers to which can hold that kind."""
        found: dict[str, set[str]] = {}
        for visit in self.visits:
            for kind in visit.field.ref.kinds if visit.field.ref else ():
                found.setdefault(kind, set()).add(visit.value)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    def translations(self, text: Text) -> Iterator[tuple[str, str, str]]:
        """Each translation: its key in the file, the language it is in (``nl``), its words.

        A text that is the same in every language counts as in the plan's first one.
        """
        for key, words in text:
            tag = self.plan.plan.languages[0] if key in ("", SAME) else key
            yield key, tag.partition("-")[0], words


class Rule(Struct, frozen=True):
    """One check. Its code is permanent; its documentation is its module's docstring."""

    code: str
    severity: Severity
    find: Callable[[Subject], Iterable[Finding]]
    documentation: str

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """Make a rule of a module with ``CODE``, ``SEVERITY`` and ``find(subject)``."""
        return cls(module.CODE, module.SEVERITY, module.find, (module.__doc__ or "").strip())
