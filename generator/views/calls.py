"""Call trees: who calls whom, as nested lists that read well on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.derive.branches import Branch, branches
from generator.derive.reach import reach
from generator.editions import Edition
from generator.locales import Locale
from generator.model.call_tree import CallTree, TreeKind
from generator.model.duration import MINUTE, Duration
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.calls import Callee, callee, node_callee
from generator.views.parts.drawing import Drawing, call_tree_drawing
from generator.views.parts.figures import percent
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class Row(Struct, frozen=True):
    """One call tree in the list."""

    link: Link
    kind: TreeKind
    purpose: Text | None
    initiator: Link | None


class Place(Struct, frozen=True):
    """One place in the tree, with those it calls; ``elsewhere`` are called from here too, but
    stand in another branch."""

    id: str
    who: Callee
    calls: tuple[Place, ...]
    elsewhere: tuple[Link, ...]


class Arithmetic(Struct, frozen=True):
    """How long the tree takes, by simulation: shares are written as the language writes them.

    ``meets`` is None without a target; ``assumed`` are the figures that the plan does not give.
    """

    expected: Duration
    p90: Duration
    share: str
    target: str
    within: Duration | None
    meets: bool | None
    weakest: Callee | None
    assumed: tuple[str, ...]


class TreeView(Struct, frozen=True):
    """Everything about one call tree. ``starts`` names its initiator; ``initiator`` is set where
    that one has no place in the tree."""

    kind: TreeKind
    purpose: Text | None
    starts: Link | None
    initiator: Callee | None
    controller: Callee | None
    retry_after: Duration | None
    call_back: bool
    method: Text | None
    script: Text | None
    places: tuple[Place, ...]
    drawing: Drawing | None
    arithmetic: Arithmetic | None
    used_in: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of call trees, and a page for each."""
    trees = edition.plan.call_trees
    if not trees:
        return
    index = Index(edition)
    title = words.say("kind.calls")
    view = tuple(_row(tree, index) for tree in trees)
    yield Page(Address("calls"), Name.of(title), "calls", view, entries=(Entry(title),))
    for tree in trees:
        yield _page(tree, index, words)


def _row(tree: CallTree, index: Index) -> Row:
    link = Link(Address("calls", tree.id), tree.title)
    return Row(link, tree.kind, tree.purpose, index.link("role", tree.initiator))


def _page(tree: CallTree, index: Index, words: Locale) -> Page:
    places = tuple(_places(branches(tree), index))
    starts = index.link("role", tree.initiator)
    in_tree = any(place.who.link == starts for place in places)
    view = TreeView(
        tree.kind,
        tree.purpose,
        starts,
        None if in_tree else callee(tree.initiator or "", index),
        callee(tree.controller or "", index),
        tree.retry_after,
        tree.call_back,
        tree.method,
        tree.script,
        places,
        call_tree_drawing(tree, index),
        _arithmetic(tree, index, words),
        tuple(
            Link(Address("scenarios", s.id), s.title)
            for s in index.edition.plan.scenarios
            if tree.id in s.call_trees
        ),
    )
    return Page(
        Address("calls", tree.id),
        tree.title,
        "call_tree",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(tree.title.words, plain(tree.purpose, *_names(view.places))),),
        aliases=tree.aliases,
        posted=True,
        summary=plain(tree.purpose),
    )


def _arithmetic(tree: CallTree, index: Index, words: Locale) -> Arithmetic | None:
    found = reach(tree, index.edition.plan)
    if found is None:
        return None
    weakest = next((node for node in tree.nodes if node.id == found.weakest_link), None)
    return Arithmetic(
        _in_minutes(found.expected),
        _in_minutes(found.p90),
        percent(found.share, words),
        percent(tree.target.share / 100, words) if tree.target else "",
        tree.target.within if tree.target else None,
        found.meets_target,
        node_callee(weakest, index) if weakest else None,
        tuple(words.say(f"call.reach.field.{name}") for name in found.assumed),
    )


def _in_minutes(time: Duration) -> Duration:
    """Whole minutes, rounded up: a simulation knows no seconds."""
    return Duration(-(-time.seconds // MINUTE) * MINUTE)


def _places(found: Iterable[Branch], index: Index) -> Iterator[Place]:
    for branch in found:
        who = node_callee(branch.node, index)
        below = tuple(_places(branch.callees, index))
        if who is None:
            # This reader may not know who stands here; those further down are still called.
            yield from below
            continue
        others = (node_callee(node, index) for node in branch.elsewhere)
        links = tuple(other.link for other in others if other)
        yield Place(branch.node.id, who, below, links)


def _names(places: tuple[Place, ...]) -> Iterator[Text]:
    for place in places:
        yield place.who.link.text
        if place.who.name:
            yield place.who.name
        yield from _names(place.calls)


def _headings(view: TreeView, words: Locale) -> Iterator[Heading]:
    if view.script:
        yield Heading("script", words.say("call.script"))
    yield Heading("tree", words.say(f"call.tree.{view.kind.value}"))
    yield Heading("rules", words.say("call.rules"))
    if view.arithmetic:
        yield Heading("reach", words.say("call.reach.title"))
