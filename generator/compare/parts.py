"""Compare two parts of a plan, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any

from generator.model import Plan
from generator.model.base import Part, Ref
from generator.model.contact import Contact
from generator.model.duration import Duration
from generator.model.header import EmergencyNumber
from generator.model.kinds import COLLECTIONS, by_id
from generator.model.text import Text
from generator.model.walk import FieldShape, Shape, shapes
from generator.problems import without_contacts

_LONGEST = 60
_SECRET = {Contact: "value", EmergencyNumber: "number"}


class Names:
    """What people call the things that references name, in either plan."""

    def __init__(self, *plans: Plan):
        self._known: dict[tuple[str, str], str] = {}
        for plan in plans:
            for kind in COLLECTIONS:
                for id_, thing in by_id(plan, kind).items():
                    self._known[kind, id_] = title_of(thing)

    def of(self, ref: Ref | None, id_: str) -> str:
        """The name of what a reference names, or the id itself."""
        kinds = ref.kinds if ref else ()
        return next((self._known[k, id_] for k in kinds if (k, id_) in self._known), f"`{id_}`")


def title_of(part: Any) -> str:
    """What people call a thing: its title, its name, what it says, or its id."""
    for field in ("title", "name", "text", "who"):
        value = getattr(part, field, None)
        if value:
            return str(value)
    if isinstance(part, Contact):
        return part.kind.value
    return str(getattr(part, "id", None) or type(part).__name__.lower())


def differing(old: Part, new: Part, names: Names) -> Iterator[str]:
    """What is other in a part, a sentence each. Both are of one class."""
    for shape in shapes(type(new)):
        before, after = getattr(old, shape.name), getattr(new, shape.name)
        if before == after:
            continue
        if _SECRET.get(type(new)) == shape.name:
            yield f"the {_word(shape)} of {title_of(new)} is other"
        elif shape.many:
            yield from _lists(shape, before, after, names)
        elif isinstance(before, Part) and isinstance(after, Part):
            yield from (f"{_word(shape)}: {line}" for line in differing(before, after, names))
        else:
            yield _value(shape, before, after, names)


def _word(shape: FieldShape) -> str:
    return shape.key.replace("_", " ")


def _value(shape: FieldShape, before: Any, after: Any, names: Names) -> str:
    was, now = _said(shape, before, names), _said(shape, after, names)
    if before is None:
        return f"{_word(shape)} is new: {now}"
    if after is None:
        return f"{_word(shape)} is gone (it was {was})"
    if was == now:
        return f"{_word(shape)} is other in a translation"
    return f"{_word(shape)}: {was} → {now}"


def _said(shape: FieldShape, value: Any, names: Names) -> str:
    if value is None:
        return "nothing"
    if shape.shape is Shape.REF:
        return names.of(shape.ref, value)
    if isinstance(value, Text):
        return f"“{_short(value.words)}”"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Duration):
        return " ".join(f"{n} {unit}{'s' if n != 1 else ''}" for n, unit in value.parts())
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date | int | float | str):
        return _short(str(value))
    return title_of(value)


def _short(text: str) -> str:
    """A text on one line and not too long, without the numbers that somebody wrote into it."""
    line = without_contacts(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _lists(
    shape: FieldShape, before: Sequence[Any], after: Sequence[Any], names: Names
) -> Iterator[str]:
    if shape.shape is Shape.PART:
        yield from _parts(shape, before, after, names)
        return
    gone = [_said(shape, value, names) for value in before if value not in after]
    come = [_said(shape, value, names) for value in after if value not in before]
    yield from (f"{_word(shape)}: {value} is gone" for value in gone)
    yield from (f"{_word(shape)}: {value} is new" for value in come)
    if not gone and not come:
        order = ", ".join(_said(shape, value, names) for value in after)
        yield f"{_word(shape)} are in another order: {order}"


def _parts(
    shape: FieldShape, before: Sequence[Any], after: Sequence[Any], names: Names
) -> Iterator[str]:
    """Parts are matched by their id, or, where they have none, by what they are called."""
    old, new = _keyed(before), _keyed(after)
    for key, part in new.items():
        if key not in old:
            yield f"{_word(shape)}: “{_short(_title(part))}” is new"
        elif old[key] != part:
            lines = tuple(differing(old[key], part, names))
            yield from (f"{_word(shape)}, “{_short(_title(part))}”: {line}" for line in lines)
    for key, part in old.items():
        if key not in new:
            yield f"{_word(shape)}: “{_short(_title(part))}” is gone"
    shared = [key for key in old if key in new]
    if shared != [key for key in new if key in old]:
        yield f"{_word(shape)} are in another order"


def _title(part: Any) -> str:
    """Like ``title_of``; a step is called by what it says."""
    said = getattr(part, "do", None)
    return str(said) if said else title_of(part)


def _keyed(parts: Sequence[Any]) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    for part in parts:
        name = str(getattr(part, "id", None) or title_of(part))
        number = 0
        while (name, number) in found:
            number += 1
        found[name, number] = part
    return found
