"""Texts in several languages: how they are read, and which one a reader gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.text import SAME, UNMARKED, Name, Text
from generator.reading.faults import Refused, Wrong
from generator.reading.readers import Notes, Texts
from tests.plan_builder import node

TAGS = st.sampled_from(["en", "nl", "nl-BE", "fr", "de", SAME])
WORDS = st.text(min_size=1).filter(str.strip)


def read(value: object, kind: type[Text] = Text) -> Text:
    """The text that a plan's file writes in this way."""
    return Texts(kind).read(node(value), (), "title", Notes())


@pytest.mark.parametrize("value", ["", "   ", {}, {"en": ""}, {"en": {"a": "b"}}, [], ["a"], None])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(Refused) as caught:
        read(value)
    assert caught.value.wrong is Wrong.NOT_TEXTS


def test_one_string_is_in_the_plans_first_language() -> None:
    text = read(" Crisis lead ")
    assert (text.words, text.language) == ("Crisis lead", UNMARKED)
    assert text.languages("nl") == {"nl"}


def test_a_name_of_one_string_is_the_same_in_every_language() -> None:
    name = read("ScheldeNet", Name)
    assert name.language == SAME
    assert name.for_reader("fr", "en").words == "ScheldeNet"


@pytest.mark.parametrize(
    ("written", "reader", "expected"),
    [
        ({"en": "a", "nl": "b"}, "nl", "b"),
        ({"en": "a", "nl": "b"}, "nl-BE", "b"),
        ({"en": "a", "nl": "b"}, "fr", "a"),
        ({"en": "a", "same": "b"}, "fr", "b"),
        ({"de": "c"}, "fr", "c"),
        ("a", "fr", "a"),
        ("a", "en", "a"),
    ],
)
def test_a_reader_gets_their_own_language_or_a_fallback(
    written: object, reader: str, expected: str
) -> None:
    text = read(written).for_reader(reader, "en")
    assert text.words == expected
    assert len(text.translations) == 1


def test_a_fallback_says_which_language_it_is_in() -> None:
    assert read("a").for_reader("fr", "en").language == "en"


@given(st.dictionaries(TAGS, WORDS, min_size=1), TAGS, TAGS)
def test_every_reader_gets_exactly_one_of_the_translations(
    written: dict[str, str], reader: str, primary: str
) -> None:
    chosen = read(written).for_reader(reader, primary)
    assert len(chosen.translations) == 1
    assert chosen.words in {words.strip() for words in written.values()}
    assert reader not in written or chosen.words == written[reader].strip()
