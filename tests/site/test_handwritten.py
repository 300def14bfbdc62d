"""Hand-written pages declare for whom they are, and bring only what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.model import Plan
from generator.site.handwritten import HandWritten, read_all
from generator.site.publishing import Site


@pytest.fixture
def plan(organisation: Path) -> Plan:
    found = load(organisation.parent / "plans").plan
    assert found is not None
    return found


def test_only_pictures_that_are_shown(built: Site) -> None:
    assert (built.folder / "staff/en/pages/pictures/map.svg").is_file()
    assert not list(built.folder.rglob("unused.svg"))
    assert not (built.folder / "staff/nl/pages/pictures").exists()


def test_frame_and_headings(built: Site) -> None:
    page = (built.folder / "staff/en/pages/shelter.html").read_text("utf-8")
    assert "<title>The shelter &amp; how - " in page
    assert 'href="#way-there" class="md-nav__link"' in page
    assert 'src="pictures/map.svg"' in page
    dutch = (built.folder / "staff/nl/pages/shelter.html").read_text("utf-8")
    assert "<h1>De schuilplaats</h1>" in dutch
    assert 'href="shelter.html"' in (built.folder / "staff/nl/pages/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# No front matter\n", "page-without-audience"),
        ("---\naudience: staff\n---\n", "page-without-language"),
        ("---\naudience: stuff\nlanguage: en\n---\n", "unknown-page-audience"),
        ("---\naudience: staff\nlanguage: fr\n---\n", "unknown-page-language"),
        ("---\naudience: [\n---\n", "broken-front-matter"),
        ("---\naudience: staff\nlanguage: en\nid: ../x\n---\n", "invalid-page-id"),
        ("---\naudience: staff\nlanguage: en\nid: shelter\n---\n", "duplicate-page"),
    ],
)
def test_faults(organisation: Path, plan: Plan, text: str, code: str) -> None:
    (organisation.parent / "docs" / "new.md").write_text(text, "utf-8")
    _, problems = read_all(organisation.parent / "docs", plan, lambda _: False)
    assert code in [problem.code for problem in problems]
    assert all(problem.help for problem in problems)


def test_what_is_left_out(organisation: Path, plan: Plan) -> None:
    docs = organisation.parent / "docs"
    pages, problems = read_all(docs, plan, lambda path: path == "safe.md")
    assert not problems
    assert pages == [
        HandWritten("shelter.md", "staff", "en", "shelter", "The shelter & how", ("old-shelter",)),
        HandWritten("shelter.nl.md", "staff", "nl", "shelter", "De schuilplaats"),
    ]
