"""Action cards are measured once, with the most air; what less air makes of that is reckoned."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]
import pytest

from generator.outputs.matrix import drawn
from generator.paper.document import Paper
from tests.paper.printed import check_of, opened, set_, sheets_of

KIND = "action-cards"
POINTS = 72 / 25.4
BETWEEN_LINES = 7.5 * POINTS
MOST_LINES = 12
NEAR = 0.8
"""Points: the stroke of a frame."""


def lower_margin(plan: str) -> float:
    """15 mm, or what the code at the foot needs: 2.4 mm above it, of which its quiet zone is 1.6,
    and 3 mm below it; in points."""
    side = int(drawn(check_of(opened(plan))).decode().split('viewBox="0 0 ')[1].split()[0]) * 0.4
    return max(15, 2.4 - 1.6 + side + 3) * POINTS


def frames(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Lower and upper edge of what is drawn as wide as the text and higher than a row of boxes."""
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        if right - left > 175 * POINTS and top - bottom > 16 * POINTS:
            yield bottom, top


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(
    ("plan", "audience", "language"),
    [("scheldenet", "crisis-team", "en"), ("bakkerij", "team", "nl")],
)
def test_cards_fill_the_page_and_nothing_runs_into_the_foot(
    plan: str, audience: str, language: str, paper: Paper
) -> None:
    """The frame of the hand-over ends at the lower margin, or less than a line above it, unless
    it has as many lines as it may."""
    sheets = sheets_of(KIND, opened(plan), audience, language)
    made = set_(sheets, KIND, opened(plan), paper)
    pages = list(pypdfium2.PdfDocument(made.pdf))
    assert len(pages) == len(sheets) >= 10
    full = 0
    for page in pages:
        bottom, top = min(frames(page))
        left = bottom - lower_margin(plan)
        assert left > -NEAR
        if left < BETWEEN_LINES + NEAR:
            full += 1
        else:
            assert top - bottom > MOST_LINES * BETWEEN_LINES
    assert full >= 5
