"""The plan doesn't say where its site is published.

Why it is bad: printed sheets and cards then have no QR code that leads to the page, and
calendars no link.

Example: no `site_url: https://plan.organisation.example/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "no-site-url"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """The plan's header."""
    if subject.plan.plan.site_url is None:
        yield Finding(
            ("plan",),
            "The plan has no `site_url`, so sheets and cards have no QR codes to its pages.",
            "Add `site_url:` with the address of the site.",
            key=True,
        )
