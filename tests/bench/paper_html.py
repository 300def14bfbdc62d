"""The same content as our PDFs as one HTML file, for the peers that print HTML.

Run as ``python -m tests.bench.paper_html PLAN KIND FILE``. Cards are boxes of their size with the
card's texts and codes; a binder is the pages' articles, one after the other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from generator.build import readings, site_url
from generator.editions import audiences
from generator.locales import locale
from generator.opening import open_plan
from generator.outputs.article import Setting, article
from generator.outputs.matrix import drawn
from generator.paper.data import Setting as Said
from generator.paper.data import as_data
from generator.paper.kinds import KINDS
from generator.views.sheets.sheet import Order
from tests.bench.synthetic import AS_OF

_STYLE = """
@page { size: A4; margin: 12mm; @bottom-right { content: counter(page); } }
body { font: 10pt "Noto Sans", sans-serif; }
.card { width: 85.6mm; height: 53.98mm; padding: 3mm; box-sizing: border-box; overflow: hidden;
        display: inline-block; vertical-align: top; font-size: 7pt; border: 0.2mm solid; }
.card svg { float: right; width: 14mm; height: 14mm; clear: right; }
.sheet { break-after: page; }
h1 { break-before: page; }
"""


def main(plan: Path, kind: str, target: Path) -> None:
    """Write the file."""
    body = _binder(plan) if kind == "binder" else _sheets(plan, kind)
    target.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{kind}</title>'
        f"<style>{_STYLE}</style>{''.join(body)}</html>",
        encoding="utf-8",
    )


def _order(plan: Path) -> Order:
    opened = open_plan(plan, date.fromisoformat(AS_OF)).plan
    audience = audiences(opened)[0]
    language = opened.plan.languages[0]
    return Order(opened, audience, language, date.fromisoformat(AS_OF), site_url(opened, ""))


def _sheets(plan: Path, name: str) -> Iterator[str]:
    order = _order(plan)
    kind = next(kind for kind in KINDS if kind.name == name)
    said = Said(locale(order.language), order.language, drawn, str)
    box = "card" if name == "wallet-cards" else "sheet"
    for sheet in kind.sheets(order):
        parts = list(_parts(as_data(sheet.view, said)))
        yield f'<div class="{box}"><h2>{escape(sheet.title)}</h2>{"".join(parts)}</div>'


def _parts(value: Any) -> Iterator[str]:
    """The texts of a view as paragraphs, and its codes."""
    if isinstance(value, dict) and "svg" in value:
        yield value["svg"]
    elif isinstance(value, dict):
        for one in value.values():
            yield from _parts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _parts(one)
    elif isinstance(value, str):
        yield f"<div>{escape(value)}</div>"


def _binder(plan: Path) -> Iterator[str]:
    order = _order(plan)
    (reading, *_) = readings(order.plan, order.audience, as_of=order.as_of)
    setting = Setting(reading.edition, reading.words, lambda payload: "none", reading.site_url)
    for page in reading.pages:
        yield article(page, setting)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
