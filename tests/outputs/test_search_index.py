"""What the search is told of pages, besides their texts."""

from __future__ import annotations

import json
from typing import Any

from generator.outputs.search_index import search_index
from generator.views.page import START, Address, Entry


def _docs(*addresses: Address) -> list[dict[str, Any]]:
    entries = (Entry("Title", "Text", keywords=("word",)), Entry("Part", anchor="part"))
    _, script = search_index([(address, entries) for address in addresses], {"lang": ["en"]})
    text = (script.content or b"").decode().removeprefix("var __index = ").removesuffix(";\n")
    docs: list[dict[str, Any]] = json.loads(text)["docs"]
    return docs


def test_pages_for_normal_times_are_marked_and_their_parts_are_not() -> None:
    page, part = _docs(Address("what-if", "site-hq"))
    assert page["later"] is True
    assert "later" not in part


def test_pages_for_the_emergency_are_not_marked() -> None:
    kinds = ("scenarios", "roles", "cards", "contacts", "sites", "checklists")
    docs = _docs(START, *(Address(kind, "one") for kind in kinds))
    assert len(docs) == 2 * (len(kinds) + 1)
    assert not [doc for doc in docs if "later" in doc]
    assert docs[2]["keywords"] == ["word"]
