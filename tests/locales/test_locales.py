"""Every language says everything that English says, with the same blanks."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.locales import FALLBACK, FOLDER, _flat, available, locale
from generator.model.duration import Duration
from generator.model.span import Span

OTHERS = tuple(tag for tag in available() if tag != FALLBACK)
PACKAGE = FOLDER.parent


def own_words(tag: str) -> dict[str, str]:
    """What a language's own file says, without what it would borrow."""
    return dict(_flat(yaml.safe_load((FOLDER / f"{tag}.yml").read_text("utf-8"))))


def slots(words: str) -> Counter[str]:
    """The blanks in a phrase."""
    return Counter(re.findall(r"\{(\w+)\}", words))


def test_the_promised_languages_are_there() -> None:
    assert set(available()) >= {"en", "nl", "fr", "de"}
    assert len(own_words(FALLBACK)) > 150


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_has_exactly_the_keys_of_english(tag: str) -> None:
    assert own_words(tag).keys() == own_words(FALLBACK).keys()


@pytest.mark.parametrize("tag", OTHERS)
def test_every_phrase_has_the_blanks_of_english(tag: str) -> None:
    english, own = own_words(FALLBACK), own_words(tag)
    differing = [key for key in english if slots(english[key]) != slots(own.get(key, ""))]
    assert differing == []


@pytest.mark.parametrize("tag", available())
def test_every_phrase_can_be_filled_in(tag: str) -> None:
    for key, words in own_words(tag).items():
        assert words.strip(" \t\n") == words, key
        assert words not in ("", "None", "True", "False"), key
        filled = words.format(**dict.fromkeys(slots(words), "x"))
        assert not set("{}") & set(filled), key


@pytest.mark.parametrize("tag", OTHERS)
def test_no_language_is_a_copy_of_english(tag: str) -> None:
    english, own = own_words(FALLBACK), own_words(tag)
    same = [key for key in english if own.get(key) == english[key] and " " in english[key]]
    alike = {
        "sheet.revision",
        "sheet.named_fact",
        "duration.minute.one",
        "duration.minute.other",
        "duration.second.one",
    }
    alike |= {"duration.second.other", "start.revision", "offline.named.contacts"}
    # The field says it in English.
    alike |= {"whatif.single", "whatif.singles"}
    alike |= {f"offline.named.{kind}" for kind in ("checklists", "messages", "scenarios", "sites")}
    assert set(same) - alike == set()


@pytest.mark.parametrize("tag", available())
def test_keys_stand_once_in_each_file(tag: str) -> None:
    node = yaml.compose((FOLDER / f"{tag}.yml").read_text("utf-8"))
    assert isinstance(node, yaml.MappingNode)
    pending = [node]
    while pending:
        mapping = pending.pop()
        keys = [key.value for key, _ in mapping.value]
        assert len(keys) == len(set(keys)), keys
        pending += (value for _, value in mapping.value if isinstance(value, yaml.MappingNode))


def phrases_named_in(files: list[Path]) -> set[str]:
    """The keys that templates and views name in full."""
    named = re.compile(r"""(?:\bt|\bn|\.say|\.count)\(\s*["']([a-z_]+\.[a-z_.-]+[a-z])["']""")
    return {key for file in files for key in named.findall(file.read_text("utf-8"))}


def test_every_phrase_that_the_pages_name_exists() -> None:
    files = [*(PACKAGE / "templates").rglob("*.html"), *(PACKAGE / "views").rglob("*.py")]
    named = phrases_named_in(files)
    assert len(named) > 100
    words = own_words(FALLBACK)
    assert [key for key in sorted(named) if key not in words and f"{key}.one" not in words] == []


@pytest.mark.parametrize(
    ("tag", "day", "length", "listed"),
    [
        ("en", "3 November 2026", "1 hour 30 min", "a, b and c"),
        ("nl", "3 november 2026", "1 uur 30 min", "a, b en c"),
        ("nl-BE", "3 november 2026", "1 uur 30 min", "a, b en c"),
        ("fr", "3 novembre 2026", "1 heure 30 min", "a, b et c"),
        ("de", "3 November 2026", "1 Stunde 30 Min.", "a, b und c"),
        ("sv", "3 November 2026", "1 hour 30 min", "a, b and c"),
    ],
)
def test_dates_durations_and_lists(tag: str, day: str, length: str, listed: str) -> None:
    words = locale(tag)
    assert words.date(date(2026, 11, 3)) == day
    assert words.duration(Duration.parse("1 h 30 min")) == length
    assert words.listed(["a", "b", "c"]) == listed


@pytest.mark.parametrize(
    ("tag", "lasted", "often"),
    [
        ("en", "2 years 2 months", "once a year"),
        ("nl", "2 jaar 2 maanden", "één keer per jaar"),
        ("fr", "2 ans 2 mois", "une fois par an"),
        ("de", "2 Jahre 2 Monate", "einmal im Jahr"),
    ],
)
def test_how_long_and_how_often(tag: str, lasted: str, often: str) -> None:
    words = locale(tag)
    assert words.span(Span(date(2020, 3, 13), date(2022, 5, 23))) == lasted
    assert words.every(Duration.parse("365 days")) == often
