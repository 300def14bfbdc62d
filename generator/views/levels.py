"""Levels and criteria: how serious it is, who declares it, and what that sets in motion."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.level import Level
from generator.model.text import Name
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.index import Index
from generator.views.parts.search import plain
from generator.views.parts.severity import ConditionLine, CriterionLine, LevelCard, level_cards


class Criterion(Struct, frozen=True):
    """A criterion with the anchors of its former ids."""

    line: CriterionLine
    aliases: tuple[str, ...]


class LevelView(Struct, frozen=True):
    """One level: its criteria, technical and other ones apart, and what it sets in motion.

    ``marked`` levels are a crisis though their name does not say so.
    """

    id: str
    aliases: tuple[str, ...]
    card: LevelCard
    marked: bool
    technical: tuple[Criterion, ...]
    other: tuple[Criterion, ...]
    roles: tuple[Link, ...]
    call_trees: tuple[Link, ...]
    checklists: tuple[Link, ...]
    messages: tuple[Link, ...]

    @property
    def activates(self) -> bool:
        """True if it sets anything in motion."""
        return bool(self.roles or self.call_trees or self.checklists or self.messages)


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, the worst level first."""
    plan = edition.plan
    if not plan.levels:
        return
    index = Index(edition)
    # Both sorts keep the plan's order among equals, so the cards come in the levels' order.
    levels = sorted(plan.levels, key=lambda level: -level.severity)
    cards = level_cards(plan.criteria, index)
    view = tuple(_level(*pair, index, words) for pair in zip(levels, cards, strict=True))
    title = words.say("kind.levels")
    yield Page(
        Address("levels"),
        Name.of(title),
        "levels",
        view,
        headings=tuple(Heading(f"level-{one.id}", _name(one)) for one in view),
        entries=(Entry(title), *_entries(view)),
        posted=True,
    )


def _level(level: Level, card: LevelCard, index: Index, words: Locale) -> LevelView:
    crisis = words.say("levels.crisis").casefold()
    aliases = {one.id: one.aliases for one in index.edition.plan.criteria}
    found = [Criterion(line, aliases[line.id]) for line in card.criteria]
    return LevelView(
        level.id,
        level.aliases,
        card,
        level.crisis and crisis not in level.title.words.casefold(),
        tuple(one for one in found if one.line.technical),
        tuple(one for one in found if not one.line.technical),
        index.links("role", level.activates.roles),
        index.links("call-tree", level.activates.call_trees),
        index.links("checklist", level.activates.checklists),
        index.links("message", level.activates.messages),
    )


def _name(one: LevelView) -> str:
    number = one.card.number
    return f"{number} · {one.card.link.text}" if number else one.card.link.text.words


def _entries(view: tuple[LevelView, ...]) -> Iterator[Entry]:
    for one in view:
        yield Entry(_name(one), plain(one.card.meaning), f"level-{one.id}")
        for criterion in (*one.technical, *one.other):
            text = " ".join(map(_condition, criterion.line.conditions))
            yield Entry(criterion.line.title.words, text, f"criterion-{criterion.line.id}")


def _condition(line: ConditionLine) -> str:
    measured = plain(line.metric, line.sign, line.value, line.unit) if line.metric else None
    return plain(line.text, measured)
