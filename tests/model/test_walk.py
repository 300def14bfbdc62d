"""Walking a plan: every value is met, at the path at which the files have it."""

from __future__ import annotations

from typing import Any

from generator.model import Plan
from generator.model.base import Part
from generator.model.fields import fields, part_class
from generator.model.walk import Shape, shapes, walk
from tests.plan_builder import make_plan

PLAN = make_plan(
    people=[{"id": "noor", "name": "Noor", "contacts": [{"kind": "mail", "value": "a@b.example"}]}],
    roles=[{"id": "lead", "title": {"en": "Lead", "nl": "Leider"}, "holder": "noor"}],
    sites=[{"id": "tower", "name": "Tower", "pictures": [{"file": "a.svg", "alt": "A map"}]}],
    checklists=[{"id": "fire", "title": "Fire", "steps": [{"id": "out", "do": "Leave."}]}],
)


def met(shape: Shape) -> dict[tuple[str | int, ...], Any]:
    return {v.path: v.value for v in walk(PLAN) if v.field.shape is shape}


def test_texts_references_and_files_are_told_apart() -> None:
    assert ("checklists", 0, "steps", 0, "do") in met(Shape.TEXT)
    assert met(Shape.REF)[("roles", 0, "holder")] == "noor"
    assert met(Shape.FILE)[("sites", 0, "pictures", 0, "file")] == "a.svg"
    assert met(Shape.VALUE)[("people", 0, "contacts", 0, "value")] == "a@b.example"


def test_what_is_left_out_is_not_met() -> None:
    assert not any("reports_to" in visit.path for visit in walk(PLAN))


def test_every_path_leads_to_its_value() -> None:
    visits = list(walk(PLAN))
    assert len(visits) > 20
    for visit in visits:
        value: Any = PLAN
        for step in visit.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value == visit.value


def test_no_model_hides_a_reference_in_a_shape_that_is_not_seen() -> None:
    seen: set[type[Part]] = set()
    pending: list[type[Part]] = [Plan]
    references = 0
    while pending:
        model = pending.pop()
        if model in seen:
            continue
        seen.add(model)
        for shape in shapes(model):
            references += shape.shape is Shape.REF
            assert (shape.ref is not None) == (shape.shape is Shape.REF)
        pending += filter(None, (part_class(field.hint) for field in fields(model)))
    assert len(seen) > 20
    assert references > 30
