"""The maintainers' reference, made from the model and the checks: `make schema` writes it.

python -m generator.guide docs/maintainers
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from generator.checks.documentation import codes_page
from generator.model import Plan
from generator.model.base import FilePath, Id, Part, Ref
from generator.model.duration import Duration
from generator.model.fields import Field, fields, given, item_of, part_class, unmarked
from generator.model.header import Colour, LanguageTag, WebAddress
from generator.model.text import Name, Text

_OPENING = """\
# Every field of a plan

This page is made from the same model that reads the plan; your editor shows the same texts while
you type. Topics may stand in one file or in many; each may be left out but `plan`.

How to read the second column:

- *text*: one string, or one string per language: `{en: Call 112., nl: Bel 112.}`. One string is in
  the plan's first language; `{same: DNS}` is the same in every language.
- *name*: as a text, but one string is the same in every language.
- *length of time*: `4h`, `30 min`, `1 h 30 min`, `2 days`, also in Dutch, French and German words.
- *day*: year-month-day, such as `2026-11-30`.
- *id*: small letters, digits and hyphens, at most 64. *id of a role*: the id of something that the
  plan has elsewhere.
- *list*: `[one, two]`, or one a line, each after `- `.
- *file*: a path inside the plan's folder, with `/`.

A field in **bold** must be filled in.
"""

_PLAIN = {
    str: "plain text",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
    date: "day",
    Duration: "length of time",
    Name: "name",
    Text: "text",
}


class _AsText(yaml.SafeDumper):
    """Writes every value without quotes where it can, as the plan's reader reads text."""


_AsText.yaml_implicit_resolvers = {}


def fields_page() -> str:
    """Every topic and every part of a plan with its fields, as Markdown."""
    return _OPENING + "".join(f"\n{section}" for section in _sections())


def models() -> Iterator[type[Part]]:
    """The plan and every kind of part in it, each once, in the order they are met."""
    yield from _below(Plan, set())


def example(key: str, value: Any) -> str:
    """One field as a line of YAML."""
    return f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    """A value on one line of YAML."""
    text = yaml.dump(
        _spelled(value),
        Dumper=_AsText,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    return text.removesuffix("...\n").strip()


def holds(hint: Any) -> str:
    """What a field with this annotation holds, in words."""
    for known, words in ((Id, "id"), (LanguageTag, "language tag"), (WebAddress, "web address")):
        if hint == known:
            return words
    if hint == Colour:
        return "colour, `#` and six digits"
    base, marks = unmarked(hint)
    if marks:
        return _marked(base, marks)
    if (inner := given(hint)) is not hint:
        return holds(inner)
    if (inner := item_of(hint)) is not None:
        return f"list: {holds(inner)}"
    if issubclass(hint, Enum):
        return "one of " + ", ".join(f"`{choice.value}`" for choice in hint)
    if issubclass(hint, Part):
        return f"[{_title(hint)}](#{_anchor(hint)})"
    return _PLAIN[hint]


def _marked(base: Any, marks: tuple[Any, ...]) -> str:
    for mark in marks:
        if isinstance(mark, Ref):
            *others, last = [kind.replace("-", " ") for kind in mark.kinds]
            kinds = f"{', '.join(others)} or {last}" if others else last
            return f"id of {'an' if kinds[0] in 'aeio' else 'a'} {kinds}"
        if isinstance(mark, FilePath):
            return "file"
    return holds(base)


def _sections() -> Iterator[str]:
    topics = _topics()
    yield f"## format\n\n{_table(Plan, only='format')}"
    for model in models():
        if model is Plan:
            continue
        heading = f"## {topics[model]}" if model in topics else f"### {_title(model)}"
        yield f"{heading}\n\n{_purpose(model)}\n\n{_table(model)}"


def _below(model: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    seen.add(model)
    yield model
    for field in fields(model):
        part = part_class(field.hint)
        if part is not None and part not in seen:
            yield from _below(part, seen)


def _table(model: type[Part], only: str | None = None) -> str:
    rows = [_row(field) for field in fields(model) if only in (None, field.name)]
    return "\n".join(["| field | holds | meaning | example |", "|---|---|---|---|", *rows, ""])


def _row(field: Field) -> str:
    key = f"**`{field.name}`**" if field.required else f"`{field.name}`"
    meaning = f"{field.about.meaning}{_default(field)}"
    line = f"`{example(field.name, field.about.example)}`"
    return "| " + " | ".join(_cell(c) for c in (key, holds(field.hint), meaning, line)) + " |"


def _default(field: Field) -> str:
    value = field.default
    if field.required or value is None or value == () or isinstance(value, Part):
        return ""
    return f" Left out: `{_flow(value)}`."


def _spelled(value: Any) -> Any:
    """A value as it is written in a plan: nothing but text in lists and groups."""
    if isinstance(value, dict):
        return {key: _spelled(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Duration):
        return ", ".join(f"{n} {unit}s" if n > 1 else f"{n} {unit}" for n, unit in value.parts())
    return str(value)


def _topics() -> dict[type[Part] | None, str]:
    """The topic of a plan's files that each kind of part stands in."""
    return {part_class(field.hint): field.name for field in fields(Plan)}


def _title(model: type[Part]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def _anchor(model: type[Part]) -> str:
    topics = _topics()
    return topics.get(model, _title(model).lower().replace(" ", "-"))


def _purpose(model: type[Part]) -> str:
    return " ".join(inspect.getdoc(model).split()).replace("``", "`")  # type: ignore[union-attr]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def write(folder: Path) -> None:
    """Write the pages that are made, into the maintainers' folder."""
    for name, page in (("fields.md", fields_page()), ("checks.md", codes_page())):
        (folder / name).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
