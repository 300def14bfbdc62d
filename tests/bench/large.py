"""A large organisation's plan: 5,000 people, 500 checklists, 1,000 activities, 2,000 dependencies.

Run as ``python -m tests.bench.large``: it writes the plan, and says how long reading, checking and
the work on the dependency graph take.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from generator.checks import check
from generator.derive.dependencies import dependency_graph
from generator.derive.failure import losses
from generator.derive.failure_single_points import single_points
from generator.derive.recovery import recovery_order
from generator.load import load
from tests.bench.emit import as_yaml
from tests.bench.synthetic import AS_OF

PEOPLE, CHECKLISTS, ACTIVITIES, SYSTEMS = 5_000, 500, 1_000, 200
UNITS = 100


def write_large_plan(folder: Path, seed: int = 1) -> None:
    """Write the plan as YAML files, one for each topic."""
    folder.mkdir(parents=True, exist_ok=True)
    for topic, things in _topics(Random(seed)):
        (folder / f"{topic}.yml").write_text(as_yaml({topic: things}), encoding="utf-8")


def _topics(random: Random) -> Iterator[tuple[str, Any]]:
    yield "plan", _HEADER
    yield "units", [{"id": f"unit-{n}", "name": f"Unit {n}"} for n in range(UNITS)]
    yield "people", [_person(n) for n in range(PEOPLE)]
    yield "roles", [_role(n) for n in range(UNITS)]
    yield "checklists", [_checklist(n) for n in range(CHECKLISTS)]
    yield (
        "systems",
        [{"id": f"system-{n}", "name": f"System {n}", "rto": "1h"} for n in range(SYSTEMS)],
    )
    yield "activities", [_activity(n, random) for n in range(ACTIVITIES)]


_HEADER: Mapping[str, Any] = {
    "id": "large",
    "organisation": "Large",
    "title": "Plan",
    "revision": "1",
    "issued": AS_OF,
    "audiences": [{"id": "staff", "title": "Staff", "publish": "open"}],
}


def _person(n: int) -> Mapping[str, Any]:
    number = f"+33 1 99 00 {n // 100 % 100:02} {n % 100:02}"
    contact = {"kind": "phone", "value": number, "verified": AS_OF}
    return {"id": f"person-{n}", "name": f"Person {n}", "unit": f"unit-{n % UNITS}",
            "contacts": [contact]}  # fmt: skip


def _role(n: int) -> Mapping[str, Any]:
    holders = [f"person-{n * 3 + offset}" for offset in range(3)]
    return {"id": f"role-{n}", "title": f"Role {n}", "holder": holders[0],
            "alternates": holders[1:]}  # fmt: skip


def _checklist(n: int) -> Mapping[str, Any]:
    steps = [{"id": f"step-{s}", "do": f"Read line {s} of log {n} aloud."} for s in range(9)]
    return {"id": f"list-{n}", "title": f"List {n}", "roles": [f"role-{n % UNITS}"], "steps": steps}


def _activity(n: int, random: Random) -> Mapping[str, Any]:
    targets = {f"system-{random.randrange(SYSTEMS)}"}
    # Only on earlier activities, so that nothing runs in a circle.
    targets.add(f"activity-{random.randrange(n)}" if n else "system-0")
    decided = {"decision": "mitigated", "why": "By hand."}
    return {"id": f"activity-{n}", "name": f"Activity {n}", "unit": f"unit-{n % UNITS}",
            "rto": "4h", "mtpd": "2 days", "priority": 1 + n,
            "dependencies": [{"on": target, **decided} for target in sorted(targets)]}  # fmt: skip


def main() -> None:
    """Print processor seconds, stage by stage."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "large"
        write_large_plan(folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        start = process_time()
        loaded = load(folder)
        read = process_time()
        problems = check(loaded, date.fromisoformat(AS_OF))
        checked = process_time()
        assert loaded.plan is not None
        graph = dependency_graph(loaded.plan)
        found = losses(loaded.plan, graph)
        single_points(graph, found)
        recovery_order(loaded.plan, graph, "activity")
        worked = process_time()
    print(f"large plan: {size:.1f} MB of YAML, {PEOPLE:,} people, {ACTIVITIES:,} activities")
    print(f"  read  {read - start:5.2f} s")
    print(f"  check {checked - read:5.2f} s, {len(problems)} problems")
    print(f"  graph {worked - checked:5.2f} s, {len(found)} losses")


if __name__ == "__main__":
    main()
