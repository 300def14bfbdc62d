"""A plan's files as one tree: lists of a topic are joined, other topics stand once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem, Severity
from generator.source.tree import Fields, Items, Node, Scalar, is_empty


@dataclass
class PlanSource:
    """What the plan's files say: the merged tree, each file's text, and what is wrong so far.

    ``folder`` is the plan's own folder: paths in the plan are relative to it and stay inside it.
    ``unread`` names the files of which nothing could be used.
    """

    folder: Path
    root: Fields
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


def merge(source: PlanSource, tree: Node) -> None:
    """Join a file's topics to those already read; what can't be joined becomes a problem."""
    if is_empty(tree):
        source.problems.append(
            Problem(
                "empty-file",
                "This file says nothing.",
                tree.position(),
                "Fill it in or delete it.",
                Severity.WARNING,
            )
        )
        return
    if not isinstance(tree, Fields):
        source.unread.add(tree.file)
        source.problems.append(
            Problem(
                "not-a-topic",
                "A plan's file begins with a topic, such as `roles:`.",
                tree.position(),
                "Put the topic on the first line and indent what follows.",
            )
        )
        return
    for key, (place, value) in tree.entries.items():
        _merge_topic(source, key, place, value)


def _merge_topic(source: PlanSource, key: str, place: Scalar, value: Node) -> None:
    merged = source.root.entries
    known = merged.get(key)
    if known is None or is_empty(known[1]):
        if isinstance(value, Items):
            # Trees of unchanged files are kept between readings: what grows is a copy.
            value = Items(value.file, value.line, value.column, list(value.items))
        merged[key] = (place, value)
    elif isinstance(value, Items) and isinstance(known[1], Items):
        known[1].items.extend(value.items)
    elif key != "format" and not is_empty(value):
        first = known[0].position()
        source.problems.append(
            Problem(
                "duplicate-key",
                f"The topic `{key}` stands twice in the plan.",
                place.position(),
                f"Keep one of them; the other stands at {first}.",
                related=(first,),
            )
        )
