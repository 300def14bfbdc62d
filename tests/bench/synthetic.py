"""Seeded synthetic plans of a wanted number of pages, in the proportions of a real one.

What stands on a page doesn't grow with the plan: a scenario has as many roles, a role as many
scenarios, a unit as many people in a plan of 3,000 pages as in one of 100. Only lists grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.counts import ROLES_IN_A_SCENARIO, Counts
from tests.bench.emit import Fields, as_yaml
from tests.bench.things import VERIFIED, Things
from tests.bench.words import phrase, sentence, step_text, title

AS_OF = "2026-11-22"
"""The day to judge synthetic plans by."""

EDITED = "Read the first line of the log aloud."
"""The text of a step that stands in the plan once, for the measurement that edits it."""

EDITED_FILE = "scenarios/scenario-0.yml"


def write_plan(folder: Path, pages: int, seed: int = 1) -> None:
    """Write a plan of about ``pages`` pages (one language, one audience) as YAML files."""
    (folder / "scenarios").mkdir(parents=True, exist_ok=True)
    for name, content in _files(Counts.of(pages), Random(seed)):
        (folder / name).write_text(as_yaml(content), encoding="utf-8")


def _files(counts: Counts, random: Random) -> Iterator[tuple[str, Mapping[str, Any]]]:
    things = Things(counts, random)
    response = _Response(counts, random)
    yield "plan.yml", {"format": 1, "plan": _HEADER}
    yield "levels.yml", _LEVELS
    yield "authorities.yml", {"authorities": [_AUTHORITY]}
    yield "people.yml", {"people": [things.person(n) for n in range(counts.people)]}
    yield "units.yml", {"units": [things.unit(n) for n in range(counts.units)]}
    yield "sites.yml", {"sites": [things.site(n) for n in range(counts.sites)]}
    yield "suppliers.yml", {"suppliers": [things.supplier(n) for n in range(counts.suppliers)]}
    yield "roles.yml", {"roles": [things.role(n) for n in range(counts.roles)]}
    yield "call-trees.yml", {"call_trees": [things.tree(n) for n in range(counts.trees)]}
    yield "messages.yml", {"messages": [things.message(n) for n in range(counts.messages)]}
    yield "blocks.yml", {"blocks": [response.block()]}
    for n in range(counts.scenarios):
        yield f"scenarios/scenario-{n}.yml", response.scenario_file(n)


class _Response:
    """Makes scenarios and the checklists that belong to them."""

    def __init__(self, counts: Counts, random: Random) -> None:
        self.counts = counts
        self.random = random

    def block(self) -> Fields:
        """Steps that most checklists share."""
        return {
            "id": "leave",
            "title": "Leave the building",
            "steps": self._plain_steps(2, "leave"),
        }

    def scenario_file(self, n: int) -> Fields:
        """A scenario with a checklist for each of its roles, and one that several work later."""
        roles = [self._worker(n, k) for k in range(ROLES_IN_A_SCENARIO)]
        lists = [self._checklist(f"list-{n}-{k}", roles[k]) for k in range(len(roles))]
        later = self._checklist(f"list-{n}-later", roles[0])
        if n == 0:
            lists[0]["steps"][0]["do"] = EDITED
        return {"scenarios": [self._scenario(n, roles)], "checklists": [*lists, later]}

    def _worker(self, n: int, k: int) -> str:
        first = n * self.counts.roles // self.counts.scenarios
        return f"role-{(first + k) % self.counts.roles}"

    def _checklist(self, id_: str, role: str) -> Fields:
        return {
            "id": id_,
            "title": f"{title(self.random, 3)} {id_.partition('-')[2]}",
            "style": self.random.choice(["read-do", "do-confirm"]),
            "roles": [role],
            "purpose": sentence(self.random),
            "steps": self._steps(id_),
        }

    def _steps(self, list_id: str) -> list[Fields]:
        """Eight to twelve lines, counting those of the block."""
        steps = self._plain_steps(self.random.randint(4, 8))
        steps[1] |= {"call": f"role-{self._any(self.counts.roles)}", "within": "15 min"}
        steps[2] |= {"note": sentence(self.random), "at": f"site-{self._any(self.counts.sites)}"}
        extra = self.random.choice(["start", "send"])
        number = self.counts.trees if extra == "start" else self.counts.messages
        kind = "tree" if extra == "start" else "message"
        steps[3][extra] = f"{kind}-{self._any(number)}"
        later = f"{list_id.rpartition('-')[0]}-later"
        branches = [{"answer": "Yes", "go_to": later}, {"answer": "No", "go_to": "step-1"}]
        return [
            *steps[:2],
            {"id": "not", "do_not": f"use {phrase(self.random, 1)}."},
            {"block": "leave"},
            {"pause": f"Before {phrase(self.random, 1)}"},
            *steps[2:],
            {"id": "choice", "decide": f"Is {phrase(self.random, 1)} safe?", "branches": branches},
        ]

    def _any(self, number: int) -> int:
        return self.random.randrange(number)

    def _plain_steps(self, number: int, name: str = "step") -> list[Fields]:
        return [{"id": f"{name}-{k + 1}", "do": step_text(self.random)} for k in range(number)]

    def _scenario(self, n: int, roles: list[str]) -> Fields:
        counts = self.counts
        return {
            "id": f"scenario-{n}",
            "title": f"{title(self.random, 4)} {n}",
            "summary": sentence(self.random),
            "icon": ("building", "server", "network", "cyber", "fire")[n % 5],
            "causes": [title(self.random, 2) for _ in range(3)],
            "recognise": [sentence(self.random) for _ in range(3)],
            "variants": [{"id": "short", "title": "Short"}, {"id": "long", "title": "Long"}],
            "triggers": {"conditions": [sentence(self.random) for _ in range(3)]},
            "criteria": ["injured", "services-down"],
            "safety": self._plain_steps(4, "safety"),
            "phases": list(_phases(n, roles)),
            "call_trees": [f"tree-{n % counts.trees}"],
            "messages": [f"message-{(2 * n + k) % counts.messages}" for k in range(2)],
            "stand_down": {
                "criteria": [sentence(self.random)],
                "declared_by": roles[:1],
                "steps": self._plain_steps(3, "end"),
            },
            "sites": [f"site-{n % counts.sites}"],
            "suppliers": [f"supplier-{n % counts.suppliers}"],
            "authorities": ["cert"],
            "keywords": [title(self.random, 1)],
        }


def _phases(n: int, roles: list[str]) -> Iterator[Fields]:
    """Half of the roles work their own list now, half next; later all work one list."""
    half = len(roles) // 2
    own = [{"role": role, "checklist": f"list-{n}-{k}"} for k, role in enumerate(roles)]
    later = [{"role": role, "checklist": f"list-{n}-later"} for role in roles]
    yield {"id": "now", "title": "Now", "begins": "0", "ends": "2h", "checklists": own[:half]}
    yield {"id": "next", "title": "Next", "begins": "2h", "ends": "12h", "checklists": own[half:]}
    yield {"id": "later", "title": "Later", "begins": "12h", "checklists": later}


_HEADER: Fields = {
    "id": "synthetic",
    "organisation": "Synthetic Works",
    "title": "Emergency plan",
    "owner": "role-0",
    "revision": "2026.1",
    "issued": "2026-10-01",
    "review_by": "2027-10-01",
    "languages": ["en"],
    "audiences": [{"id": "staff", "title": "All staff", "publish": "open"}],
    "default_audience": "staff",
    "country": "FR",
    "site_url": "https://plan.example.org/",
    "emergency_numbers": [
        {"id": "eu-112", "number": "112", "label": "Fire, ambulance"},
        {"id": "line", "number": "+33 1 99 00 50 50", "label": "Crisis line"},
    ],
}

_LEVELS: Fields = {
    "levels": [
        {"id": "major", "title": "Major incident", "severity": 1, "declared_by": ["role-1"]},
        {"id": "crisis", "title": "Crisis", "severity": 2, "crisis": True, "ended_by": ["role-0"]},
    ],
    "criteria": [
        {
            "id": "injured",
            "title": "Someone is injured",
            "leads_to": "crisis",
            "conditions": [{"text": "Somebody needs a hospital."}],
        },
        {
            "id": "services-down",
            "title": "Services are down",
            "kind": "technical",
            "leads_to": "major",
            "conditions": [{"metric": "Services down", "operator": ">=", "value": "2"}],
        },
    ],
}

_AUTHORITY: Fields = {
    "id": "cert",
    "name": "National CERT",
    "purpose": "Report incidents",
    "primary": {
        "name": "Duty desk",
        "contacts": [{"kind": "phone", "value": "+33 1 99 00 60 60", "verified": VERIFIED}],
    },
}
