"""The icons of an app, made once for a logo, a name and a colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from generator.derive.logo import has_loose_text
from generator.editions import Edition
from generator.kept import Kept
from generator.outputs.app.colours import ORGANISATION
from generator.outputs.article import SIGNS
from generator.outputs.pictures import read_picture
from generator.views.parts.kinds import present
from generator.views.parts.pictures import picture_src

FOLDER = "app"
"""Where the icons are, below an edition's language folder."""

FAVICON = f"{FOLDER}/page-48.png"
APPLE_ICON = f"{FOLDER}/apple-180.png"
"""What pages name; browsers that read no manifest take these."""

SHORTCUTS = ("scenarios", "roles", "calls")
"""The kinds of page that a long press on the icon offers."""

_SIDES = (
    ("any", 192),
    ("any", 512),
    ("maskable", 192),
    ("maskable", 512),
    ("apple", 180),
    ("page", 48),
)
_SHORTCUT = 96


class Icon(Struct, frozen=True):
    """A picture for a place: ``use`` is a purpose of the manifest, ``apple``, ``page`` or a kind.

    Without ``content`` it is the plan's own SVG logo, which is in the site already and has no side.
    """

    path: str
    use: str
    side: int = 0
    content: bytes | None = None


Logo = tuple[str, bytes]
"""The path of a logo as the plan writes it, and the file's content."""


def maker() -> str:
    """What decides how icons look, besides logo, name and colour."""
    return f"icons 2, pillow {version('pillow')}, resvg-py {version('resvg-py')}"


def app_icons(edition: Edition, folder: Path, kept: Kept | None = None) -> tuple[Icon, ...]:
    """Every icon of an edition; ``folder`` is the plan's. Those that were ``kept`` are not drawn
    again."""
    header = edition.plan.plan
    colour = (header.colour or ORGANISATION).lower()
    content = read_picture(folder, header.logo) if header.logo else None
    logo = (header.logo, content) if header.logo and content is not None else None
    kinds = tuple(kind for kind in SHORTCUTS if kind in present(edition))
    kept = kept or Kept()
    return (
        *_of_app(logo, header.organisation.words, colour, kept),
        *(_of_shortcut(kind, colour, kept) for kind in kinds),
    )


def _of_app(logo: Logo | None, organisation: str, colour: str, kept: Kept) -> tuple[Icon, ...]:
    made, whole = _drawn_app(logo, organisation, colour, kept)
    icons = tuple(
        Icon(f"{FOLDER}/{use}-{side}.png", use, side, content)
        for (use, side), content in zip(_SIDES, made, strict=True)
    )
    own = logo is not None and whole and logo[0].lower().endswith(".svg")
    if logo is None or not own or has_loose_text(*logo):
        return icons
    return (*icons, Icon(picture_src(logo[0]), "any"))


def _drawn_app(
    logo: Logo | None, organisation: str, colour: str, kept: Kept
) -> tuple[Sequence[bytes], bool]:
    """The icons' contents, and whether the logo is an icon as it is."""
    stem = _name(*(logo or ("", b"")), organisation, colour)
    names = [stem + f"{use}-{side}".encode() for use, side in _SIDES]
    known = [content for name in (stem, *names) if (content := kept.get(name)) is not None]
    if len(known) == len(names) + 1:
        return known[1:], bool(known[0])
    made, whole = _draw_app(logo, organisation, colour)
    kept.put(stem, b"whole" if whole else b"")
    for name, content in zip(names, made, strict=True):
        kept.put(name, content)
    return made, whole


@lru_cache(maxsize=32)
def _draw_app(logo: Logo | None, organisation: str, colour: str) -> tuple[tuple[bytes, ...], bool]:
    # Only here and below: loading the libraries takes longer than drawing.
    from generator.outputs.app import icon_drawing

    return icon_drawing.of_app(logo, organisation, colour, _SIDES)


def _of_shortcut(kind: str, colour: str, kept: Kept) -> Icon:
    name = _name(kind, colour)
    content = kept.get(name)
    if content is None:
        content = _draw_shortcut(kind, colour)
        kept.put(name, content)
    return Icon(f"{FOLDER}/{kind}-{_SHORTCUT}.png", kind, _SHORTCUT, content)


@lru_cache(maxsize=32)
def _draw_shortcut(kind: str, colour: str) -> bytes:
    from generator.outputs.app import icon_drawing

    return icon_drawing.of_shortcut(SIGNS[kind], colour, kind, _SHORTCUT)


def _name(*parts: str | bytes) -> bytes:
    """A name for what an icon is made of."""
    return sha256(repr(parts).encode()).digest()
