"""A role must work a checklist that its holder may not see.

Why it is bad: the list is missing from the edition that the holder reads and from their printed
card, and nothing there tells them that it exists.

Example: a phase gives `reception` a checklist for `crisis-team`, and the role `reads: staff`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.walk import Path
from generator.problems import Severity

CODE = "checklist-hidden-from-role"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Phases of scenarios, and the roles that a checklist names; only roles that say `reads`."""
    see, known = subject.visibility, subject.index
    for path, role_id, checklist_id in _assigned(subject):
        role, checklist = known["role"].get(role_id), known["checklist"].get(checklist_id)
        if role is None or checklist is None or role.reads not in see.ranks:
            continue
        if see.of(checklist, None) > see.rank(role.reads):
            yield Finding(
                path,
                f"The role `{role_id}` reads `{role.reads}`, which doesn't see the checklist "
                f"`{checklist_id}`.",
                "Give the checklist a more open `audience:`, or the role a more closed `reads:`.",
            )


def _assigned(subject: Subject) -> Iterator[tuple[Path, str, str]]:
    for index, scenario in enumerate(subject.plan.scenarios):
        for place, phase in enumerate(scenario.phases):
            for number, assignment in enumerate(phase.checklists):
                if assignment.role is not None:
                    path = ("scenarios", index, "phases", place, "checklists", number, "checklist")
                    yield path, assignment.role, assignment.checklist
    for index, checklist in enumerate(subject.plan.checklists):
        for place, role in enumerate(checklist.roles):
            yield ("checklists", index, "roles", place), role, checklist.id
