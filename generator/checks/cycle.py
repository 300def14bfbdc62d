"""Find a circle in who points to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def joined(pairs: Iterable[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Who leads to whom; where several have one id, which is a fault of its own, to whom any of
    them leads, so that none hides a circle."""
    found: dict[str, tuple[str, ...]] = {}
    for id_, targets in pairs:
        found[id_] = (*found.get(id_, ()), *targets)
    return found


def cycle(leads_to: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The first circle found, beginning with its member that comes first; empty if there is none.

    Targets that are no keys are passed over. Walks without recursion, so that long chains are fine.
    """
    done: set[str] = set()
    for start in leads_to:
        trail: dict[str, int] = {}
        stack = [(start, iter(leads_to[start]))] if start not in done else []
        trail[start] = 0
        while stack:
            here, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                stack.pop()
                trail.pop(here, None)
                done.add(here)
            elif target in trail:
                return _from_first(list(trail)[trail[target] :], leads_to)
            elif target in leads_to and target not in done:
                trail[target] = len(trail)
                stack.append((target, iter(leads_to[target])))
    return ()


def _from_first(circle: list[str], leads_to: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    members = set(circle)
    first = circle.index(next(id_ for id_ in leads_to if id_ in members))
    return (*circle[first:], *circle[:first])
