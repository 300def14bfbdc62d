"""What a requirement is, what counts as evidence for it, and how far it is met."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from generator.model import Plan


class Evidence(Struct, frozen=True, order=True):
    """Where an auditor finds it: the kind and id of something in the plan.

    An empty id means all of that kind together. Besides the plan's own kinds there are
    ``programme`` (its id is a section of its page), ``edition`` (the plan's header: owner,
    revision, days) and ``recovery-order``.
    """

    kind: str
    id: str = ""


Demand = Callable[[Plan, date], tuple[Evidence, ...]]
"""One thing that a requirement asks for: the evidence in a plan on a day; none if it is not met."""


class Result(StrEnum):
    """How far a requirement is met."""

    MET = "met"
    PARTLY = "partly"
    NOT_COVERED = "not-covered"


class Requirement(Struct, frozen=True):
    """A clause of a standard, and what it asks a plan to hold."""

    standard: str
    clause: str
    demands: tuple[Demand, ...]

    @property
    def key(self) -> str:
        """The key of its text: ``requirement.iso-22301.8-4-4``."""
        slug = re.sub(r"[^a-z0-9]+", "-", self.clause.lower()).strip("-")
        return f"requirement.{self.standard}.{slug}"

    def answer(self, plan: Plan, as_of: date) -> Answer:
        """The evidence that a plan holds on a day."""
        found = [demand(plan, as_of) for demand in self.demands]
        evidence = tuple(dict.fromkeys(one for each in found for one in each))
        return Answer(self, evidence, sum(map(bool, found)))


class Answer(Struct, frozen=True):
    """What a plan holds for a requirement; ``met`` of its demands have evidence.

    That all have says that the records are there, not that they are good: judging is the
    auditor's work.
    """

    requirement: Requirement
    evidence: tuple[Evidence, ...]
    met: int

    @property
    def demanded(self) -> int:
        """How many things the requirement asks for."""
        return len(self.requirement.demands)

    @property
    def result(self) -> Result:
        """Met if all demands are, partly if some."""
        if self.met == self.demanded:
            return Result.MET
        return Result.PARTLY if self.met else Result.NOT_COVERED


class Standard(Struct, frozen=True):
    """A standard or law; its title has the key ``requirement.<id>.title``."""

    id: str
    requirements: tuple[Requirement, ...]

    @property
    def key(self) -> str:
        """The key of its title."""
        return f"requirement.{self.id}.title"

    @classmethod
    def of(cls, id_: str, clauses: dict[str, tuple[Demand, ...]]) -> Standard:
        """Make a standard of clauses, each with what it asks for."""
        return cls(
            id_, tuple(Requirement(id_, clause, demands) for clause, demands in clauses.items())
        )
