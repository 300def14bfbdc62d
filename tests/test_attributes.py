"""The attributes of a tag, as browsers read them."""

from __future__ import annotations

import pytest

from generator.attributes import attributes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        (" hidden", {"hidden": ""}),
        (" HREF=a.html id='b' title=\"c d\"", {"href": "a.html", "id": "b", "title": "c d"}),
        (' id="a" ID="b"', {"id": "a"}),
        (' href = "a?b&amp;c" /', {"href": "a?b&c"}),
        (" title='a > \"b\"'", {"title": 'a > "b"'}),
    ],
)
def test_each_is_read_once_with_its_value(text: str, found: dict[str, str]) -> None:
    assert attributes(f"{text}>") == found
