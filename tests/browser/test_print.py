"""What a browser makes of a page on paper: A4 and Letter, read back from the PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}

PRINTED = [(kind, PAPERS[number % 2]) for number, kind in enumerate(KINDS)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.build(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def root(site: Path, serve: Serve) -> str:
    return f"{serve(site).url}{EDITION}/"


def printed(page: Page, paper: Paper) -> list[str]:
    """The text of each printed sheet, with single spaces."""
    made = pypdfium2.PdfDocument(page.pdf(format=paper))
    for sheet in made:
        size = sorted(one / 72 * 25.4 for one in sheet.get_size())  # Wide tables lie on their side.
        assert size == pytest.approx(SIZES[paper], abs=0.4)
    return [plain(sheet.get_textpage().get_text_range()) for sheet in made]


def plain(text: str) -> str:
    """The text without what breaking lines changes."""
    return re.sub(r"\s+", " ", text.replace("\ufffe", "-"))


def close(text: str) -> str:
    """The text's letters alone."""
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize(("kind", "paper"), PRINTED)
def test_each_printed_sheet_says_which_plan_and_revision_it_is(
    desktop: Page, root: str, kind: str, paper: Paper
) -> None:
    desktop.goto(root + KINDS[kind])
    sheets = printed(desktop, paper)
    assert sheets
    for number, text in enumerate(sheets, 1):
        assert "ScheldeNet Emergency and continuity plan · Revision 2026.4" in text
        assert f"{number} / {len(sheets)}" in text


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", ["card", "checklist"])
def test_no_step_is_split_over_two_sheets(
    desktop: Page, root: str, kind: str, paper: Paper
) -> None:
    desktop.goto(root + KINDS[kind])
    sheets = [close(text) for text in printed(desktop, paper)]
    steps = [close(text) for text in desktop.locator(".rb-step__text").all_text_contents()]
    assert len(steps) > 5
    split = [step for step in steps if not any(step in text for text in sheets)]
    assert split == []


def test_addresses_and_numbers_are_written_out(desktop: Page, root: str) -> None:
    desktop.goto(root + KINDS["supplier"])
    text = " ".join(printed(desktop, "A4"))
    numbers = desktop.locator("#rb-article a[href^='tel:']").all()
    assert numbers
    for number in numbers:
        digits = re.sub(r"\D", "", str(number.get_attribute("href")))
        assert digits[-6:] in re.sub(r"\D", "", text)
    outside = desktop.locator("#rb-article a[href^='http']").all()
    for link in outside:
        assert str(link.get_attribute("href")).replace(" ", "") in text.replace(" ", "")
