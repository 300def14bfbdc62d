"""Every QR code of every sheet of both sample plans is read back from paper.

Of a kind with more than 20 sheets in an edition every third one is printed, beginning with another
one in each language. The binder's codes are those of its pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pypdfium2
import pytest

from generator.paper.codes import assigned
from generator.paper.document import Document, Printing
from generator.paper.imposition import grid
from generator.paper.kinds import KINDS, Kind
from generator.views import current
from generator.views.sheets.sheet import Qr, Sheet
from tests.paper.printed import codes_on, made, opened, order_of, text

MANY = 20
EDITIONS = (
    *(
        ("scheldenet", one, tag)
        for one in ("public", "staff", "crisis-team")
        for tag in ("en", "nl")
    ),
    *(("bakkerij", one, "nl") for one in ("team", "crisisteam")),
)
ON_SHEETS = tuple(kind for kind in KINDS if kind.name not in ("wallet-cards", "binder"))
(CARDS,) = (kind for kind in KINDS if kind.name == "wallet-cards")


@cache
def chosen(kind: Kind, plan: str, audience: str, language: str) -> tuple[Sheet, ...]:
    """The sheets that are printed."""
    sheets = tuple(kind.sheets(order_of(opened(plan), audience, language)))
    return sheets if len(sheets) <= MANY else sheets[language == "nl" :: 3]


def document(kind: Kind, sheets: tuple[Sheet, ...], language: str) -> Document:
    """The first document that is printed of a kind."""
    return next(iter(kind.together(sheets, Printing(language), kind.name)))


def codes_in(value: Any) -> Iterator[str]:
    """The payloads of all QR codes in a view."""
    if isinstance(value, Qr):
        yield value.payload
    elif is_dataclass(value):
        yield from codes_in([getattr(value, one.name) for one in fields(value)])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from codes_in(one)


@pytest.mark.parametrize(("plan", "audience", "language"), EDITIONS)
@pytest.mark.parametrize("kind", ON_SHEETS, ids=lambda kind: kind.name)
def test_all_codes_of_a_sheet_are_read_and_no_other(
    kind: Kind, plan: str, audience: str, language: str
) -> None:
    sheets = chosen(kind, plan, audience, language)
    if not sheets:
        assert audience == "public"
        return
    at = opened(plan)
    typed = assigned("salt", {}, {sheet.name: () for sheet in sheets})
    url = order_of(at, audience, language).page_url(current.ADDRESS)
    set_ = made(document(kind, sheets, language), typed, url, at)
    assert set_.overflows == ()
    found: dict[str, Counter[str]] = {code: Counter() for code in typed.values()}
    pages: Counter[str] = Counter()
    for page in pypdfium2.PdfDocument(set_.pdf):
        (code,) = (one for one in found if one in text(page))
        found[code] += codes_on(page)
        pages[code] += 1
    for sheet in sheets:
        code = typed[sheet.name]
        expected = Counter(codes_in(sheet.view))
        expected[f"{url}#code={code.replace('-', '')}"] = pages[code]
        assert pages[code] >= 1
        assert found[code] == expected, sheet.name


@pytest.mark.parametrize(("plan", "audience", "language"), EDITIONS)
def test_all_codes_of_wallet_cards_are_read_and_no_other(
    plan: str, audience: str, language: str
) -> None:
    cards = chosen(CARDS, plan, audience, language)
    set_ = made(document(CARDS, cards, language), {}, None, opened(plan))
    assert set_.overflows == ()
    pages = [codes_on(page) for page in pypdfium2.PdfDocument(set_.pdf)]
    many = grid(Printing(language).paper).count
    for n in range(0, len(cards), many):
        fronts, backs = pages.pop(0), pages.pop(0)
        views = [card.view for card in cards[n : n + many]]
        assert fronts == Counter(view.line.payload for view in views if view.line)
        assert backs == Counter(view.page.payload for view in views if view.page)
        assert fronts + backs == sum((Counter(codes_in(view)) for view in views), Counter())
    assert pages == []


def test_there_are_codes_to_read() -> None:
    """Every kind but forms has codes of its own, besides the one that each sheet has."""
    for kind in (*ON_SHEETS, CARDS):
        sheets = [sheet for edition in EDITIONS for sheet in chosen(kind, *edition)]
        assert len(sheets) >= 14
        own = [payload for sheet in sheets for payload in codes_in(sheet.view)]
        assert bool(own) is (kind.name != "forms")
