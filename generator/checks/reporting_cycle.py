"""Roles report to each other in a circle, or units are part of each other.

Why it is bad: nobody is at the top, so nobody decides; and no chart of the organisation can be
drawn.

Example: `crisis-lead` reports to `director`, and `director` to `crisis-lead`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.cycle import cycle, joined
from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "reporting-cycle"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Follows `reports_to` of roles and `parent` of units."""
    plan = subject.plan
    roles = joined((one.id, (one.reports_to,) if one.reports_to else ()) for one in plan.roles)
    units = joined((one.id, (one.parent,) if one.parent else ()) for one in plan.units)
    for field, key, above in (("roles", "reports_to", roles), ("units", "parent", units)):
        circle = cycle(above)
        if circle:
            place = list(above).index(circle[0])
            chain = " → ".join(f"`{id_}`" for id_ in (*circle, circle[0]))
            yield Finding(
                (field, place, key),
                f"The {field} go round in a circle by `{key}`: {chain}.",
                f"Remove one of these `{key}`.",
            )
