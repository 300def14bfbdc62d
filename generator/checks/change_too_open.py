"""A change is told to readers who may not see what it is about.

Why it is bad: the list of changes gives away what the page itself keeps from them.

Example: a change for `staff` with `about: [vault]`, while the site `vault` is for `crisis-team`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.editions import audiences
from generator.model.kinds import COLLECTIONS
from generator.problems import Severity

CODE = "change-too-open"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The audience of each change against that of the things under its `about`."""
    groups = audiences(subject.plan)
    visibility = subject.visibility
    for number, revision in enumerate(subject.plan.revisions):
        whole = visibility.of(revision, None)
        for line, change in enumerate(revision.changes):
            told = visibility.of(change, whole)
            for place, id_ in enumerate(change.about):
                shown = _rank(subject, id_)
                if shown > told:
                    yield Finding(
                        ("revisions", number, "changes", line, "about", place),
                        f"This change is told to `{groups[told].id}`; `{id_}` is for "
                        f"`{groups[shown].id}`.",
                        f"Write `audience: {groups[shown].id}` beside the change.",
                    )


def _rank(subject: Subject, id_: str) -> int:
    """The rank of the most open thing with this id, of whatever kind; 0 if there is none."""
    found = (subject.index[kind].get(id_) for kind in COLLECTIONS)
    ranks = [subject.visibility.of(thing, None) for thing in found if thing is not None]
    return min(ranks, default=0)
