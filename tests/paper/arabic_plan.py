"""A small plan in Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.build import Opened
from generator.opening import open_plan
from tests.paper.printed import DAY
from tests.plan_builder import HEADER

LEAD, NAME, NUMBER = "قائد الأزمة", "أمينة المنصوري", "+49 30 23125101"
POINT = {"id": "gate", "name": "البوابة"}


def open_arabic(folder: Path, language: str, names: Mapping[str, str] | None = None) -> Opened:
    """The plan, written into a folder, as one in a language; ``names`` are other ones for people,
    by their ids."""
    path = folder / "plan.yml"
    plan = plan_of(language)
    if names:
        plan["people"] = [one | {"name": names[one["id"]]} for one in plan["people"]]
    path.write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")
    return open_plan(path, DAY)


def plan_of(language: str) -> dict[str, Any]:
    """A plan with two people, a call tree and a scenario, all in Arabic."""
    site = {
        "id": "office",
        "name": "المكتب",
        "assembly_points": [POINT],
    }
    step = {"id": "call", "do": "اتصل بالإطفاء.", "call": "deputy"}
    return {
        "format": 1,
        "plan": HEADER
        | {
            "languages": [language],
            "organisation": "مخبز النهر",
            "audiences": [{"id": "public", "title": "All", "publish": "open"}],
            "default_audience": "public",
        },
        "people": [
            {"id": "amina", "name": NAME, "contacts": [_phone("101")]},
            {"id": "basim", "name": "باسم الحداد", "contacts": [_phone("102")]},
        ],
        "sites": [site],
        "roles": [
            {"id": "lead", "title": LEAD, "holder": "amina", "alternates": ["basim"]},
            {"id": "deputy", "title": "نائب القائد", "holder": "basim", "reports_to": "lead"},
        ],
        "checklists": [{"id": "now", "title": "الآن", "roles": ["lead"], "steps": [step]}],
        "scenarios": [
            {
                "id": "closed",
                "title": "لا يمكن استخدام المبنى",
                "phases": [
                    {
                        "id": "first",
                        "title": "الآن",
                        "checklists": [{"role": "lead", "checklist": "now"}],
                    }
                ],
            }
        ],
        "call_trees": [
            {
                "id": "team",
                "title": "خلية الأزمة",
                "kind": "cascade",
                "initiator": "lead",
                "controller": "lead",
                "nodes": [{"id": "one", "who": "deputy"}],
            }
        ],
    }


def _phone(last: str) -> dict[str, str]:
    return {"kind": "phone", "value": f"+49 30 23125{last}", "label": "مكتب", "audience": "public"}
