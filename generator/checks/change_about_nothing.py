"""A change of the plan's present revision is about something that the plan doesn't have.

Entries of earlier revisions may name what is gone by now; the page then has no link for it.

Why it is bad: readers of the change find no way to what changed; most often the id is mistyped.

Example: `about: [crisis-leed]` while the role is `crisis-lead`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.kinds import COLLECTIONS
from generator.problems import Severity, suggestion

CODE = "change-about-nothing"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """Ids under `about` in the entry of the header's revision."""
    known = {id_ for kind in COLLECTIONS for id_ in subject.index[kind]}
    for number, revision in enumerate(subject.plan.revisions):
        if revision.revision != subject.plan.plan.revision:
            continue
        for line, change in enumerate(revision.changes):
            for place, id_ in enumerate(change.about):
                if id_ not in known:
                    yield Finding(
                        ("revisions", number, "changes", line, "about", place),
                        f"Nothing in the plan has the id `{id_}`.",
                        suggestion(id_, known) or "Correct the id, or leave it out if it is gone.",
                    )
