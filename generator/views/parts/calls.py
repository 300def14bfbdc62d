"""Call trees as pages show them: who is called, by whom, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.derive.branches import Branch, branches, walk
from generator.model.call_tree import CallNode, CallTree, TreeKind
from generator.model.text import Text
from generator.views.page import Address, Link
from generator.views.parts.contact import ContactLine
from generator.views.parts.index import Index
from generator.views.parts.people import PersonCard, RoleCard, person_card, role_card


class Callee(Struct, frozen=True):
    """Whoever is called: the number to tap first, who stands behind it, and who else to try.

    ``name`` is who answers for a role: its holder, or the first alternate while it is vacant.
    None for a person, whose name is the link's text.
    """

    link: Link
    name: Text | None
    number: ContactLine | None
    alternates: tuple[Callee, ...] = ()
    note: Text | None = None


class OwnBranch(Struct, frozen=True):
    """A role's part of one call tree: who calls it, and whom it calls."""

    tree: Link
    kind: TreeKind
    called_by: Callee | None
    calls: tuple[Callee, ...]


def callee(who: str, index: Index) -> Callee | None:
    """A role or person as somebody to call; None if this reader may not see them."""
    if who in index.roles:
        return _role(role_card(index.roles[who], index))
    if who in index.people:
        return _person(person_card(index.people[who], index))
    return None


def _role(card: RoleCard) -> Callee:
    answering = card.answering
    others = (_person(person) for person in card.alternates)
    name = answering.link.text if answering else None
    return Callee(card.link, name, card.first, tuple(others))


def _person(card: PersonCard) -> Callee:
    return Callee(card.link, None, card.first)


def node_callee(node: CallNode, index: Index) -> Callee | None:
    """Whoever stands at a place of a call tree, with the place's own alternates first."""
    found = callee(node.who, index)
    if found is None:
        return None
    own = (callee(who, index) for who in node.alternates)
    known = tuple(other for other in own if other and not same(other, found))
    seen = {other.link for other in known}
    rest = tuple(
        other for other in found.alternates if other.link not in seen and not same(other, found)
    )
    return Callee(found.link, found.name, found.number, (*known, *rest), node.note)


def same(one: Callee, other: Callee) -> bool:
    """Whether it is the person who answers the other's number, so that calling again is idle."""
    return one.link.text == other.name and one.number == other.number


def own_branches(role: str, index: Index) -> Iterator[OwnBranch]:
    """A role's part of each call tree in which it has callees or a caller. Its page, its card and
    those of its people show them: they are made once."""
    key = ("own branches", role)
    if key not in index.made:
        found = (_own_branch(tree, role, index) for tree in index.calling.get(role, ()))
        index.made[key] = tuple(branch for branch in found if branch is not None)
    yield from index.made[key]


def _own_branch(tree: CallTree, role: str, index: Index) -> OwnBranch | None:
    own = _places(tree, index).get(role)
    if own is None and tree.initiator != role:
        return None
    if own is None:
        targets = [branch.node for branch in branches(tree)]
    else:
        targets = [*(branch.node for branch in own.callees), *own.elsewhere]
    calls = (node_callee(node, index) for node in targets)
    return OwnBranch(
        Link(Address("calls", tree.id), tree.title),
        tree.kind,
        _caller(tree, own, role, index),
        tuple(one for one in calls if one),
    )


def _places(tree: CallTree, index: Index) -> dict[str, Branch]:
    """The first place of everybody who stands in a tree; worked out once for all of them."""
    key = ("places", tree.id)
    found: dict[str, Branch] | None = index.made.get(key)
    if found is None:
        found = index.made[key] = {}
        for branch in walk(branches(tree)):
            found.setdefault(branch.node.who, branch)
    return found


def _caller(tree: CallTree, own: Branch | None, role: str, index: Index) -> Callee | None:
    if own is not None and own.caller is not None:
        return callee(own.caller.who, index)
    if own is not None and tree.initiator and tree.initiator != role:
        return callee(tree.initiator, index)
    return None
