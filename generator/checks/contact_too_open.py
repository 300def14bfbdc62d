"""A contact is shown to more people than the rule for its kind allows.

Without a rule of the plan's own (`contact_rules`), home numbers are for the most closed audience
only, and mobile, radio and satellite numbers are not for the most open one.

Why it is bad: a home number on a page for everyone is a personal data breach.

Example: `kind: home` with `audience: staff`, where home numbers are for the crisis team.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.contact import Contact
from generator.problems import Severity
from generator.visibility import audiences, contact_rank

CODE = "contact-too-open"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Contacts that name an audience themselves; the others follow the rule."""
    ranks = subject.visibility.ranks
    groups = audiences(subject.plan)
    for visit in subject.visits:
        contact = visit.value
        if not isinstance(contact, Contact) or contact.audience not in ranks:
            continue
        most_open = contact_rank(subject.plan.plan, contact.kind, ranks)
        if ranks[contact.audience] < most_open:
            yield Finding(
                (*visit.path, "audience"),
                f"This {contact.kind} contact is shown to `{contact.audience}`; the rule for "
                f"{contact.kind} allows `{groups[most_open].id}` at most.",
                f"Write `audience: {groups[most_open].id}`, or change the plan's `contact_rules`.",
            )
