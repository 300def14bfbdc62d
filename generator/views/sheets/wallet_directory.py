"""The front of a wallet card: whom its bearer calls, and who calls them.

The bearer's own places in call trees come before those that they stand in for, trees in which they
call somebody before others. The first branch stands there whole; further ones as far as there is
room, and the rest is counted. Where there is room left, there is also whom to call in an emergency:
the first hunt order that anybody may start; then who leads in a crisis.

Names and numbers come before roles: a role too long to stand beside its name has a line of its own
beneath it where one is left: of those whom the bearer calls before those of callers, and no line
for what stands on the card already. It stands there whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from generator.model.call_tree import CallTree, TreeKind
from generator.model.role import Role
from generator.model.text import Name, Text
from generator.views.parts.calls import Callee, OwnBranch, callee, node_callee, own_branches
from generator.views.parts.index import Index
from generator.views.sheets.sheet import Reading
from generator.views.sheets.wallet_bearers import Bearer
from generator.views.sheets.wallet_room import (
    BENEATH,
    BRANCH,
    CALLS_YOU,
    DIRECTORY_ROWS,
    FOR_ROLE,
    HEADING,
    NAME,
    beside_number,
    lines,
)

_CALLED_BY = "sheet.wallet.called_by"


class CallRow(Struct, frozen=True):
    """Somebody to call, or who calls. ``role`` stands beside the name or, with a line of its own,
    ``beneath`` it; None also where there is room for neither."""

    name: Text
    role: Text | None
    number: str | None
    beneath: bool = False

    def lines(self, room: float) -> int:
        """Those that it takes, where the name has so much room."""
        below = lines(self.role.words, BENEATH) if self.role and self.beneath else 0
        return lines(self.name.words, room) + below


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
        calls = sum(row.lines(NAME) for row in self.calls)
        caller = self.called_by.lines(NAME - CALLS_YOU) if self.called_by else 0
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


def directory(bearer: Bearer, reading: Reading, less: float = 0, for_roles: float = 0) -> Directory:
    """What of the call trees stands on the bearer's card; ``less`` lines are taken otherwise, and
    so many are left ``for_roles`` alone."""
    index, room = reading.index, DIRECTORY_ROWS - less
    found = sorted(_branches(bearer, reading), key=_rank)
    taken: list[CardBranch] = []
    for branch in (*found, *_for_anybody(index, found)):
        if not taken or branch.rows <= room:
            taken.append(branch)
            room -= branch.rows
    leading = tuple(_who_leads(bearer, reading, room, taken))
    room += for_roles - sum(one.rows for one in leading)
    shown = _with_roles((*taken, *leading), room, f"{reading.words.say(_CALLED_BY)} ")
    return Directory(shown, sum(branch not in taken for branch in found))


def _with_roles(
    branches: Iterable[CardBranch], room: float, calls_you: str
) -> tuple[CardBranch, ...]:
    """Roles as far as there is room; ``calls_you`` is said before whoever calls."""
    left = _Left(room, set())
    called = [replace(one, calls=tuple(map(left.placed, one.calls))) for one in branches]
    return tuple(
        replace(one, called_by=one.called_by and left.placed(one.called_by, calls_you))
        for one in called
    )


@dataclass(slots=True)
class _Left:
    """The lines that are left for roles, and who stands on the card with their role."""

    rows: float
    known: set[tuple[Text, Text]]

    def placed(self, row: CallRow, before: str = "") -> CallRow:
        """The role beside the name with room to spare, beneath it, beside it in the smallest type,
        or the name alone."""
        if row.role is None:
            return row
        who, below = (row.name, row.role), lines(row.role.words, BENEATH)
        if _stands_beside(row, before, NAME):
            found = row
        elif below <= self.rows and who not in self.known:
            self.rows -= below
            found = replace(row, beneath=True)
        elif _stands_beside(row, before, beside_number(row.number or "")):
            found = row
        else:
            return replace(row, role=None)
        self.known.add(who)
        return found


def _stands_beside(row: CallRow, before: str, room: float) -> bool:
    """Whether a role needs no line more than the name."""
    said = f"{before}{row.name.words}"
    role = row.role.words if row.role else ""
    return lines(f"{said} · {role}", room) == lines(said, room)


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
    seen: set[tuple[Text, tuple[CallRow, ...], CallRow | None]] = set()
    for who, stands_in in bearer.names:
        for branch in own_branches(who, index):
            if branch.kind is TreeKind.SIMULTANEOUS:
                continue  # Nobody calls one by one.
            made = _branch(branch, index.roles[who].title if stands_in else None)
            does = (made.tree, made.calls, made.called_by)
            if does not in seen and (made.calls or made.called_by):
                seen.add(does)
                yield made


def _branch(branch: OwnBranch, stands_in_for: Text | None) -> CardBranch:
    calls = How.ORDER if branch.kind is TreeKind.HUNT else How.BRANCH
    return CardBranch(
        branch.tree.text,
        stands_in_for,
        calls if branch.calls else How.CALLED,
        tuple(map(_row, branch.calls)),
        _row(branch.called_by) if branch.called_by else None,
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


def _row(one: Callee) -> CallRow:
    number = one.number.shown if one.number else None
    if one.name is None:
        return CallRow(one.link.text, None, number)
    return CallRow(one.name, one.link.text, number)
