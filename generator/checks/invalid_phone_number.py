"""A phone number can't be dialled.

Numbers are checked against the numbering plans of all countries; those without a country code
against that of the plan's `country`. Short codes of up to six digits, such as 112, are fine.

Why it is bad: in tests call trees fail through wrong numbers more than through anything else.

Example: `value: "+32 2 79"`, or `value: 02 790 33 33` in a plan without a `country`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.phone import phone_number
from generator.model.contact import DIALLED, Contact
from generator.model.header import EmergencyNumber
from generator.model.walk import Path
from generator.problems import Severity

CODE = "invalid-phone-number"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Contacts that are dialled, and emergency numbers. The number itself is never shown."""
    country = subject.plan.plan.country
    for path, what, number in _numbers(subject):
        if phone_number(number, country) is not None:
            continue
        if country is None and not number.strip().startswith("+"):
            cure = "Write it with `+` and the country code, or add `country:` to the plan."
        else:
            cure = "Compare it with the source; write it with `+` and the country code."
        yield Finding(path, f"This {what} number can't be dialled.", cure)


def _numbers(subject: Subject) -> Iterator[tuple[Path, str, str]]:
    for visit in subject.visits:
        if isinstance(visit.value, Contact) and visit.value.kind in DIALLED:
            yield (*visit.path, "value"), str(visit.value.kind), visit.value.value
        elif isinstance(visit.value, EmergencyNumber):
            yield (*visit.path, "number"), "emergency", visit.value.number
