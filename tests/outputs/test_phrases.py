"""Texts of which a narrow screen shows the first phrase."""

from __future__ import annotations

import re

import pytest

from generator.outputs.phrases import phrased

_PARTS = re.compile(r'<span class="rb-(first|rest)(?: rb-wide)?">(.*?)</span>')


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Fire, ambulance: life in danger", "Fire"),
        ("Pompiers : urgence", "Pompiers"),
        ("Police (urgent help)", "Police"),
        ("Notruf – Tag und Nacht", "Notruf"),
        ("Crisis line 24/7", "Crisis line 24/7"),
        ("Dr. Peeters", "Dr. Peeters"),
        ("Help, ", "Help"),
    ],
)
def test_the_first_phrase_ends_in_no_sign(words: str, first: str) -> None:
    parts = _PARTS.findall(phrased(words))
    assert parts[0] == ("first", first)
    assert "".join(text for _, text in parts) == words


def test_words_are_text() -> None:
    html = phrased("Fire & <b>rescue</b>, 1 < 2")
    assert '<span class="rb-first">Fire &amp; &lt;b&gt;rescue&lt;/b&gt;</span>' in html
    assert "<b>" not in html
