"""The binder of a sample plan as a PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from generator.editions import audiences
from generator.outputs.article import Setting, article
from generator.outputs.matrix import drawn
from generator.outputs.pictures import read_picture
from generator.paper.binder.document import changed_binder, whole_binder
from generator.paper.binder.markup import Element, parsed
from generator.paper.binder.words import is_dropped
from generator.paper.document import Document, Imprint, Paper, Printing
from generator.paper.typesetter import Source, typeset
from generator.views import all_pages
from generator.views.sheets.binder import arranged
from generator.views.sheets.sheet import Order, Sheet
from tests.paper.printed import CODE, DAY, opened, sheets_of, size_mm, text
from tests.paper.scanning import codes_on

FOOT = re.compile(r"\b([0SRA]\d*-\d+) (?:Page|Blad) (\d+) (?:of|van) (\d+)")


@cache
def bound() -> Sheet:
    (sheet,) = sheets_of("binder", opened("bakkerij"), "team", "nl")
    return sheet


def made(document: Document) -> bytes:
    at = opened("bakkerij")
    header = at.plan.plan
    imprint = Imprint(
        header.organisation, header.title, header.revision, date(2026, 10, 19),
        datetime(2026, 10, 19, tzinfo=UTC), {"binder/edition": CODE},
    )  # fmt: skip
    source = Source("nl", drawn, lambda name: read_picture(at.loaded.folder, name) or b"")
    return typeset(document, imprint, source).pdf


@cache
def whole(paper: Paper = Paper.A4) -> bytes:
    return made(whole_binder(bound(), Printing("nl", paper, recipient="Receptie"), "binder"))


@cache
def pages(paper: Paper = Paper.A4) -> tuple[str, ...]:
    return tuple(text(page) for page in pypdfium2.PdfDocument(whole(paper)))


@cache
def numbered() -> dict[str, int]:
    """The page in the file by the number in its foot."""
    return {found[-1][0]: n for n, page in enumerate(pages()) if (found := FOOT.findall(page))}


@pytest.mark.parametrize("paper", list(Paper))
def test_every_sheet_has_its_size_and_its_number_revision_and_day(paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(whole(paper))
    assert {size_mm(page) for page in pdf} == {tuple(paper.size)}
    filled = [page for page in pages(paper) if page]
    assert len(filled) > 60
    for page in filled:
        assert FOOT.search(page)
        assert "Revisie 3 · 19 oktober 2026" in page
        assert CODE in page


def test_page_n_of_m_counts_each_section() -> None:
    counts: dict[str, list[tuple[int, int]]] = {}
    for page in pages():
        for label, n, all_ in FOOT.findall(page)[-1:]:
            code, _, number = label.partition("-")
            assert number == n
            counts.setdefault(code, []).append((int(n), int(all_)))
    assert {"0", "S", "S1", "R", "R1", "A", "A1"} <= counts.keys()
    for seen in counts.values():
        assert seen == [(n, len(seen)) for n in range(1, len(seen) + 1)]


def test_each_section_begins_on_a_right_hand_page() -> None:
    firsts = [n for label, n in numbered().items() if label.endswith("-1")]
    assert len(firsts) == len(bound().view.sections)
    assert all(n % 2 == 0 for n in firsts)


def test_the_contents_name_the_pages_that_there_are() -> None:
    listed = re.findall(r"([SRA]\d*-\d+)(?: – ([SRA]\d*-\d+))?", pages()[numbered()["0-3"]])
    ranges = [one for one in listed if one[0].endswith("-1")]
    assert len(ranges) == len(bound().view.sections) - 1
    for first, last in ranges:
        code = first.partition("-")[0]
        own = [label for label in numbered() if label.partition("-")[0] == code]
        assert (last or first) == own[-1]


def test_pages_of_the_file_are_called_as_their_feet_say() -> None:
    pdf = pypdfium2.PdfDocument(whole())
    called = [pdf.get_page_label(n) for n in range(len(pdf))]
    said = [found[-1][0] if (found := FOOT.findall(page)) else "–" for page in pages()]
    assert called == said
    assert {"0-1", "S1-1", "–"} <= set(called)


def test_the_cover_has_the_code_of_the_edition_and_no_other_page_has_one() -> None:
    cover, *others = pypdfium2.PdfDocument(whole())
    assert codes_on(cover) == {"https://planb.halmveld.example/team/nl/index.html": 1}
    assert "Deze editie op je telefoon" in text(cover)
    assert len(others) > 60
    assert not any(codes_on(page) for page in others)


def destinations() -> list[tuple[int, int]]:
    """For each link within the file, its page and the page that it leads to."""
    found = []
    with pikepdf.open(BytesIO(whole())) as pdf:
        places: dict[Any, int] = {page.objgen: n for n, page in enumerate(pdf.pages)}
        for n, page in enumerate(pdf.pages):
            for note in page.get("/Annots", []):
                goal = note.get("/Dest") or note.get("/A", pikepdf.Dictionary()).get("/D")
                if goal is not None:
                    found.append((n, places[goal[0].objgen]))
    return found


def test_links_lead_to_the_section_that_their_code_names() -> None:
    found = destinations()
    assert len(found) > 300
    contents = [there for here, there in found if here == numbered()["0-3"]]
    firsts = [numbered()[f"{one.code}-1"] for one in bound().view.sections if one.code != "0"]
    assert list(dict.fromkeys(contents)) == firsts
    blank = {n for n, page in enumerate(pages()) if not page}
    assert not blank & {there for _, there in found}


def test_the_outline_has_parts_and_sections() -> None:
    with pikepdf.open(BytesIO(whole())) as pdf, pdf.open_outline() as outline:
        parts = {one.title: [two.title for two in one.children] for one in outline.root}
    for part in ("scenarios", "roles", "annexes"):
        of_part = [one for one in bound().view.sections if one.part == part]
        titles = parts[of_part[0].title]
        assert [one.title for one in of_part[1:]] == [t for t in titles if t in
                {one.title for one in of_part[1:]}]  # fmt: skip


def test_the_file_is_tagged_and_says_title_and_language() -> None:
    with pikepdf.open(BytesIO(whole())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Noodmap"
    assert "Receptie" in pages()[0]


def shown(element: Element) -> str:
    """The words of an article that stand on paper: not the title of what holds nothing else."""
    rest = [one for one in element.elements() if not is_dropped(one) and one.tag != "summary"]
    if element.tag == "details" and not rest:
        return ""
    return "".join(
        one if isinstance(one, str) else "" if is_dropped(one) else f"{shown(one)} "
        for one in element.children
    )


def test_every_word_of_every_article_stands_in_the_binder() -> None:
    at = opened("bakkerij")
    known = {one.id: one for one in audiences(at.plan)}
    reading = Order(at.plan, known["team"], "nl", DAY).reading
    setting = Setting(reading.edition, reading.words, lambda _: "", None)
    sections = arranged(all_pages(reading.edition, reading.words), reading.words)
    numbers = numbered()
    checked = 0
    for section in sections:
        own = [
            pages()[n] for label, n in numbers.items() if label.partition("-")[0] == section.code
        ]
        letters = re.sub(r"[\s\u00ad-]+", "", "".join(own))
        for page in section.pages:
            for word in shown(parsed(article(page, setting))).split():
                if not set(word) & set("▮▯"):
                    checked += 1
                    assert word.replace("-", "") in letters, (page.address.path, word)
    assert checked > 5000


def test_only_changed_sections_are_printed_after_what_to_replace() -> None:
    new = bound()
    sections = list(new.view.sections)
    place = next(n for n, one in enumerate(sections) if one.code == "S2")
    body = json.loads(sections[place].body)
    body[0]["body"].append({"k": "p", "style": "", "body": ["Nieuw."]})
    sections[place] = replace(sections[place], body=json.dumps(body))
    changed = replace(new, view=replace(new.view, sections=tuple(sections)))
    document = changed_binder(new, changed, Printing("nl"), "binder")
    assert document is not None
    found = [text(page) for page in pypdfium2.PdfDocument(made(document))]
    assert "Te vervangen bladen" in found[0]
    assert "S2-1 – S2-2 S2-1 – S2-2" in found[0]
    labels = [label for page in found for label, _, _ in FOOT.findall(page)[-1:]]
    assert [one for one in labels if not one.startswith("0-")] == ["S2-1", "S2-2"]
    assert any("Nieuw." in page for page in found)
    assert changed_binder(new, new, Printing("nl"), "binder") is None


def test_the_same_plan_gives_the_same_bytes() -> None:
    again = made(whole_binder(bound(), Printing("nl", recipient="Receptie"), "binder"))
    assert again == whole()


def test_links_within_say_the_page_that_they_lead_to_and_have_their_tag() -> None:
    numbers = {n: label for label, n in numbered().items()}
    checked = 0
    with pikepdf.open(BytesIO(whole())) as pdf:
        places: dict[Any, int] = {page.objgen: n for n, page in enumerate(pdf.pages)}
        parents = dict(_pairs(pdf.Root.StructTreeRoot.ParentTree))
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                assert parents[int(note.StructParent)].S == "/Link"
                if "/Dest" in note:
                    checked += 1
                    assert str(note.Contents) == numbers[places[note.Dest[0].objgen]]
    assert checked > 300
    assert b"runbook:" not in whole()


def _pairs(tree: Any) -> Iterator[tuple[int, Any]]:
    """What a number tree holds (ISO 32000-1, 7.9.7)."""
    numbers = list(tree.get("/Nums", []))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from _pairs(kid)
