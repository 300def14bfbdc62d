"""Which fields of people and suppliers stand in a table, and under what name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from generator.model.contact import Channel

ORDER = "contact order"
"""The column that says in which order somebody's contacts stand."""

DETAILS = ("label", "app", "hours", "verified", "note", "audience")
"""What is known of a contact besides its kind and value."""

CHANNELS = tuple(channel.value for channel in Channel)


class Layout(Struct, frozen=True):
    """The fields of one kind of thing: single values, lists, contacts, parts and lists of parts."""

    values: tuple[str, ...]
    required: tuple[str, ...]
    lists: tuple[str, ...] = ()
    parts: Mapping[str, Layout] = field(default_factory=lambda: MappingProxyType({}))
    repeated: Mapping[str, Layout] = field(default_factory=lambda: MappingProxyType({}))


DESK = Layout(("name", "audience"), ("name",))
STAGE = Layout(("after", "to"), ("after", "to"))
PEOPLE = Layout(
    ("id", "name", "title", "unit", "site", "left", "audience"),
    ("name",),
    ("languages", "aliases"),
)
SUPPLIERS = Layout(
    ("id", "name", "supplies", "contract", "agreed", "recovery", "audience"),
    ("name", "supplies"),
    ("aliases",),
    MappingProxyType({"primary": DESK, "secondary": DESK}),
    MappingProxyType({"escalation": STAGE}),
)
LAYOUTS: Mapping[str, Layout] = MappingProxyType({"people": PEOPLE, "suppliers": SUPPLIERS})
"""The plan's topics that tables are imported to."""


def has_contacts(layout: Layout) -> bool:
    """True if contacts belong to the thing itself and not to a part of it."""
    return not layout.parts
