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
    width,
)


class CallRow(Struct, frozen=True):
    """Somebody to call, or who calls. ``role`` is left out where it wouldn't fit on one line."""

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


def directory(bearer: Bearer, reading: Reading, less: int = 0) -> Directory:
    """What of the call trees stands on the bearer's card; ``less`` lines are taken otherwise."""
    index, room = reading.index, DIRECTORY_ROWS - less
    found = sorted(_branches(bearer, index), key=_rank)
    taken: list[CardBranch] = []
    for branch in (*found, *_for_anybody(index, found)):
        if not taken or branch.rows <= room:
            taken.append(branch)
            room -= branch.rows
    taken += _who_leads(reading, room, taken)
    return Directory(tuple(taken), sum(branch not in taken for branch in found))


def _rank(branch: CardBranch) -> tuple[bool, bool, bool]:
    return (branch.stands_in_for is not None, not branch.calls, branch.how is How.ORDER)


def _leaders(index: Index) -> tuple[CallRow, ...]:
    """Every role in a crisis that can be called and whose name takes one line; made once."""
    key = ("wallet", "leaders")
    found: tuple[CallRow, ...] | None = index.made.get(key)
    if found is None:
        roles = (callee(role.id, index) for role in index.edition.plan.roles if role.crisis)
        rows = (_row(one) for one in roles if one and one.number)
        found = tuple(row for row in rows if lines(row.name.words, NAME) == 1)
        index.made[key] = found
    return found


def _who_leads(reading: Reading, room: float, taken: Iterable[CardBranch]) -> Iterator[CardBranch]:
    """Roles in a crisis that can be called and aren't on the card yet, where at least two fit."""
    shown = {row.number for one in taken for row in (*one.calls, one.called_by) if row}
    most = max(0, int(room - BRANCH - 1))
    fitting = [*islice((row for row in _leaders(reading.index) if row.number not in shown), most)]
    if len(fitting) > 1:
        title = Name.of(reading.words.say("sheet.wallet.leads"))
        yield CardBranch(title, None, How.LIST, tuple(fitting), None)


def _branches(bearer: Bearer, index: Index) -> Iterator[CardBranch]:
    """The bearer's parts; of a tree only the first one found."""
    seen: set[Text] = set()
    for who, stands_in in bearer.names:
        for branch in own_branches(who, index):
            if branch.kind is TreeKind.SIMULTANEOUS:
                continue  # Nobody calls one by one.
            made = _branch(branch, index.roles[who].title if stands_in else None)
            if made.tree not in seen and (made.calls or made.called_by):
                seen.add(made.tree)
                yield made


def _branch(branch: OwnBranch, stands_in_for: Text | None) -> CardBranch:
    calls = How.ORDER if branch.kind is TreeKind.HUNT else How.BRANCH
    return CardBranch(
        branch.tree.text,
        stands_in_for,
        calls if branch.calls else How.CALLED,
        tuple(map(_row, branch.calls)),
        _row(branch.called_by, NAME - CALLS_YOU) if branch.called_by else None,
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
    fits = width(one.name.words) + width(f" · {title.words}") <= room
    return CallRow(one.name, title if fits else None, number)
