"""The roles of a scenario can't all be filled, because too few people share too many of them.

For every scenario the crisis roles that work a checklist are matched with their holders and
alternates, one role a person. If that can't be done, the smallest set of roles that share too few
people is named. Vacant roles have a warning of their own.

Why it is bad: it looks as if every role had a holder and an alternate, but it is twice the same
person, who can do one thing at a time.

Example: `crisis-lead` and `staff-lead` have the same two people, of whom one also is the only
`ict-lead`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.callee import people_of
from generator.checks.rule import Finding, Subject
from generator.model.scenario import Scenario
from generator.problems import Severity, listed

CODE = "too-many-roles"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each set of roles, at the first scenario that needs them all."""
    seen: set[frozenset[str]] = set()
    for index, scenario in enumerate(subject.plan.scenarios):
        able = {role: _able(subject, role) for role in sorted(_roles(subject, scenario))}
        short = _short_of_people({role: people for role, people in able.items() if people})
        if short and frozenset(short) not in seen:
            seen.add(frozenset(short))
            people = sorted({person for role in short for person in able[role]})
            yield Finding(
                ("scenarios", index, "id"),
                f"Scenario `{scenario.id}` needs the roles {listed(sorted(short))} at once; only "
                f"{listed(people)} can fill them.",
                "Name other holders or alternates, so that there is a person for each role.",
            )


def _roles(subject: Subject, scenario: Scenario) -> set[str]:
    checklists = subject.index["checklist"]
    roles: set[str] = set()
    for phase in scenario.phases:
        for assignment in phase.checklists:
            if assignment.role is not None:
                roles.add(assignment.role)
            elif assignment.checklist in checklists:
                roles.update(checklists[assignment.checklist].roles)
    known = subject.index["role"]
    return {role for role in roles if role in known and known[role].crisis}


def _able(subject: Subject, role: str) -> tuple[str, ...]:
    return tuple(person.id for person in people_of(subject, role))


def _short_of_people(able: dict[str, tuple[str, ...]]) -> set[str]:
    """Roles that together have fewer people than they are; empty if all can be filled.

    A maximum bipartite matching by augmenting paths; the roles met on a failed search are such a
    set (Hall's theorem).
    """
    filled: dict[str, str] = {}
    for role in able:
        met = _fill(role, able, filled)
        if met:
            return {role} | {filled[person] for person in met}
    return set()


def _fill(role: str, able: dict[str, tuple[str, ...]], filled: dict[str, str]) -> set[str]:
    """Find a person for a role, moving others where needed; else the people met in vain."""
    asked_by: dict[str, str] = {}
    pending = [role]
    for asking in pending:
        for person in able[asking]:
            if person in asked_by:
                continue
            asked_by[person] = asking
            if person not in filled:
                _move(person, asked_by, filled)
                return set()
            pending.append(filled[person])
    return set(asked_by)


def _move(person: str, asked_by: dict[str, str], filled: dict[str, str]) -> None:
    held = {role: someone for someone, role in filled.items()}
    free: str | None = person
    while free is not None:
        role = asked_by[free]
        filled[free] = role
        free = held.get(role)
