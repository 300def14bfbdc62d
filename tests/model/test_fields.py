"""What the classes of the model tell of their fields."""

from __future__ import annotations

from msgspec import UNSET

from generator.model.base import About, Id, Ref
from generator.model.checklist import Checklist, Step, Style
from generator.model.fields import field, fields, given, item_of, part_class, unmarked
from generator.model.person import Person
from generator.model.role import Role


def test_fields_come_in_the_order_of_declaration_those_of_bases_first() -> None:
    names = [one.name for one in fields(Checklist)]
    assert names[:5] == ["audience", "id", "aliases", "title", "style"]
    assert tuple(names) == Checklist.__struct_fields__


def test_a_field_is_required_or_has_a_default() -> None:
    title, style = field(Checklist, "title"), field(Checklist, "style")
    assert title is not None
    assert style is not None
    assert (title.required, title.default) == (True, UNSET)
    assert (style.required, style.default) == (False, Style.READ_DO)


def test_what_it_is_about_is_told_apart_from_its_type() -> None:
    id_, name = field(Person, "id"), field(Person, "name")
    assert id_ is not None
    assert name is not None
    assert id_.hint == Id
    assert (name.hint, name.about) == (
        str,
        About("The name as colleagues say it.", "Noor Verhaegen", fewest=1),
    )


def test_marks_lists_and_what_may_be_left_out_are_told_from_what_is_held() -> None:
    holder, alternates, steps = (
        field(Role, "holder"),
        field(Role, "alternates"),
        field(Checklist, "steps"),
    )
    assert holder is not None
    assert alternates is not None
    assert steps is not None
    assert unmarked(given(holder.hint)) == (str, (Ref("person"),))
    assert item_of(holder.hint) is None
    assert unmarked(item_of(alternates.hint)) == (str, (Ref("person"),))
    assert part_class(steps.hint) is Step
    assert part_class(alternates.hint) is None


def test_a_name_that_is_no_field_is_none() -> None:
    assert field(Person, "nmae") is None
