"""Every QR code of every sheet of both sample plans is read back from paper: every edition, every
language, all three versions of wallet cards, and the cover of the binder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2
import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.editions import audiences
from generator.jobs import shares
from generator.paper.binder.document import whole_binder
from generator.paper.codes import assigned
from generator.paper.document import Document, Printing
from generator.paper.kinds import KINDS, Kind
from generator.views import current
from generator.views.sheets.binder import FRONT
from generator.views.sheets.sheet import Qr, Sheet
from tests.paper.printed import made, opened, order_of, text
from tests.paper.scanning import codes_on

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
(BINDER,) = (kind for kind in KINDS if kind.name == "binder")
PAGE_OF_CARDS = {"cut": 10, "fold": 5, "shop": 1}
"""How many cards lie on a page of A4; of the others than the folded one, backs on a second."""

each_edition = pytest.mark.parametrize(("plan", "audience", "language"), EDITIONS)


@cache
def sheets_of(kind: Kind, plan: str, audience: str, language: str) -> tuple[Sheet, ...]:
    """All sheets of a kind."""
    return tuple(kind.sheets(order_of(opened(plan), audience, language)))


def codes_in(value: Any) -> Iterator[str]:
    """The payloads of all QR codes in a view."""
    if isinstance(value, Qr):
        yield value.payload
    elif isinstance(value, Struct):
        yield from codes_in([getattr(value, name) for name in value.__struct_fields__])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from codes_in(one)


def test_these_are_all_editions_and_languages() -> None:
    for plan in ("scheldenet", "bakkerij"):
        its = opened(plan).plan
        known = {(one.id, tag) for one in audiences(its) for tag in its.plan.languages}
        assert known == {edition[1:] for edition in EDITIONS if edition[0] == plan}


@each_edition
@pytest.mark.parametrize("kind", ON_SHEETS, ids=lambda kind: kind.name)
def test_all_codes_of_a_sheet_are_read_and_no_other(
    kind: Kind, plan: str, audience: str, language: str
) -> None:
    sheets = sheets_of(kind, plan, audience, language)
    assert sheets or audience == "public"
    typed = assigned("salt", {}, {sheet.name: () for sheet in sheets})
    url = order_of(opened(plan), audience, language).page_url(current.ADDRESS)
    found: dict[str, list[Counter[str]]] = {code: [] for code in typed.values()}
    for document in kind.together(sheets, Printing(language), kind.name) if sheets else ():
        for page in printed(document, plan, typed, url):
            (code,) = (one for one in found if one in text(page))
            found[code].append(codes_on(page))
    for sheet in sheets:
        pages = found[typed[sheet.name]]
        expected = Counter(codes_in(sheet.view))
        expected[f"{url}#code={typed[sheet.name].replace('-', '')}"] = len(pages)
        assert len(pages) >= 1
        assert sum(pages, Counter()) == expected, sheet.name


def printed(
    document: Document, plan: str, codes: dict[str, str], url: str | None = None
) -> Iterator[pypdfium2.PdfPage]:
    """The pages of a document."""
    set_ = made(document, codes, url, opened(plan))
    assert set_.overflows == ()
    yield from pypdfium2.PdfDocument(set_.pdf)


@each_edition
@pytest.mark.parametrize("layout", PAGE_OF_CARDS)
def test_all_codes_of_wallet_cards_are_read_and_no_other(
    layout: str, plan: str, audience: str, language: str
) -> None:
    cards = sheets_of(CARDS, plan, audience, language)
    every = CARDS.together(cards, Printing(language), CARDS.name)
    documents = [one for one in every if one.options["layout"] == layout]
    assert sum((one.sheets for one in documents), ()) == cards
    for document in documents:
        pages = [codes_on(page) for page in printed(document, plan, {})]
        for lot in shares(document.sheets, PAGE_OF_CARDS[layout]):
            views = [card.view for card in lot]
            fronts = Counter(view.line.payload for view in views if view.line)
            backs = Counter(view.page.payload for view in views if view.page)
            assert fronts + backs == Counter(codes_in(views))
            if layout == "fold":
                assert pages.pop(0) == fronts + backs
            else:
                assert [pages.pop(0), pages.pop(0)] == [fronts, backs]
        assert pages == []


@each_edition
def test_the_code_of_the_binder_is_read_from_its_cover(
    plan: str, audience: str, language: str
) -> None:
    """Of the binder only what stands before its first tab: the rest has no codes."""
    (sheet,) = sheets_of(BINDER, plan, audience, language)
    (payload,) = codes_in(sheet.view)
    assert payload.endswith(f"/{audience}/{language}/index.html")
    front = tuple(one for one in sheet.view.sections if one.code == FRONT)
    short = replace(sheet, view=replace(sheet.view, sections=front))
    cover, *others = printed(whole_binder(short, Printing(language), "binder"), plan, {})
    assert codes_on(cover) == {payload: 1}
    assert not any(codes_on(page) for page in others)


def test_there_are_codes_to_read() -> None:
    """Every kind but forms has codes of its own, besides the one that each sheet has."""
    for kind, least in zip((*ON_SHEETS, CARDS), (250, 14, 140, 100, 200), strict=True):
        sheets = [sheet for edition in EDITIONS for sheet in sheets_of(kind, *edition)]
        assert len(sheets) >= least, kind.name
        own = [payload for sheet in sheets for payload in codes_in(sheet.view)]
        assert bool(own) is (kind.name != "forms")
