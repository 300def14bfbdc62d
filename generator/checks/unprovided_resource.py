"""A plan counts on a resource that nobody keeps, supplies or has lying ready.

Why it is bad: on the day it isn't there (ISO 22301:2019, 8.3.4).

Example: a plan has `resources: [grab-bag]`, and `grab-bag` has no owner, supplier or site.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.model.walk import Path
from generator.problems import Severity, listed

CODE = "unprovided-resource"
SEVERITY = Severity.WARNING

_SHOWN = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Resources that plans name, each once."""
    uses = _uses(subject)
    for index, resource in enumerate(subject.plan.resources):
        provided = resource.owner or resource.supplier or resource.site
        if resource.id in uses and not provided:
            named = uses[resource.id]
            yield Finding(
                ("resources", index, "id"),
                f"Nobody provides the resource `{resource.id}`, which is used by "
                f"{listed(plan for plan, _ in named)}.",
                "Say who keeps it (`owner:`), who supplies it (`supplier:`) or where it is "
                "(`site:`).",
                related=tuple(path for _, path in named[:_SHOWN]),
            )


def _uses(subject: Subject) -> dict[str, list[tuple[str, Path]]]:
    """Resource → the plans that name it, and where."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for index, plan in enumerate(subject.plan.plans):
        for place, id_ in enumerate(plan.resources):
            path = ("plans", index, "resources", place)
            found.setdefault(id_, []).append((plan.id, path))
    return found
