"""What stands under an icon, and the letters on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.app.naming import MOST_COLUMNS, MOST_LETTERS, columns, initials, short_name


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("ScheldeNet", "SN"),
        ("Bakkerij De Korenaar", "BK"),
        ("Bakkerij Halmveld", "BH"),
        ("北京", ""),
        ("مستشفى", ""),
        ("'s-Hertogenbosch", "H"),
        ("Gemeente 's-Hertogenbosch", "GH"),
        ("UZ Gent", "UZ"),
        ("KBC", "KBC"),
        ("3M", "3M"),
        ("A&B", "AB"),
        ("De Lijn", "DL"),
        ("Bekaert N.V.", "B"),
        ("Ville d'Anvers", "VA"),
        ("Vrije Universiteit Brussel", "VUB"),
        ("Fluvius Systeem Operator cv", "FSO"),
        ("colruyt", "C"),
        ("Δήμος Αθηναίων", "ΔΑ"),
        ("Банк России", "БР"),
        ("ŠKODA AUTO", "ŠA"),
        ("!!!", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_are_few_letters(name: str) -> None:
    found = initials(name)
    assert len(found) <= MOST_LETTERS
    assert found == "" or found.isalnum()


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Plan B", "Bakkerij Halmveld"], "Plan B"),
        (["Emergency and continuity plan", "ScheldeNet"], "ScheldeNet"),
        (["Emergency and continuity plan", "Koninklijke Bibliotheek"], "Emergency"),
        (["Nood- en continuïteitsplan", "Koninklijke Bibliotheek"], "Nood"),
        (["Plan for the whole town", "Koninklijke Bibliotheek"], "Plan"),
        (["Bedrijfscontinuïteitsplan", "Bedrijfscontinuïteit"], "Bedrijfscon…"),
        (["北京市政府应急预案", "北京市人民政府"], "北京市政府…"),
    ],
)
def test_short_names(names: list[str], short: str) -> None:
    assert short_name(names) == short


@given(st.text(min_size=1).filter(str.strip))
def test_a_short_name_fits_and_says_something(name: str) -> None:
    short = short_name([name])
    assert short
    assert columns(short) <= MOST_COLUMNS
