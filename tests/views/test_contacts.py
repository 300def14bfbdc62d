"""The pages of contacts: who stands where, what can be tapped, what a code carries."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.outputs.codes import code_path
from generator.views.contacts import ContactsView, GroupView
from tests.views.view_of import html_of, pages_of

PHONE = {"kind": "phone", "value": "+33 1 99 00 00 01", "verified": "2026-03-01"}
MOBILE = {"kind": "mobile", "value": "+33 1 99 00 00 02", "verified": "2026-02-01"}
MAIL = {"kind": "mail", "value": "an@harbour.example", "verified": "2026-04-01"}

PLAN: dict[str, Any] = {
    "header": {"emergency_numbers": [{"id": "eu", "number": "112", "label": "Fire"}]},
    "people": [
        {
            "id": "an",
            "name": "An Peeters",
            "aliases": ["an-p"],
            "unit": "office",
            "site": "hq",
            "languages": ["nl", "fr-BE"],
            "contacts": [MOBILE, PHONE, MAIL],
        },
        {"id": "bo", "name": "Bo", "contacts": [PHONE, {**MAIL, "verified": None}]},
        {"id": "cy", "name": "Cy", "unit": "office"},
    ],
    "units": [
        {"id": "office", "name": "Office", "head": "an", "aliases": ["bureau"]},
        {"id": "desk", "name": "Desk", "parent": "office", "contacts": [PHONE]},
    ],
    "sites": [{"id": "hq", "name": "HQ", "contacts": [PHONE]}, {"id": "shed", "name": "Shed"}],
    "roles": [
        {"id": "lead", "title": "Lead", "holder": "an", "alternates": ["bo"]},
        {"id": "vacant", "title": "Vacant", "alternates": ["cy", "bo"]},
    ],
    "suppliers": [
        {
            "id": "fibre",
            "name": "Fibre",
            "supplies": "Fibre",
            "primary": {"name": "Form", "contacts": [MAIL]},
            "secondary": {"name": "Desk", "contacts": [PHONE]},
        }
    ],
}


def index() -> ContactsView:
    """The view of the index."""
    view = pages_of(**PLAN)["contacts/index.html"].view
    assert isinstance(view, ContactsView)
    return view


def group(path: str = "contacts/office.html") -> GroupView:
    """The view of a group."""
    view = pages_of(**PLAN)[path].view
    assert isinstance(view, GroupView)
    return view


def test_there_is_a_page_for_each_unit_and_for_those_without() -> None:
    found = {path for path in pages_of(**PLAN) if path.startswith("contacts/")}
    assert found == {f"contacts/{name}.html" for name in ("index", "office", "desk", "everyone")}


def test_a_plan_without_contacts_has_no_such_page() -> None:
    found = pages_of()
    assert [path for path in found if path.startswith("contacts/")] == []
    assert "all/index.html" in found


def test_emergency_numbers_stand_first_and_empty_sections_are_left_out() -> None:
    page = pages_of(**PLAN)["contacts/index.html"]
    assert [heading.id for heading in page.headings] == [
        "emergency",
        "roles",
        "units",
        "suppliers",
        "sites",
    ]


def test_each_row_has_the_number_to_tap_first() -> None:
    rows = {row.link.text.words: row for section in index().sections for row in section.rows}
    uris = {name: row.number.uri if row.number else None for name, row in rows.items()}
    assert uris == {
        "Lead": "tel:+33199000002",
        "Vacant": "tel:+33199000001",
        "Office": None,
        "Desk": "tel:+33199000001",
        "More people": None,
        "Fibre": "tel:+33199000001",
        "HQ": "tel:+33199000001",
    }
    assert [rows[name].people for name in ("Office", "Desk", "More people")] == [2, 0, 1]


def test_a_vacant_role_names_the_alternate_who_answers() -> None:
    rows = {row.link.text.words: row for row in index().sections[0].rows}
    assert [str(rows[name].more) for name in ("Lead", "Vacant")] == ["An Peeters", "Bo"]


def test_a_person_has_a_code_with_the_number_itself() -> None:
    html = html_of("contacts/office.html", **PLAN)
    an, cy = group().people
    assert "TEL;TYPE=CELL:+33199000002" in an.code
    for payload in (an.code, "tel:+33199000002", "tel:+33199000001"):
        assert f'src="../{code_path(payload)}"' in html
    assert cy.code == ""
    assert html.count("<details") == 1


def test_a_person_keeps_old_anchors_and_says_roles_and_languages() -> None:
    html = html_of("contacts/office.html", **PLAN)
    for part in ('id="an"', 'id="an-p"', "Speaks Dutch and French", "roles/lead.html"):
        assert part in html


def test_the_day_of_verification_is_the_oldest_and_only_if_all_have_one() -> None:
    assert group().people[0].verified == date(2026, 2, 1)
    assert group("contacts/everyone.html").people[0].verified is None


def test_an_edition_that_shows_nobody_counts_nobody() -> None:
    view = pages_of(**(PLAN | {"people": [], "roles": []}))["contacts/index.html"].view
    units = next(section for section in view.sections if section.kind == "units")
    assert [row.people for row in units.rows] == [None, None]


def test_people_are_found_by_name_number_and_role() -> None:
    entries = {e.anchor: e for e in pages_of(**PLAN)["contacts/office.html"].entries}
    assert entries["an"].title == "An Peeters"
    for word in ("33199000002", "+33 1 99 00 00 02", "Lead", "Office"):
        assert word in entries["an"].text


def test_the_files_for_address_books_are_linked_where_there_are_any() -> None:
    assert 'href="../contacts/office.vcf"' in html_of("contacts/office.html", **PLAN)
    assert group("contacts/desk.html").vcf == "contacts/desk.vcf"
    empty = pages_of(units=[{"id": "office", "name": "Office"}])["contacts/office.html"].view
    assert empty.vcf == ""
