"""Plans that hold just what one clause asks for, put together from the tables beside this file.

A table has ways to meet a clause: ``from`` are the parts of a plan, as few as can be, and
``evidence`` are the places (kind/id) where an auditor then finds it. A part meets one demand of
the clause, or as many as it says under ``meets``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from generator.derive.requirements import STANDARDS, Answer, answers
from generator.model import Plan
from tests.plan_builder import make_plan

AS_OF = date(2026, 6, 1)

Part = dict[str, Any]

MUST: dict[str, Part] = {
    "activations": {"title": "t", "scenario": "fire", "begins": "2026-01-01"},
    "activities": {"name": "n"},
    "assessments": {"title": "t"},
    "authorities": {"name": "n", "purpose": "p"},
    "call_trees": {"title": "t"},
    "campaigns": {"title": "t"},
    "criteria": {"title": "t", "leads_to": "crisis", "conditions": [{"text": "Hurt"}]},
    "duties": {"title": "t", "source": "s", "trigger": "An incident"},
    "exercises": {"title": "t"},
    "levels": {"title": "t", "severity": 1},
    "measures": {"title": "t"},
    "messages": {"title": "t", "text": "Go home."},
    "plans": {"title": "t", "kind": "bcp"},
    "products": {"name": "n"},
    "resources": {"title": "t"},
    "reviews": {"title": "t"},
    "revisions": {"approved": "2026-01-01", "summary": "s"},
    "risks": {"title": "t", "rating": {"likelihood": 1, "impact": 1}},
    "roles": {"title": "t"},
    "scenarios": {"title": "t"},
    "sites": {"name": "n"},
    "suppliers": {"name": "n", "supplies": "s"},
    "systems": {"name": "n"},
}
"""What each thing must have, whatever a standard asks for."""


class Way(Struct, frozen=True):
    """One way to meet a clause.

    ``meets`` says of each part how many demands nothing else meets, ``any_part`` how many demands
    are met by whichever part is there.
    """

    standard: str
    clause: str
    evidence: tuple[str, ...]
    parts: tuple[Part, ...]
    meets: tuple[int, ...]
    any_part: int


def table(name: str) -> list[dict[str, Any]]:
    """The rows of a file beside this one, every value as text, as plans are read."""
    text = (Path(__file__).parent / f"{name}.yml").read_text("utf-8")
    return list(yaml.load(text, yaml.BaseLoader))


def ways(standard: str) -> tuple[Way, ...]:
    """The table of a standard."""
    return tuple(_way(standard, row) for row in table(standard))


def _way(standard: str, row: dict[str, Any]) -> Way:
    meets = tuple(int(part.pop("meets", 1)) for part in row["from"])
    evidence, parts = tuple(row["evidence"].split()), tuple(row["from"])
    return Way(standard, row["clause"], evidence, parts, meets, int(row.get("any_part", 0)))


def plan_of(parts: Iterable[Part]) -> Plan:
    """The plan that has these parts: what several say about one thing is put together."""
    whole: dict[str, Any] = {}
    for part in deepcopy(list(parts)):
        for topic, said in part.items():
            if isinstance(said, dict):
                whole.setdefault(topic, {}).update(said)
                continue
            things = whole.setdefault(topic, {})
            for thing in said:
                key = thing.get("id", thing.get("revision"))
                things.setdefault(key, dict(MUST[topic])).update(thing)
    header = whole.pop("plan", None)
    topics = {
        topic: said if topic == "programme" else list(said.values())
        for topic, said in whole.items()
    }
    return make_plan(header=header, **topics)


def one_field_less(part: Part) -> Iterator[Part]:
    """The part without one field of it, for each of its fields in turn; ids stay."""
    for topic, said in part.items():
        for index, thing in enumerate([said] if isinstance(said, dict) else said):
            for field in sorted(thing.keys() - {"id", "revision"}):
                less = deepcopy(part)
                del (less[topic] if isinstance(said, dict) else less[topic][index])[field]
                yield less


def answer_to(standard: str, clause: str, plan: Plan) -> Answer:
    """What a plan holds for a clause on 1 June 2026."""
    (which,) = [one for one in STANDARDS if one.id == standard]
    (answer,) = [a for a in answers(which, plan, AS_OF) if a.requirement.clause == clause]
    return answer


def places(answer: Answer) -> list[str]:
    """The evidence as the tables write it, sorted."""
    return sorted(one.kind + (f"/{one.id}" if one.id else "") for one in answer.evidence)
