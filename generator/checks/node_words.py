"""Things of the graph of dependencies, and times, in the words of a message."""

from __future__ import annotations

from generator.derive.dependencies import Node
from generator.locales import locale
from generator.model.duration import Duration
from generator.problems import listed


def the(node: Node) -> str:
    """A thing with its kind: ``the system `mail` ``."""
    return f"the {node.kind} `{node.id}`"


def activities(nodes: tuple[Node, ...], kind: str = "") -> str:
    """Activities in a sentence, ``kind`` in front of the word."""
    word = " ".join(filter(None, [kind, "activity" if len(nodes) == 1 else "activities"]))
    return f"the {word} {listed(node.id for node in nodes)}"


def lasting(time: Duration) -> str:
    """A length of time: ``1 hour 30 minutes``."""
    return locale("en").duration(time)
