"""What was found, and the actions that follow: on the page of an exercise and in lists."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.action import Action, Observation
from generator.model.text import Text
from generator.views.page import Link
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index


class ActionLine(Struct, frozen=True):
    """One action: who does it by when."""

    title: Text
    owner: Link | None
    due: Due
    note: Text | None


class Finding(Struct, frozen=True):
    """One finding; ``id`` is its anchor. It has actions, or it was accepted, or it is open."""

    id: str
    text: Text
    accepted: Text | None
    actions: tuple[ActionLine, ...]

    @property
    def unanswered(self) -> bool:
        """True if nothing was decided about it."""
        return not self.accepted and not self.actions


def action_line(action: Action, index: Index) -> ActionLine:
    """How an action is shown."""
    state = due(action.due, action.done, index.edition.as_of)
    return ActionLine(action.title, index.owner(action.owner), state, action.note)


def findings(found: Iterable[Observation], index: Index, prefix: str) -> tuple[Finding, ...]:
    """How findings are shown; ``prefix`` goes before each anchor."""
    return tuple(
        Finding(
            f"{prefix}-{one.id}",
            one.text,
            one.accepted,
            tuple(action_line(action, index) for action in one.actions),
        )
        for one in found
    )
