"""Boxes and arrows of an article, with their words apart.

Why: Typst sets the words. It can't say which letters a drawing's own text stands for in scripts
that join them, and then makes no PDF that can be read aloud (PDF/UA-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_UNUSED = re.compile(r'</?a\b[^>]*>|\sclass="[^"]*"|\saria-hidden="true"|\sfocusable="false"')
_NUMBER = re.compile(r"-?[\d.]+")


def taken_apart(source: str) -> dict[str, Any]:
    """A drawing: its ``svg`` in black without words and links, which no code stands beside;
    ``width`` and ``height``; and ``words``, each with the middle of its line as ``x`` and ``y``,
    in the drawing's units from its upper left corner."""
    root = ET.fromstring(source)  # noqa: S314 - of our own template
    bare = _UNUSED.sub("", _TEXT.sub("", source)).replace("currentColor", "#111111")
    size = {name: float(root.attrib[name]) for name in ("width", "height")}
    return {"svg": bare, **size, "words": list(_words(root))}


def _words(root: ET.Element) -> Iterator[dict[str, Any]]:
    left, top = _numbers(root.attrib["viewBox"])[:2]
    for box in root.iter(f"{_SVG}g"):
        if "transform" not in box.attrib:
            continue
        across, down = _numbers(box.attrib["transform"])
        for line in box.iter(f"{_SVG}tspan"):
            yield {
                "x": across + float(line.attrib["x"]) - left,
                "y": down + float(line.attrib["y"]) - top,
                "strong": "font-weight" in line.attrib,
                "said": line.text or "",
            }


def _numbers(said: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(said)]
