"""A product has no activity that delivers it.

Why it is bad: its recovery can't be derived, and nothing shows what fells it.

Example: the product `archive`, which is in no activity's `products:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "product-without-activity"
SEVERITY = Severity.NOTE


def find(subject: Subject) -> Iterator[Finding]:
    """Products that no activity names."""
    delivered = {id_ for activity in subject.plan.activities for id_ in activity.products}
    for index, product in enumerate(subject.plan.products):
        if product.id not in delivered:
            yield Finding(
                ("products", index, "id"),
                f"No activity delivers the product `{product.id}`.",
                "Name it in the `products:` of the activities that it needs.",
            )
