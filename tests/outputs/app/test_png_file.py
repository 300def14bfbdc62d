"""PNG files as small as they go show the picture that they were made of."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.outputs.app.png_file import packed


def _picture(colours: int, side: tuple[int, int]) -> Image.Image:
    made = Image.new("P", side)
    made.putdata([(x * 7 + x * x // 3) % colours for x in range(side[0] * side[1])])
    made.putpalette([part for at in range(colours) for part in (at, 255 - at, at * 5 % 256)])
    return made


@pytest.mark.parametrize("colours", [2, 3, 5, 16, 17, 200])
@pytest.mark.parametrize("side", [(64, 64), (37, 5)])
def test_every_pixel_is_the_same(colours: int, side: tuple[int, int]) -> None:
    picture = _picture(colours, side)
    with Image.open(io.BytesIO(packed(picture))) as read:
        assert read.mode == "P"
        assert read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def test_transparency_is_kept() -> None:
    clear = bytes(85 * step for step in range(4))
    with Image.open(io.BytesIO(packed(_picture(4, (16, 16)), transparency=clear))) as read:
        assert read.info["transparency"] == clear


def test_a_flat_picture_is_smaller_than_with_filters() -> None:
    picture = Image.new("P", (256, 256))
    picture.putpalette([0, 0, 0, 250, 250, 250, 90, 90, 90])
    for at in range(40, 200, 8):
        picture.paste(at % 3, (at, at // 2, 250, 250))
    usual = io.BytesIO()
    picture.save(usual, "PNG", optimize=True)
    assert len(packed(picture)) < len(usual.getvalue())
