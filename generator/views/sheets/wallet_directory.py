"""The front of a wallet card: whom its bearer calls, and who calls them.

The bearer's own places in call trees come before those that they stand in for, trees in which they
call somebody before others. The first branch stands there whole; further ones as far as there is
room, and the rest is counted. Where there is room left, there is also whom to call in an emergency:
the first hunt order that anybody may start; then who leads in a crisis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice

from msgspec import Struct

from generator.model.call_tree import CallTree, TreeKind
from generator.model.role import Role
from generator.model.text import Name, Text
from generator.views.parts.calls import Callee, OwnBranch, callee, node_callee, own_branches
from generator.views.parts.index import Index
from generator.views.sheets.sheet import Reading
from generator.views.sheets.wallet_bearers import Bearer
from generator.views.sheets.wallet_room import (
    BRANCH,
    CALLS_YOU,
    DIRECTORY_ROWS,
    FOR_ROLE,
    HEADING,
    NAME,
    lines,
    shortened,
    width,
)


class CallRow(Struct, frozen=True):
    """Somebody to call, or who calls. Of ``role`` stands there what fits beside the name."""

    name: Text
    role: Text | None
    number: str | None


class How(StrEnum):
    """What is to be done with the names of a branch: call all of them, call one after the other
    until someone answers, nothing (the bearer is called only), or just know them."""

    BRANCH = "branch"
    ORDER = "order"
    CALLED = "called"
    LIST = "list"


class CardBranch(Struct, frozen=True):
    """The bearer's part of one call tree; ``stands_in_for`` is the role whose part it is."""

    tree: Text
    stands_in_for: Text | None
    how: How
    calls: tuple[CallRow, ...]
    called_by: CallRow | None

    @property
    def rows(self) -> float:
        """The lines that it takes, with the space before it."""
        calls = sum(lines(row.name.words, NAME) for row in self.calls)
        caller = lines(self.called_by.name.words, NAME - CALLS_YOU) if self.called_by else 0
        return BRANCH + self._heading + calls + caller

    @property
    def _heading(self) -> int:
        if self.stands_in_for is None:
            return 1
        return lines(f"{self.tree.words} {self.stands_in_for.words}", HEADING - FOR_ROLE)


class Directory(Struct, frozen=True):
    """The branches on a card, and how many more there are on the bearer's page."""

    branches: tuple[CardBranch, ...]
    more: int


def directory(bearer: Bearer, reading: Reading, less: float = 0) -> Directory:
    """What of the call trees stands on the bearer's card; ``less`` lines are taken otherwise."""
    index, room = reading.index, DIRECTORY_ROWS - less
    found = sorted(_branches(bearer, reading), key=_rank)
    taken: list[CardBranch] = []
    for branch in (*found, *_for_anybody(index, found)):
        if not taken or branch.rows <= room:
            taken.append(branch)
            room -= branch.rows
    taken += _who_leads(bearer, reading, room, taken)
    return Directory(tuple(taken), sum(branch not in taken for branch in found))


def _rank(branch: CardBranch) -> tuple[bool, bool, bool]:
    return (branch.stands_in_for is not None, not branch.calls, branch.how is How.ORDER)


def _leaders(index: Index) -> tuple[tuple[Role, CallRow], ...]:
    """Every role in a crisis that can be called and whose name takes one line; made once."""
    key = ("wallet", "leaders")
    found: tuple[tuple[Role, CallRow], ...] | None = index.made.get(key)
    if found is None:
        roles = ((one, callee(one.id, index)) for one in index.edition.plan.roles if one.crisis)
        rows = ((role, _row(one)) for role, one in roles if one and one.number)
        found = tuple(one for one in rows if lines(one[1].name.words, NAME) == 1)
        index.made[key] = found
    return found


def _who_leads(
    bearer: Bearer, reading: Reading, room: float, taken: Iterable[CardBranch]
) -> Iterator[CardBranch]:
    """Roles in a crisis that can be called, aren't the bearer's own and aren't on the card yet,
    where at least two fit."""
    own = {id_ for id_, stands_in in bearer.names if not stands_in}
    shown = {row.number for one in taken for row in (*one.calls, one.called_by) if row}
    others = (
        row
        for role, row in _leaders(reading.index)
        if own.isdisjoint((role.id, role.holder)) and row.number not in shown
    )
    fitting = [*islice(others, max(0, int(room - BRANCH - 1)))]
    if len(fitting) > 1:
        title = Name.of(reading.words.say("sheet.wallet.leads"))
        yield CardBranch(title, None, How.LIST, tuple(fitting), None)


def _branches(bearer: Bearer, reading: Reading) -> Iterator[CardBranch]:
    """The bearer's parts; what one does in several roles alike only once."""
    index = reading.index
    beside = NAME - width(f"{reading.words.say('sheet.wallet.called_by')} ")
    seen: set[tuple[Text, tuple[CallRow, ...], CallRow | None]] = set()
    for who, stands_in in bearer.names:
        for branch in own_branches(who, index):
            if branch.kind is TreeKind.SIMULTANEOUS:
                continue  # Nobody calls one by one.
            made = _branch(branch, index.roles[who].title if stands_in else None, beside)
            does = (made.tree, made.calls, made.called_by)
            if does not in seen and (made.calls or made.called_by):
                seen.add(does)
                yield made


def _branch(branch: OwnBranch, stands_in_for: Text | None, beside: float) -> CardBranch:
    """``beside`` is the room for whoever calls, beside the words that say so."""
    calls = How.ORDER if branch.kind is TreeKind.HUNT else How.BRANCH
    return CardBranch(
        branch.tree.text,
        stands_in_for,
        calls if branch.calls else How.CALLED,
        tuple(map(_row, branch.calls)),
        _row(branch.called_by, beside) if branch.called_by else None,
    )


def _for_anybody(index: Index, found: Iterable[CardBranch]) -> Iterator[CardBranch]:
    known = {branch.tree for branch in found}
    for tree in index.edition.plan.call_trees:
        if tree.kind is TreeKind.HUNT and tree.initiator is None and tree.title not in known:
            calls = tuple(_row(one) for one in _callees(tree, index))
            if calls:
                yield CardBranch(tree.title, None, How.ORDER, calls, None)
                return


def _callees(tree: CallTree, index: Index) -> Iterator[Callee]:
    for node in tree.nodes:
        found = node_callee(node, index)
        if found:
            yield found


def _row(one: Callee, room: float = NAME) -> CallRow:
    number = one.number.shown if one.number else None
    title = one.link.text
    if one.name is None:
        return CallRow(title, None, number)
    left = room * lines(one.name.words, room) - width(f"{one.name.words} · ")
    role = shortened(title.words, left)
    return CallRow(one.name, Text.of(role, title.language) if role else None, number)
