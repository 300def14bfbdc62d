"""Something refers to an id that nothing has.

Why it is bad: on the day, the step names a role that is not there, or the call tree ends in
nothing.

Example: `holder: noor-verhagen`, while the person's id is `noor-verhaegen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.kinds import LOCAL_KINDS
from generator.problems import Severity, suggestion

CODE = "unknown-reference"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """References to steps, nodes and variants are looked at by rules of their own."""
    for visit in subject.visits:
        ref = visit.field.ref
        if ref is None or LOCAL_KINDS.intersection(ref.kinds):
            continue
        if any(visit.value in subject.index[kind] for kind in ref.kinds):
            continue
        kinds = " or ".join(kind.replace("-", " ") for kind in ref.kinds)
        known = [id_ for kind in ref.kinds for id_ in subject.index[kind]]
        yield Finding(
            visit.path,
            f"`{visit.field.key}` refers to `{visit.value}`; no {kinds} has that id.",
            suggestion(visit.value, known) or f"Write an id that exists, or add the {kinds}.",
        )
