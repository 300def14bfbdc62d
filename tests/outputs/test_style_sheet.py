"""The style sheet of an edition: ours in order, and the organisation's colour with readable ink."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editions import audiences, project
from generator.locales import locale
from generator.outputs.assets import imprint, style_sheet
from generator.views.parts.identity import identity
from tests.plan_builder import make_plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.css").write_text(f".{name} {{ top: 0; }}\n")
    (tmp_path / "order.txt").write_text("c.css\n")
    return tmp_path


def test_sheets_come_in_their_order(folder: Path) -> None:
    text = style_sheet(folder, None).content.decode()
    assert text.index(".c ") < text.index(".a ") < text.index(".b ")
    assert "--rb-organisation" not in text


@pytest.mark.parametrize(("colour", "ink"), [("#0B4F6C", "#fff"), ("#FFD700", "#000")])
def test_ink_can_be_read_on_the_colour(folder: Path, colour: str, ink: str) -> None:
    text = style_sheet(folder, colour).content.decode()
    assert f"--rb-organisation: {colour.lower()}; --rb-on-organisation: {ink};" in text


def test_the_foot_of_printed_sheets_is_text_whatever_the_plan_says() -> None:
    plan = make_plan(header={"organisation": 'A "B" \\ C', "revision": "2026.3; }"})
    edition = project(plan, audiences(plan)[0], "en")
    text = imprint(identity(edition), locale("en")).content.decode()
    assert text == (
        ":root { --rb-imprint: "
        '"A \\22 B\\22  \\5c  C Example plan \\b7  Revision 2026.3; \\7d "; }\n'
    )
