"""A dependency needs longer to come back than what depends on it may take.

Why it is bad: the recovery time above it can't be kept, whatever the plan says. Times are compared
as they stand: the one at the dependency, else the thing's own. Nothing is said where the
dependency is accepted or mitigated, or where one of several sites would do. What follows from
where things are and who supplies them is said once for each site and supplier.

Example: the activity `noc` has `rto: 4h` and depends on `ticketing`, which has `rto: 8h`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.node_words import lasting, the
from generator.checks.rule import Finding, Subject
from generator.derive.dependencies import Node, Source, dependency_graph
from generator.derive.dependencies_times import Slower, slower_dependencies
from generator.model.activity import Decision
from generator.problems import Severity, listed

CODE = "dependency-slower"
SEVERITY = Severity.WARNING

_SHOWN = 3
_CURE = (
    "Bring it back sooner, allow more time above it, or record at the dependency that this is "
    "`accepted` or `mitigated`, and `why:`."
)


def find(subject: Subject) -> Iterator[Finding]:
    """Each thing against what it needs."""
    implied: dict[Node, list[Slower]] = {}
    for slower in slower_dependencies(dependency_graph(subject.plan)):
        requirement = slower.requirement
        if requirement.decision is not Decision.OPEN:
            continue
        if requirement.source in (Source.SITE, Source.SUPPLIER):
            implied.setdefault(slower.target, []).append(slower)
        else:
            stated = requirement.source is Source.STATED
            path = (*requirement.path, "on") if stated else requirement.path
            yield Finding(path, f"{_takes(slower)}; {_above(slower)}.", _CURE)
    for all_ in implied.values():
        yield _together(all_)


def _together(all_: list[Slower]) -> Finding:
    """One finding for all that is at a site, or comes from a supplier."""
    tightest = min(all_, key=lambda slower: slower.limit.time)
    others = [slower.requirement for slower in all_ if slower is not tightest]
    names = listed(other.dependent.id for other in others)
    depend = "depend" if len(others) > 1 else "depends"
    too = f"; {names} {depend} on it too" if others else ""
    return Finding(
        tightest.requirement.path,
        f"{_takes(tightest)}; {_above(tightest)}{too}.",
        _CURE,
        related=tuple(other.path for other in others[:_SHOWN]),
    )


def _takes(slower: Slower) -> str:
    words = the(slower.target)
    return f"{words[:1].upper()}{words[1:]} takes {lasting(slower.recovery)} to come back"


def _above(slower: Slower) -> str:
    """Who depends on it, and the time they have."""
    dependent, limit = slower.requirement.dependent, slower.limit
    after = slower.requirement.after
    if after is not None and after > limit.time:
        return f"{the(dependent)} needs it after {lasting(after)}"
    through = "" if limit.because == dependent else f" through {the(dependent)}"
    return (
        f"{the(limit.because)}, which depends on it{through}, is to be back in "
        f"{lasting(limit.time)}"
    )
