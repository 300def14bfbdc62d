"""A commented skeleton of one thing, and the place in a plan's files where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from generator.model.kinds import COLLECTIONS
from generator.problems import Problem, Severity
from generator.source import read_plan
from generator.source.folder import display
from generator.source.merging import PlanSource
from generator.source.tree import Fields, Items, Scalar, child
from generator.source.yaml_text import read_yaml

SNIPPETS = Path(__file__).parents[1] / "snippets"


class AdditionError(Exception):
    """The skeleton can't be added; the text says why and what to do."""


class Addition(Struct, frozen=True):
    """What a file will say, and the line (from 1) where the new part begins."""

    file: Path
    text: str
    line: int


def kinds() -> tuple[str, ...]:
    """The kinds of thing that there is a skeleton of."""
    return tuple(sorted(path.name.split(".")[0] for path in SNIPPETS.glob("*.yml.jinja")))


def addition(plan: Path, kind: str, id_: str) -> Addition:
    """Where and how a new thing is added to the plan at ``plan``; nothing is written.

    AdditionError if the plan can't be read, or has a thing of that kind and id.
    """
    source = read_plan(plan)
    _refuse_unread(source)
    topic = COLLECTIONS[kind]
    _refuse_twice(source, kind, topic, id_)
    snippet = _snippet(kind, id_, _languages(source))
    if topic in source.root.entries:
        made = _at_the_end(source, topic, snippet)
    else:
        made = _new_topic(source, plan, topic, snippet)
    _refuse_unreadable(made, topic, id_)
    return made


def _refuse_unread(source: PlanSource) -> None:
    """Where nothing is read, nor a file of several, it isn't known what the plan has."""
    if source.unread or not source.root.entries:
        told = next((p for p in source.problems if p.severity is Severity.ERROR), None)
        said = f"{told.position}: {told.message}" if told else "It says nothing."
        raise AdditionError(f"Nothing can be added to a plan that isn't read whole. {said}")


def _refuse_twice(source: PlanSource, kind: str, topic: str, id_: str) -> None:
    things = child(source.root, topic)
    for item in things.items if isinstance(things, Items) else ():
        known = child(item, "id")
        if isinstance(known, Scalar) and known.value == id_:
            raise AdditionError(f"The plan has a {kind} `{id_}` already, at {known.position()}.")


def _refuse_unreadable(made: Addition, topic: str, id_: str) -> None:
    """What doesn't read back as one more thing would break the plan."""
    problems: list[Problem] = []
    tree = read_yaml(made.text, display(made.file), problems.append)
    things = child(tree, topic) if tree is not None else None
    ids = [child(item, "id") for item in things.items] if isinstance(things, Items) else []
    if problems or not any(isinstance(one, Scalar) and one.value == id_ for one in ids):
        raise AdditionError(
            f"{display(made.file)} is written in a way that nothing can be added to. Write "
            f"`{topic}:` on a line of its own, and each thing below it after `- `."
        )


def _languages(source: PlanSource) -> tuple[str, ...]:
    header = child(source.root, "plan")
    found = child(header, "languages") if header is not None else None
    items = found.items if isinstance(found, Items) else []
    return tuple(item.value for item in items if isinstance(item, Scalar) and item.value)


def _snippet(kind: str, id_: str, languages: Sequence[str]) -> str:
    environment = Environment(  # noqa: S701 - the result is YAML, not HTML
        loader=FileSystemLoader(SNIPPETS), undefined=StrictUndefined, keep_trailing_newline=True
    )

    def text(words: str) -> str:
        if len(languages) < 2:
            return words if words.startswith("TODO") else f'"{words}"'
        return "{" + ", ".join(f'{tag}: "{words}"' for tag in languages) + "}"

    return environment.get_template(f"{kind}.yml.jinja").render(id=id_, text=text)


def _new_topic(source: PlanSource, plan: Path, topic: str, snippet: str) -> Addition:
    """A file of its own in a plan's folder; in a plan of one file at its end."""
    body = f"{topic}:\n{indent(snippet, '  ')}"
    if plan.is_dir():
        file = plan / f"{topic.replace('_', '-')}.yml"
        if file.exists():
            raise AdditionError(
                f"{display(file)} exists, but says nothing of `{topic}`. Write "
                f"`{topic}:` in it first."
            )
        return Addition(file, body, 2)
    text = source.texts[display(plan)]
    newline = _newline(text)
    before = text + newline * (1 if text.endswith("\n") else 2)
    return Addition(plan, before + body.replace("\n", newline), before.count("\n") + 2)


def _at_the_end(source: PlanSource, topic: str, snippet: str) -> Addition:
    """After the last thing of the topic, in the file where that stands."""
    items = child(source.root, topic)
    if not isinstance(items, Items) or not items.items:
        place = source.root.entries[topic][0].position()
        raise AdditionError(
            f"`{topic}` at {place} is no list of things yet. Remove it, or write a "
            "first one by hand."
        )
    last = items.items[-1]
    file = _file(source, last.file)
    newline = _newline(source.texts[last.file])
    lines = source.texts[last.file].splitlines(keepends=True)
    dash = _dash(lines, last)
    if dash is None:
        raise AdditionError(
            f"`{topic}` at {last.position()} stands between brackets. Write each "
            "thing on lines of its own, beginning with `- `."
        )
    end = _end(lines, last.line, dash)
    if lines and not lines[end - 1].endswith(("\n", "\r")):
        lines[end - 1] += newline
    apart = _apart(lines, items, last)
    new = ("\n" if apart else "") + indent(snippet, " " * dash)
    text = "".join([*lines[:end], new.replace("\n", newline), *lines[end:]])
    return Addition(file, text, end + 1 + apart)


def _newline(text: str) -> str:
    """How lines end in a file."""
    return "\r\n" if "\r\n" in text else "\n"


def _file(source: PlanSource, name: str) -> Path:
    found = (path for path in (source.folder, *source.folder.rglob("*")) if display(path) == name)
    return next(found, Path(name))


def _dash(lines: Sequence[str], item: Fields | Items | Scalar) -> int | None:
    """How far the dash before an item is indented; None if there is none on its line."""
    before = lines[item.line - 1][: item.column - 1]
    return len(before) - len(before.lstrip(" ")) if before.strip() == "-" else None


def _end(lines: Sequence[str], start: int, dash: int) -> int:
    """The number of the last line that belongs to the item that begins on line ``start``."""
    end = start
    for number in range(start + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= dash:
            break
        end = number
    return end


def _apart(lines: Sequence[str], items: Items, last: Fields | Items | Scalar) -> bool:
    """True if an empty line stands before the last of several things, as people like it."""
    return len(items.items) > 1 and last.line >= 2 and not lines[last.line - 2].strip()
