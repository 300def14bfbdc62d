"""An activity is to be back later than its disruption can be borne.

Why it is bad: the RTO is the time in which the activity comes back, the MTPD the time after which
the damage can't be made good; a plan that keeps its RTO would still fail (ISO 22301:2019, 8.2.2).

Example: `rto: 2 days` with `mtpd: 1 day`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.node_words import lasting
from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "rto-above-mtpd"
SEVERITY = Severity.ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Activities that have both times."""
    for index, activity in enumerate(subject.plan.activities):
        rto, mtpd = activity.rto, activity.mtpd
        if rto is not None and mtpd is not None and rto > mtpd:
            yield Finding(
                ("activities", index, "rto"),
                f"The RTO of activity `{activity.id}` is {lasting(rto)}, above its MTPD of "
                f"{lasting(mtpd)}.",
                "Bring it back sooner, or correct the MTPD.",
                related=(("activities", index, "mtpd"),),
            )
