"""An id gives an address that the site needs for something else, or that no Windows can hold.

Why it is bad: one page overwrites the other, a link leads to the wrong place, or a copy of the site
on a stick can't be opened on half of the computers.

Example: a unit `everyone`, whose page would be that of the people without a unit. Nothing with a
page of its own can be called `index` or, as Windows keeps such names for itself, `con` or `aux`; no
place in a call tree `tree`, no step of a plan's return `strategy`: headings have these anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checks.rule import Finding, Subject
from generator.model.walk import Path
from generator.problems import Severity

CODE = "reserved-id"
SEVERITY = Severity.ERROR

FOLDERS = {
    "scenarios": "scenarios",
    "roles": "roles",
    "call_trees": "calls",
    "sites": "sites",
    "suppliers": "suppliers",
    "messages": "messages",
    "checklists": "checklists",
    "plans": "plans",
    "exercises": "exercises",
    "activities": "activities",
    "systems": "systems",
    "units": "contacts",
}
"""Topics whose things have a page named by their id alone, and the folder of those pages."""

TAKEN = frozenset({"assets"})
"""Folders at the site's root, where each audience has one too."""

EVERYONE = "contacts/everyone.html"
INDEX = "index"

TREE_HEADINGS = frozenset({"script", "tree", "rules", "reach"})
PLAN_HEADINGS = frozenset(
    {
        "react",
        "manage",
        "time",
        "strategy",
        "activities",
        "systems",
        "scenarios",
        "resources",
        "return-steps",
        "exercises",
    }
)
"""Anchors of headings on pages where steps or places have their bare id as anchor."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""File names that Windows doesn't allow, whatever their ending."""

_CURE = "Give it another id."


def find(subject: Subject) -> Iterator[Finding]:
    """Ids and aliases of what has a page or a folder, and ids that are bare anchors."""
    plan = subject.plan
    for topic, folder in FOLDERS.items():
        for index, thing in enumerate(getattr(plan, topic)):
            for path, id_ in _names((topic, index), thing):
                yield from _page(path, id_, folder)
    for index, audience in enumerate(plan.plan.audiences):
        path = ("plan", "audiences", index, "id")
        if audience.id in TAKEN | DEVICES:
            yield Finding(path, f"No edition's folder can be called `{audience.id}`.", _CURE)
    yield from _anchors(subject)


def _names(path: Path, thing: Any) -> Iterator[tuple[Path, str]]:
    yield (*path, "id"), thing.id
    for index, alias in enumerate(thing.aliases):
        yield (*path, "aliases", index), alias


def _page(path: Path, id_: str, folder: str) -> Iterator[Finding]:
    address = f"{folder}/{id_}.html"
    cure = "Leave this alias out." if "aliases" in path else _CURE
    if id_ == INDEX or address == EVERYONE:
        yield Finding(path, f"The address `{address}` is that of another page.", cure)
    elif id_ in DEVICES:
        yield Finding(path, f"Windows can't hold a file with the name `{id_}.html`.", cure)


def _anchors(subject: Subject) -> Iterator[Finding]:
    for number, tree in enumerate(subject.plan.call_trees):
        for index, node in enumerate(tree.nodes):
            if node.id in TREE_HEADINGS:
                path: Path = ("call_trees", number, "nodes", index, "id")
                yield _heading(path, node.id)
    for steps in subject.step_lists:
        if steps.kind != "plan":
            continue
        for path, step in steps.opened():
            if step.id in PLAN_HEADINGS:
                yield _heading(path, step.id)


def _heading(path: Path, id_: str) -> Finding:
    return Finding(path, f"The anchor `#{id_}` is that of a heading of the same page.", _CURE)
