"""The documents of kinds of sheets: their files and what they are called."""

from __future__ import annotations

import pytest

from generator.locales import available, locale
from generator.paper.document import Printing
from generator.paper.kinds import KINDS, one_file, one_sheet
from generator.views.sheets.sheet import Sheet

ONE_FILE = [kind.name for kind in KINDS if kind.together is one_file]


def test_there_are_kinds_in_one_file() -> None:
    assert ONE_FILE == ["action-cards", "exit-posters", "call-sheets", "forms"]


@pytest.mark.parametrize("tag", available())
@pytest.mark.parametrize("name", ONE_FILE)
def test_a_file_is_called_as_the_site_calls_the_kind(name: str, tag: str) -> None:
    (made,) = one_file((), Printing(tag), name)
    assert made.path == f"{name}.pdf"
    assert made.title == locale(tag).say(f"paper.kind.{name}")
    assert made.title not in ("", name)


def test_in_the_language() -> None:
    titles = [next(one_file((), Printing(tag), "forms")).title for tag in ("en", "nl", "fr", "de")]
    assert titles == ["Forms", "Formulieren", "Formulaires", "Formulare"]


def test_a_file_of_one_sheet_is_called_as_the_sheet() -> None:
    sheet = Sheet("form", "methane", "METHANE", "nl", "staff", None)
    made = one_sheet(sheet, Printing("nl"), "forms")
    assert (made.path, made.title) == ("forms/methane.pdf", "METHANE")
