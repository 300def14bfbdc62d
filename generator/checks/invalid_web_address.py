"""A web address can't be opened.

Why it is bad: a link without `https://` leads to a page of the runbook itself, which isn't there.

Example: `kind: web` with `value: status.example.org`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.contact import Channel, Contact
from generator.problems import Severity

CODE = "invalid-web-address"
SEVERITY = Severity.ERROR

_ADDRESS = re.compile(r"https?://[^\s<>\"'/]+(?:/[^\s<>\"']*)?")


def find(subject: Subject) -> Iterator[Finding]:
    """Contacts of kind `web`."""
    for visit in subject.visits:
        contact = visit.value
        if not isinstance(contact, Contact) or contact.kind is not Channel.WEB:
            continue
        if not _ADDRESS.fullmatch(contact.value.strip()):
            yield Finding(
                (*visit.path, "value"),
                "This web address can't be opened.",
                "Write it in full, beginning with `https://`.",
            )
