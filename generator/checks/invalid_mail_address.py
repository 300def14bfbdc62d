"""A mail address can't be written to.

Why it is bad: the alert comes back undelivered, if anybody notices.

Example: `kind: mail` with a value without `@`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.contact import Channel, Contact
from generator.problems import Severity

CODE = "invalid-mail-address"
SEVERITY = Severity.ERROR

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def find(subject: Subject) -> Iterator[Finding]:
    """Contacts of kind `mail`: name, @, and a domain with a dot. The address is never shown."""
    for visit in subject.visits:
        contact = visit.value
        if not isinstance(contact, Contact) or contact.kind is not Channel.MAIL:
            continue
        if not _ADDRESS.fullmatch(contact.value.strip()):
            yield Finding(
                (*visit.path, "value"),
                "This isn't a mail address.",
                "Write one address, such as `name@organisation.example`.",
            )
