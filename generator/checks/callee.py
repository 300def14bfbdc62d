"""Who is meant by a callee: the people behind a role, or the person named."""

from __future__ import annotations

from generator.checks.rule import Subject
from generator.model.contact import DIALLED, Contact
from generator.model.person import Person
from generator.model.role import Role


def role_of(subject: Subject, callee: str) -> Role | None:
    """The role, if the callee is one."""
    return subject.index["role"].get(callee)


def called(subject: Subject, callee: str) -> tuple[str, ...]:
    """The id of the person; or those of the role's holder and alternates, in the order in which
    they are called. Also ids that nobody has, which are reported as such."""
    role = role_of(subject, callee)
    ids = (callee,) if role is None else (role.holder, *role.alternates)
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None))


def people_of(subject: Subject, callee: str) -> tuple[Person, ...]:
    """Those people, as far as they are known."""
    people = subject.index["person"]
    return tuple(people[id_] for id_ in called(subject, callee) if id_ in people)


def can_be_dialled(subject: Subject, whole: Person | Role, reader: int) -> bool:
    """True if a reader of that rank sees a number of the person or role."""
    rank = subject.visibility.of(whole, None)
    return rank <= reader and any(
        _is_dialled(contact) and subject.visibility.of(contact, rank) <= reader
        for contact in whole.contacts
    )


def _is_dialled(contact: Contact) -> bool:
    return contact.kind in DIALLED
