"""Codes to type: short, no words, of the address alone, and found by the search."""

from __future__ import annotations

import re

from generator.model.text import Name
from generator.views.page import Address, Entry, Page
from generator.views.parts.short_code import short_code, with_code


def test_a_code_can_be_read_aloud_and_is_no_word() -> None:
    codes = {short_code(Address("cards", f"fire--role-{number}")) for number in range(1_000)}
    assert len(codes) > 990
    assert all(re.fullmatch("[A-Z][2-9][A-Z][2-9][A-Z]", code) for code in codes)
    assert not set("".join(codes)) & set("01OIL5SZ")


def test_a_code_stays_as_long_as_the_address() -> None:
    assert short_code(Address("scenarios", "fire")) == short_code(Address("scenarios", "fire"))
    assert short_code(Address("scenarios", "fire")) == "T8W9X"


def test_posted_pages_are_found_by_their_code() -> None:
    page = Page(
        Address("sites", "tower"), Name.of("Tower"), "site", None, entries=(Entry("Tower"),)
    )
    assert with_code(page) == page
    posted = Page(page.address, page.title, page.template, None, entries=page.entries, posted=True)
    assert with_code(posted).entries[0].keywords == (short_code(page.address),)
