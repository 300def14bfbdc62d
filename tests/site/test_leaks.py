"""The sample, built: nothing that only a more closed audience may read stands in an open edition.

Editions are compared by what they show, not by the projection's own rules: every text and value of
the whole plan that the open reader's plan lacks is looked for in every file of that edition.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from generator.editions import audiences, project
from generator.load import load
from generator.locales import locale
from generator.model import Plan
from generator.model.base import Part
from generator.model.contact import Contact
from generator.model.walk import Shape, walk
from generator.site.builder import SiteBuilder
from generator.site.project import read_project

ROOT = Path(__file__).parents[2]
LONG_ENOUGH = 8
"""Shorter texts, such as an answer "Yes" or a kind, stand everywhere and give nothing away."""

_HELD = re.compile(r"data:text/[a-z]+;base64,([A-Za-z0-9+/=]+)")
"""Cards and calendars within a file."""

_TEXTS = (".pdf", ".html", ".json", ".js", ".vcf", ".svg", ".css", ".xml", ".txt", ".webmanifest")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Every file of the open editions that holds text, by path."""
    built = SiteBuilder().build(read_project(ROOT / "mkdocs.yml", single_file=True))
    return {
        artifact.path: _plain(artifact.path, _decoded(artifact.path, artifact.content))
        for artifact in built.artifacts()
        if artifact.path.endswith(_TEXTS) and "/assets/" not in artifact.path
    }


@pytest.fixture(scope="module")
def plan() -> Plan:
    loaded = load(ROOT / "plans/scheldenet")
    assert loaded.plan is not None
    return loaded.plan


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("reader", [0, 1])
def test_nothing_of_a_more_closed_edition(
    files: Mapping[str, str], plan: Plan, reader: int, language: str
) -> None:
    audience = audiences(plan)[reader]
    shown = (text for tag in plan.plan.languages for text in _said(_seen(plan, reader, tag)))
    own = (words for tag in plan.plan.languages for words in locale(tag).words.values())
    allowed = "\n".join((*shown, *own))
    hidden = {text for text in _said(plan) if len(text) >= LONG_ENOUGH and text not in allowed}
    assert len(hidden) > 20
    edition = _of_edition(files, f"{audience.id}/{language}/")
    found = {(path, text) for path, words in edition.items() for text in hidden if text in words}
    assert not found


@pytest.mark.parametrize("reader", [0, 1])
def test_no_number_of_a_more_closed_edition(
    files: Mapping[str, str], plan: Plan, reader: int
) -> None:
    audience = audiences(plan)[reader]
    shown = set(_numbers(_seen(plan, reader, "en")))
    hidden = set(_numbers(plan)) - shown
    assert len(hidden) > 10
    for path, words in _of_edition(files, f"{audience.id}/").items():
        digits = _digits(words)
        assert not [number for number in hidden if number in digits], path


def test_the_scan_finds_what_is_shown(files: Mapping[str, str], plan: Plan) -> None:
    """Otherwise the tests above could pass because they read nothing."""
    staff = _seen(plan, 1, "en")
    pages = "\n".join(_of_edition(files, "staff/en/").values())
    assert not [person.name for person in staff.people if person.name not in pages]
    digits = _digits(pages)
    numbers = [number for person in staff.people for number in _numbers(person)]
    assert len(numbers) > 50
    assert all(number in digits for number in numbers)
    sheets = {path: text for path, text in files.items() if path.endswith(".pdf")}
    assert len(sheets) > 100
    assert all(len(text) > 50 for text in sheets.values())


def _seen(plan: Plan, reader: int, language: str) -> Plan:
    return project(plan, audiences(plan)[reader], language).plan


def _of_edition(files: Mapping[str, str], folder: str) -> dict[str, str]:
    found = {path: text for path, text in files.items() if path.startswith(folder)}
    assert any(path.endswith(".html") for path in found)
    return found


def _decoded(path: str, content: bytes) -> str:
    """What a file says; of a PDF the text of its pages, without the breaks of lines."""
    if not path.endswith(".pdf"):
        return content.decode()
    pages = (page.get_textpage().get_text_range() for page in PdfDocument(content))
    return re.sub(r"\s+", " ", " ".join(pages))


def _plain(path: str, text: str) -> str:
    """What a reader of the file could make out: no entities, no folded lines, no escapes."""
    if path.endswith(".vcf"):
        text = re.sub(r"\r?\n[ \t]", "", text).replace("\\,", ",").replace("\\;", ";")
    held = (b64decode(part).decode() for part in _HELD.findall(text))
    return unescape("\n".join((text, *(_plain(".vcf", one) for one in held))))


def _said(plan: Plan) -> Iterator[str]:
    """Every text, in each language, and every value that a person wrote."""
    for visit in walk(plan):
        if visit.field.shape is Shape.TEXT:
            yield from (text for _, text in visit.value.translations)
        # An id of one plain word, such as `description`, may be a word of HTML as well.
        elif (
            visit.field.shape is Shape.VALUE
            and type(visit.value) is str
            and not visit.value.isalpha()
        ):
            yield visit.value


def _digits(text: str) -> str:
    """A text in which a number stands as one, however it was written."""
    return re.sub(r"[\s\u00a0()./-]|%20", "", text)


def _numbers(part: Part) -> Iterator[str]:
    """The digits of every number to dial."""
    for visit in walk(part):
        if isinstance(visit.value, Contact):
            digits = re.sub(r"\D", "", visit.value.value)
            if len(digits) >= LONG_ENOUGH:
                yield digits
