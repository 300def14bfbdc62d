"""Somebody who has left still holds a role, is called, owns an action or takes part.

Why it is bad: leavers on the list are what users complain of most; the call goes to nobody, or to
somebody outside.

Example: `holder: tom-claes`, and `tom-claes` has `left: 2026-03-31`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.activity import NoPlan
from generator.model.base import Part
from generator.problems import Severity

CODE = "leaver-still-referenced"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Every reference to a person, except what is past: things done, held or decided."""
    left = {
        person.id: (index, person.left)
        for index, person in enumerate(subject.plan.people)
        if person.left is not None and person.left <= subject.as_of
    }
    for visit in subject.visits:
        ref = visit.field.ref
        if ref is None or "person" not in ref.kinds or visit.value not in left:
            continue
        meant = next(kind for kind in ref.kinds if visit.value in subject.index[kind])
        if meant == "person" and not _is_past(visit.owner):
            index, day = left[visit.value]
            yield Finding(
                visit.path,
                f"`{visit.field.key}` names `{visit.value}`, who left on {day:%Y-%m-%d}.",
                "Name whoever does it now.",
                related=(("people", index, "left"),),
            )


def _is_past(part: Part) -> bool:
    """True of an exercise that was held, an action that was done, and the like."""
    if isinstance(part, NoPlan):
        return True
    return any(getattr(part, name, None) is not None for name in ("held", "done"))
