"""A decision's answer leads nowhere.

Why it is bad: someone who answers "No" at three in the morning stands in front of nothing.

Example: `go_to: rebuild`, while neither a step of this checklist nor a checklist has that id.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity, suggestion

CODE = "branch-to-nowhere"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Each branch names a step of the same list (blocks included) or a checklist."""
    for steps in subject.step_lists:
        known = {step.id for _, step in steps.opened() if step.id} | set(subject.index["checklist"])
        for path, step in steps.own():
            for index, branch in enumerate(step.branches):
                here = (*path, "branches", index)
                if branch.go_to is None:
                    yield Finding(
                        here,
                        f"{steps.where} has an answer that leads nowhere.",
                        "Add `go_to:` with the id of a step of this list or of a checklist.",
                    )
                elif branch.go_to not in known:
                    yield Finding(
                        (*here, "go_to"),
                        f"An answer leads to `{branch.go_to}`; no step here and no checklist "
                        "has that id.",
                        suggestion(branch.go_to, known)
                        or "Write the id of a step of this list or of a checklist.",
                    )
