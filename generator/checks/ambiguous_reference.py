"""A reference fits two things of different kinds.

Why it is bad: a step that says `call: ict` may mean the role or the supplier; the page would
link to one of them, and the caller reaches the wrong one.

Example: `who: ict` while both a role and a person have the id `ict`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.kinds import LOCAL_KINDS
from generator.problems import Severity

CODE = "ambiguous-reference"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """References that can hold several kinds, and branches that fit a step and a checklist."""
    for visit in subject.visits:
        ref = visit.field.ref
        if ref is None or LOCAL_KINDS.intersection(ref.kinds):
            continue
        fits = [kind for kind in ref.kinds if visit.value in subject.index[kind]]
        if len(fits) > 1:
            kinds = " and a ".join(kind.replace("-", " ") for kind in fits)
            yield _finding(visit.path, visit.field.key, visit.value, kinds)
    for steps in subject.step_lists:
        own = {step.id for _, step in steps.opened()}
        for path, step in steps.own():
            for index, branch in enumerate(step.branches):
                if branch.go_to in own and branch.go_to in subject.index["checklist"]:
                    here = (*path, "branches", index, "go_to")
                    yield _finding(here, "go_to", str(branch.go_to), "step and a checklist")


def _finding(path: tuple[str | int, ...], key: str, target: str, kinds: str) -> Finding:
    return Finding(
        path,
        f"`{key}` refers to `{target}`, which is the id of a {kinds}.",
        "Give one of them another id, and its former id as an alias.",
    )
