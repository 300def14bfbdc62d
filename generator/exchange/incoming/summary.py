"""What an import changes, in words; never the value of a contact."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exchange.incoming.comparison import Change, Comparison
from generator.problems import without_contacts


def in_words(comparison: Comparison, *, overwrite: bool) -> Iterator[str]:
    """What is new and what changes, a line each."""
    for one in comparison.incoming:
        if one.new is not None:
            ways = [str(c["kind"]) for c in one.new.get("contacts", ()) if isinstance(c, dict)]
            reached = f" ({', '.join(ways)})" if ways else ""
            yield without_contacts(f"+ {one.name}: new, as `{one.id}`{reached}")
        yield from (_said(one.name, change, overwrite) for change in one.changes)


def _said(name: str, change: Change, overwrite: bool) -> str:
    detail = f": {change.detail}" if change.detail else ""
    if not change.overwrites:
        sign, done = "~", "added"
    elif overwrite:
        sign, done = "~", "changed"
    else:
        sign, done = "=", "differs, kept"
    return without_contacts(f"{sign} {name}: {change.label} {done}{detail}")
