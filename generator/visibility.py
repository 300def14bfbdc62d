"""Who may see what of a plan: its audiences as ranks, and the rank of each part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.model import Plan
from generator.model.base import Part, Restricted
from generator.model.contact import Channel, Contact
from generator.model.header import Audience, EmergencyNumber, Header, Publish
from generator.model.text import Text

EVERYONE: Final = Audience(id="all", title=Text.of("Everyone"), publish=Publish.PROTECTED)
"""The only audience of a plan that names none."""


def audiences(plan: Plan) -> tuple[Audience, ...]:
    """The plan's audiences, from the most open to the most closed; never empty."""
    return plan.plan.audiences or (EVERYONE,)


def open_audiences(plan: Plan) -> tuple[Audience, ...]:
    """The audiences whose editions anyone who reaches the site may read."""
    return tuple(a for a in audiences(plan) if a.publish is Publish.OPEN)


def contact_rank(header: Header, channel: Channel, ranks: Mapping[str, int]) -> int:
    """The rank of the most open audience that a kind of contact may be shown to."""
    for rule in header.contact_rules:
        if rule.kind is channel and rule.audience in ranks:
            return ranks[rule.audience]
    last = len(ranks) - 1
    if channel is Channel.HOME:
        return last
    if channel in (Channel.MOBILE, Channel.RADIO, Channel.SATELLITE):
        return min(1, last)
    return 0


class Visibility:
    """Who may see what: audiences as ranks, 0 for the most open one.

    What names no audience: a thing of its own takes the plan's default (without one, the most
    closed audience); a part takes that of the thing it is in; a contact besides is never more
    open than the rule for its kind; an emergency number is for everyone.
    """

    def __init__(self, plan: Plan) -> None:
        self._header = plan.plan
        self.ranks = {audience.id: rank for rank, audience in enumerate(audiences(plan))}
        self._closed = len(self.ranks) - 1
        named = plan.plan.default_audience
        self.default = self._closed if named is None else self.rank(named)

    def rank(self, audience: str) -> int:
        """The rank of an audience; an unknown one counts as the most closed."""
        return self.ranks.get(audience, self._closed)

    def of(self, part: Part, parent: int | None) -> int:
        """The rank of the most open audience that may see a part; ``parent`` is that of its whole,
        None for a thing of its own."""
        if isinstance(part, EmergencyNumber):
            return 0 if part.audience is None else self.rank(part.audience)
        inherited = self.default if parent is None else parent
        if not isinstance(part, Restricted):
            return 0 if parent is None else parent
        if part.audience is not None:
            return max(self.rank(part.audience), parent or 0)
        if isinstance(part, Contact):
            return max(inherited, contact_rank(self._header, part.kind, self.ranks))
        return inherited
