"""Icons: sizes, what a mask leaves of them, contrast, bytes."""

from __future__ import annotations

import io
import subprocess
import sys
from math import hypot
from pathlib import Path

import pytest
from PIL import Image

from generator.editions import Edition, audiences, project
from generator.kept import Kept
from generator.locales import locale
from generator.outputs import app
from generator.outputs.app.colours import BLACK, READABLE, WHITE, contrast, ink_on, rgb
from generator.outputs.app.icons import Icon, app_icons
from tests.outputs.app.logos import LOGOS, svg
from tests.plan_builder import make_plan

ROOT = Path(__file__).parents[3]
NAMES = ("ScheldeNet", "Bakkerij De Korenaar", "北京", "'s-Hertogenbosch", "KBC", "Δήμος Αθηναίων")
COLOURS = ("#0b4f6c", "#f2c500", "#eeeeee", "#000000", "#1d8a3f")
MOST_BYTES = 20_000
SAFE = 0.4
"""A maskable icon may be cut to a circle of this radius, as a part of its side."""
SIDES = {("any", 192), ("any", 512), ("maskable", 192), ("maskable", 512), ("apple", 180)}


def edition(
    organisation: str = "Example", logo: str | None = None, colour: str = "#0b4f6c"
) -> Edition:
    """An edition with one scenario."""
    header = {"organisation": organisation, "colour": colour} | ({"logo": logo} if logo else {})
    plan = make_plan(header=header, scenarios=[{"id": "fire", "title": "Fire"}])
    return project(plan, audiences(plan)[0], "en")


def drawn(folder: Path, name: str) -> tuple[Icon, ...]:
    """The icons of a logo, or of an organisation."""
    if name in LOGOS:
        (folder / name).write_bytes(LOGOS[name])
        return app_icons(edition(logo=name), folder)
    return app_icons(edition(name), folder)


def pixels(icon: Icon) -> Image.Image:
    assert icon.content is not None
    return Image.open(io.BytesIO(icon.content))


ALL = pytest.mark.parametrize("name", [*LOGOS, *NAMES])


@ALL
def test_sizes_and_weight(name: str, tmp_path: Path) -> None:
    icons = [icon for icon in drawn(tmp_path, name) if icon.content is not None]
    assert {(icon.use, icon.side) for icon in icons} >= SIDES
    assert all(pixels(icon).size == (icon.side, icon.side) for icon in icons)
    assert sum(len(icon.content or b"") for icon in icons) <= MOST_BYTES


@ALL
def test_nothing_that_matters_is_outside_the_safe_zone(name: str, tmp_path: Path) -> None:
    for icon in drawn(tmp_path, name):
        if icon.use in ("maskable", "scenarios"):
            picture = pixels(icon).convert("RGB")
            ground = picture.getpixel((0, 0))
            middle = (icon.side - 1) / 2
            far = max(
                hypot(x - middle, y - middle)
                for x in range(icon.side)
                for y in range(icon.side)
                if picture.getpixel((x, y)) != ground
            )
            assert 0.25 * icon.side < far <= SAFE * icon.side


@ALL
def test_only_rounded_icons_are_transparent_and_only_in_their_corners(
    name: str, tmp_path: Path
) -> None:
    for icon in drawn(tmp_path, name):
        if icon.content is None:
            continue
        alpha = pixels(icon).convert("RGBA").getchannel("A")
        if icon.use not in ("any", "page"):
            assert "transparency" not in pixels(icon).info
            assert alpha.getextrema() == (255, 255)
        else:
            assert alpha.getpixel((0, 0)) == 0
            third = icon.side // 3
            assert alpha.crop((third, 0, 2 * third, icon.side)).getextrema() == (255, 255)


@ALL
def test_the_sign_stands_out_from_its_ground(name: str, tmp_path: Path) -> None:
    icon = next(icon for icon in drawn(tmp_path, name) if icon.use == "maskable")
    picture = pixels(icon).convert("RGB")
    ground = picture.getpixel((0, 0))
    colours = [colour for often, colour in picture.getcolors(1 << 16) or () if often > 100]
    assert max(contrast(ground, colour) for colour in colours) >= 3  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", COLOURS)
