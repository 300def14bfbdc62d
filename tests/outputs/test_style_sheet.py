"""The style sheet of an edition: ours in order, and the organisation's colour with readable ink."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.outputs.assets import style_sheet


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
