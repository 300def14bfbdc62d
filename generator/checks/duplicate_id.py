"""Two things of one kind have the same id, or an alias is the id of something else.

Why it is bad: an id is an address and the name by which the rest of the plan refers to a thing.
With two of them, one page overwrites the other, and a tick on a phone lands on the wrong step.

Example: two steps `call-112` in one checklist, one of them in a block that the checklist uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.checks.rule import Finding, Subject
from generator.model.kinds import COLLECTIONS
from generator.model.walk import Path
from generator.problems import Severity

CODE = "duplicate-id"
SEVERITY = Severity.ERROR

_Named = Iterable[tuple[Path, str | None]]


def find(subject: Subject) -> Iterator[Finding]:
    """Ids of a kind are unique in the plan; those of steps, nodes and the like in their whole."""
    for scope, named in _scopes(subject):
        first: dict[str, Path] = {}
        for path, id_ in named:
            if id_ is None:
                continue
            if id_ in first:
                yield _finding(path, id_, scope, first[id_])
            else:
                first[id_] = path


def _finding(path: Path, id_: str, scope: str, first: Path) -> Finding:
    return Finding(
        path,
        f"The id `{id_}` stands twice among {scope}.",
        "Give one of them another id; its own former ids can stay as aliases.",
        related=(first,),
    )


def _scopes(subject: Subject) -> Iterator[tuple[str, _Named]]:
    plan = subject.plan
    for field in COLLECTIONS.values():
        plural = field.replace("_", " ")
        yield f"the {plural}", list(_with_aliases((field,), getattr(plan, field)))
    yield "the audiences", _ids(("plan", "audiences"), plan.plan.audiences)
    yield "the emergency numbers", _ids(("plan", "emergency_numbers"), plan.plan.emergency_numbers)
    for index, tree in enumerate(plan.call_trees):
        path: Path = ("call_trees", index, "nodes")
        yield f"the nodes of call tree `{tree.id}`", _ids(path, tree.nodes)
    for index, message in enumerate(plan.messages):
        path = ("messages", index, "slots")
        yield f"the slots of message `{message.id}`", _ids(path, message.slots)
    for index, site in enumerate(plan.sites):
        path = ("sites", index, "assembly_points")
        yield f"the assembly points of site `{site.id}`", _ids(path, site.assembly_points)
    yield from _scenario_scopes(subject)
    yield from _step_scopes(subject)


def _scenario_scopes(subject: Subject) -> Iterator[tuple[str, _Named]]:
    for index, scenario in enumerate(subject.plan.scenarios):
        for part in ("variants", "phases", "measures"):
            path: Path = ("scenarios", index, part)
            yield f"the {part} of scenario `{scenario.id}`", _ids(path, getattr(scenario, part))


def _step_scopes(subject: Subject) -> Iterator[tuple[str, _Named]]:
    whole: dict[tuple[str, str], list[tuple[Path, str | None]]] = {}
    for steps in subject.step_lists:
        ids = whole.setdefault((steps.kind, steps.id), [])
        for path, step in steps.opened():
            if step is steps.steps[int(path[-1])]:
                ids += _one_with_aliases(path, step)
            else:
                ids += [(path, id_) for id_ in (step.id, *step.aliases)]
    for (kind, name), ids in whole.items():
        yield f"the steps of {kind} `{name}`", ids


def _ids(path: Path, things: Iterable[Any]) -> _Named:
    return [((*path, index, "id"), thing.id) for index, thing in enumerate(things)]


def _with_aliases(path: Path, things: Iterable[Any]) -> Iterator[tuple[Path, str]]:
    for index, thing in enumerate(things):
        yield from _one_with_aliases((*path, index), thing)


def _one_with_aliases(path: Path, thing: Any) -> Iterator[tuple[Path, str]]:
    yield (*path, "id"), thing.id
    for index, alias in enumerate(thing.aliases):
        yield (*path, "aliases", index), alias
