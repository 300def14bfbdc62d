"""A call tree does not reach its target in nine rounds of ten.

The time is worked out by simulation from `call_length`, `answer_rate`, `attempts` and
`retry_after`; where the tree does not say, from 2 minutes, 70 %, 2 tries and 5 minutes.

Why it is bad: the plan counts on people who are not there yet.

Example: `target: {share: 90, within: 15 min}` for one caller with twelve people to call.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.derive.reach import Reach, reach
from generator.model.call_tree import CallTree
from generator.model.duration import MINUTE, Duration
from generator.problems import Severity

CODE = "call-tree-slower-than-target"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """Call trees with a target that they miss."""
    for index, tree in enumerate(subject.plan.call_trees):
        reached = reach(tree, subject.plan) if tree.target else None
        if reached and not reached.meets_target:
            yield Finding(
                ("call_trees", index, "target"),
                _message(tree, reached),
                _help(reached),
            )


def _message(tree: CallTree, reached: Reach) -> str:
    share = tree.target.share if tree.target else 100
    within = _minutes(tree.target.within) if tree.target else 0
    if reached.to_share_p90 is None:
        took = "in more than one round of ten that share is never reached"
    else:
        took = f"nine rounds of ten take up to {_minutes(reached.to_share_p90)} min"
    return f"Call tree `{tree.id}` should reach {share} % within {within} min; {took}."


def _help(reached: Reach) -> str:
    weakest = reached.weakest_link
    first = f"Add an alternate at `{weakest}`, its weakest link" if weakest else "Add alternates"
    return f"{first}, share the calls among more callers, or change the target."


def _minutes(length: Duration) -> int:
    return -(-length.seconds // MINUTE)
