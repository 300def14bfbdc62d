"""What becomes of a view's texts on their way to the templates."""

from __future__ import annotations

import pytest

from generator.locales import locale
from generator.model.text import Text
from generator.paper.data import Setting, as_data, typed

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("Pas de réponse ? Appelez : 112 !", f"Pas de réponse{SPACE}? Appelez{SPACE}: 112{SPACE}!"),
        ("« Oui » ; « non »", f"«{SPACE}Oui{SPACE}»{SPACE}; «{SPACE}non{SPACE}»"),
        ("Et si … ?", f"Et si …{SPACE}?"),
        ("à 14:00, voir a ::b", "à 14:00, voir a ::b"),
        (": au début", ": au début"),
    ],
)
def test_french_signs_stay_with_the_word_before_them(said: str, set_: str) -> None:
    assert typed(said, "fr") == set_
    assert typed(said, "fr-BE") == set_
    assert typed(said, "nl") == said


def test_each_text_is_set_as_its_own_language_is() -> None:
    setting = Setting(locale("nl"), "nl", lambda _: b"", str)
    french, dutch = Text((("fr", "Qui ?"),)), Text((("nl", "Wie ?"),))
    value = as_data({"one": french, "other": dutch, "plain": "Wie ?"}, setting)
    assert value == {
        "one": {"words": f"Qui{SPACE}?", "lang": "fr"},
        "other": "Wie ?",
        "plain": "Wie ?",
    }
    said = as_data((french, "Qui ?"), Setting(locale("fr"), "fr", lambda _: b"", str))
    assert said == [f"Qui{SPACE}?"] * 2
