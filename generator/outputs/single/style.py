"""The file's style: the site's style sheets, the ground that the theme gives them, and print."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from generator.outputs.assets import css_string, style_sheet

_GROUND, _PARTS = (Path(__file__).with_name(name) for name in ("ground.css", "parts.css"))
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def style(folder: Path, colour: str | None, printed: tuple[str, str]) -> Markup:
    """The whole style. ``printed`` are what a page on paper says at its head and at its foot."""
    sheets = style_sheet(folder, colour).content.decode()
    text = f"{_GROUND.read_text('utf-8')}\n{sheets}\n{_PARTS.read_text('utf-8')}\n"
    head, foot = map(css_string, printed)
    text += f':root {{ --rb-paper-head: "{head}"; --rb-paper-foot: "{foot}"; }}\n'
    text += f'@page {{ @bottom-left {{ content: "{foot}"; }} }}\n'
    return Markup(_SPACE.sub("\n", _COMMENT.sub("", text)).strip())  # noqa: S704
