"""The pages of suppliers and authorities."""

from __future__ import annotations

from typing import Any

from generator.views.suppliers import SuppliersView, SupplierView
from tests.views.view_of import html_of, pages_of

PHONE = {"kind": "phone", "value": "+33 1 99 00 00 01"}
PLAN: dict[str, Any] = {
    "suppliers": [
        {
            "id": "fibre",
            "name": "Fibre Ltd",
            "supplies": "Dark fibre",
            "contract": "F-1",
            "primary": {"name": "Fault desk", "contacts": [PHONE]},
            "escalation": [{"after": "1h", "to": "Duty manager", "contacts": [PHONE]}],
        },
        {"id": "bare", "name": "Bare", "supplies": "Nothing"},
    ],
    "authorities": [
        {
            "id": "cert",
            "name": "CERT",
            "purpose": "Report incidents",
            "aliases": ["csirt"],
            "primary": {"name": "Duty desk", "contacts": [PHONE]},
        }
    ],
    "scenarios": [{"id": "cut", "title": "Fibre cut", "suppliers": ["fibre"]}],
}


def test_a_supplier_says_what_to_quote_and_whom_to_ask_for_next() -> None:
    html = html_of("suppliers/fibre.html", **PLAN)
    order = [html.index(part) for part in ("F-1", "Fault desk", "After 1 hour", "Duty manager")]
    assert order == sorted(order)
    assert 'href="../scenarios/cut.html"' in html


def test_a_supplier_without_desks_says_so() -> None:
    view = pages_of(**PLAN)["suppliers/bare.html"].view
    assert isinstance(view, SupplierView)
    assert view.primary is None
    assert "No desk is shown" in html_of("suppliers/bare.html", **PLAN)


def test_authorities_stand_in_the_list_with_their_anchors() -> None:
    page = pages_of(**PLAN)["suppliers/index.html"]
    assert isinstance(page.view, SuppliersView)
    html = html_of("suppliers/index.html", **PLAN)
    for anchor in ("authority-cert", "authority-csirt"):
        assert f'id="{anchor}"' in html
    assert [entry.anchor for entry in page.entries] == ["", "authority-cert"]
    assert "33199000001" in page.entries[1].text


def test_a_desk_has_a_card_of_its_own() -> None:
    view = pages_of(**PLAN)["suppliers/fibre.html"].view
    assert isinstance(view, SupplierView)
    assert view.primary is not None
    assert "FN:Fibre Ltd – Fault desk" in view.primary.code


def test_authorities_alone_make_the_list_too() -> None:
    found = pages_of(authorities=PLAN["authorities"])
    assert "suppliers/index.html" in found
    assert not any(path.startswith("suppliers/") for path in pages_of())