def test_letters_can_be_read_on_the_plans_colour(colour: str, tmp_path: Path) -> None:
    icons = app_icons(edition("KBC", colour=colour), tmp_path)
    for icon in icons:
        picture = pixels(icon).convert("RGBA").convert("RGB")
        found = {colour for often, colour in picture.getcolors(1 << 16) or () if often > 20}
        assert {rgb(colour), ink_on(rgb(colour))} <= found


def test_ink_can_be_read_on_any_ground() -> None:
    grounds = [
        (r, g, b) for r in range(0, 256, 15) for g in range(0, 256, 15) for b in (0, 99, 255)
    ]
    assert all(contrast(ink_on(ground), ground) >= READABLE for ground in grounds)
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(rgb("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


def test_a_logo_with_a_ground_keeps_it_and_its_own_file_is_an_icon(tmp_path: Path) -> None:
    icons = drawn(tmp_path, "tile.svg")
    whole = next(icon for icon in icons if icon.use == "maskable")
    assert pixels(whole).convert("RGB").getpixel((0, 0)) == (0, 0x88, 0x44)
    assert [icon.path for icon in icons if icon.content is None] == ["pictures/_/tile.svg"]


def test_a_white_logo_gets_the_plans_colour(tmp_path: Path) -> None:
    whole = next(icon for icon in drawn(tmp_path, "white.svg") if icon.use == "maskable")
    assert pixels(whole).convert("RGB").getpixel((0, 0)) == rgb("#0b4f6c")


def test_initials_stand_in_for_a_logo_that_is_long_missing_or_broken(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    initials = app_icons(edition(), tmp_path)
    assert drawn(tmp_path, "long.svg") == initials
    assert app_icons(edition(logo="gone.png"), tmp_path) == initials
    assert app_icons(edition(logo="broken.png"), tmp_path) == initials


def test_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hashlib import sha256\n"
        "from tests.outputs.app.test_icons import drawn\n"
        "for name in ('tile.svg', 'photo.jpg', 'ScheldeNet'):\n"
        "    for icon in drawn(Path(sys.argv[1]), name):\n"
        "        print(icon.path, sha256(icon.content or b'').hexdigest())\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            cwd=ROOT,
            env={"LC_ALL": lang, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for lang, zone, seed in (("C", "UTC", "1"), ("nl_BE.UTF-8", "Asia/Tokyo", "2"))
    ]
    assert said[0] == said[1]
    assert said[0].count("\n") > 20


@pytest.mark.parametrize("name", ["Example", "bars.svg"])
def test_kept_icons_are_not_drawn_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(svg('<path fill="#c02" d="M9 9h80v80z"/>'))
    plan = edition(logo=name) if name.endswith(".svg") else edition(name)
    first = Kept(tmp_path / "icons", "one")
    made = app_icons(plan, tmp_path, first)
    first.save()
    for what in ("_draw_app", "_draw_shortcut"):
        monkeypatch.setattr(f"generator.outputs.app.icons.{what}", None)
    assert app_icons(plan, tmp_path, Kept(tmp_path / "icons", "one")) == made
    with pytest.raises(TypeError):
        app_icons(plan, tmp_path, Kept(tmp_path / "icons", "two"))


def test_a_logo_of_one_colour_gives_way_to_initials(tmp_path: Path) -> None:
    (tmp_path / "flat.svg").write_bytes(svg('<path fill="#c02" d="M0 0h100v100H0z"/>'))
    assert app_icons(edition(logo="flat.svg"), tmp_path) == app_icons(edition(), tmp_path)


def test_files_are_shared_by_languages(tmp_path: Path) -> None:
    paths = [artifact.path for artifact in app.files(edition(), locale("nl"), tmp_path)]
    assert paths[0] == "manifest.webmanifest"
    assert len(paths) == len(set(paths)) == 8


def test_the_colours_of_a_logo_stay_what_they_are(tmp_path: Path) -> None:
    bars = zip(("#ffcc00", "#006633", "#cc0022"), (10, 40, 70), strict=True)
    logo = svg("".join(f'<path d="M{x} 20h20v60h-20z" fill="{colour}"/>' for colour, x in bars))
    (tmp_path / "bars.svg").write_bytes(logo)
    for icon in app_icons(edition(logo="bars.svg"), tmp_path)[:5]:
        found = {colour for _, colour in pixels(icon).convert("RGBA").getcolors(1 << 18) or ()}
        assert {(*rgb(colour), 255) for colour in ("#ffcc00", "#006633", "#cc0022")} <= found
