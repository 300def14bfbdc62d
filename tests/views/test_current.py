"""The page "Is my card current?": what it answers, and what an edition may not know."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.aside import content_of
from generator.build import Reading, readings
from generator.editions import audiences
from generator.locales import available, locale
from generator.model import Plan
from generator.model.text import Name, Text
from generator.paper.binder.markup import parsed
from generator.paper.changes import Shown
from generator.paper.facts import facts_of
from generator.paper.ledger import Ledger, Row
from generator.paper.register import Register, register
from generator.site.articles import articles
from generator.site.card_codes import CardCodes, known_to
from generator.views.current import ADDRESS, Former, Said
from generator.views.sheets.sheet import Sheet
from tests.plan_builder import make_plan
from tests.views.view_of import html_of, pages_of

HEADER = {
    "revision": "7",
    "languages": ["en", "nl"],
    "audiences": [
        {"id": "public", "title": "Public", "publish": "open"},
        {"id": "staff", "title": {"en": "Staff", "nl": "Personeel"}, "publish": "open"},
        {"id": "team", "title": "Team"},
    ],
}
PLAN = make_plan(header=HEADER)


class Line(Struct, frozen=True):
    """A line of a branch."""

    name: Text


class View(Struct, frozen=True):
    """A card with a branch."""

    steps: Text
    branch: tuple[Line, ...] = ()


def shown(id_: str, audience: str, title: str, *branch: str, language: str = "en") -> Shown:
    view = View(Text.of("Leave."), tuple(Line(Name.of(name)) for name in branch))
    sheet = Sheet("wallet-card", id_, title, language, audience, view)
    return Shown(sheet, facts_of(sheet, str.encode))


TOWER = "wallet-card/tower @ staff/en"
SECRET = "wallet-card/an @ staff/en"
GONE = "wallet-card/left @ staff/en"
SHEETS = {
    TOWER: shown("tower", "staff", "Tower", "Lead"),
    SECRET: shown("an", "team", "An Vault", "Spy"),
}
NOW = register(Ledger("salt"), SHEETS).codes

OLD = Row("A2A2-A2A2", "5", "staff")
NEWER = Row("C3C3-C3C3", "6", "staff", {"en": ("Steps", "Branch: Lead", "Branch: Leaver")})
CURRENT = Row(NOW[TOWER], "7", "staff", {"en": ("Steps",)})
CLOSED = (
    Row(NOW[SECRET], "7", "team", {"en": ("Branch: Spy",)}),
    Row("E4E4-E4E4", "6", "team"),
)


def ledger(**sheets: tuple[Row, ...]) -> Ledger:
    names = {"tower": TOWER, "secret": SECRET, "gone": GONE}
    return Ledger("salt", {names[key]: rows for key, rows in sheets.items()})


def reading(audience: str = "staff", language: str = "en", plan: Plan = PLAN) -> Reading:
    (named,) = [one for one in audiences(plan) if one.id == audience]
    return next(
        one
        for one in readings(plan, named, as_of=date(2026, 1, 1))
        if one.edition.language == language
    )


def html(found: Register, audience: str = "staff", language: str = "en") -> str:
    """The page's article in an edition."""
    (filled,) = CardCodes(PLAN, found).told_to([reading(audience, language)])
    (page,) = [one for one in filled.pages if one.address == ADDRESS]
    return content_of(articles(filled, [page])[0].html).decode()


def words(article: str) -> str:
    """The words of a page, those of templates too."""
    return " ".join(parsed(article).text().split())


EVERY = register(ledger(tower=(CURRENT, NEWER, OLD), secret=CLOSED, gone=(OLD,)), SHEETS)


def test_a_page_of_every_edition_even_where_nothing_was_printed() -> None:
    article = html_of("current.html")
    assert "No sheet of this plan was printed with a code yet." in article
    assert "<form" not in article


@pytest.mark.parametrize("language", available())
def test_search_finds_it(language: str) -> None:
    page = pages_of(language=language, header={"languages": [language]})["current.html"]
    (entry,) = page.entries
    assert entry.title == locale(language).say("current.title")
    assert len(entry.keywords) > 5
    if language == "en":
        assert {"out of date", "is my card current"} <= set(entry.keywords)


def test_the_current_code_and_what_changed_since_the_former_ones() -> None:
    (known, gone) = known_to(reading(), EVERY, PLAN).sheets
    assert (known.title, known.code, known.edition) == ("Tower", NOW[TOWER], "")
    assert known.former == (
        Former("C3C3-C3C3", (Said("7", ("Steps",), "en"),)),
        Former(
            "A2A2-A2A2",
            (Said("6", ("Steps", "Branch: Lead", "Branch"), "en"), Said("7", ("Steps",), "en")),
        ),
    )
    assert (gone.title, gone.code, gone.former) == ("", None, (Former("A2A2-A2A2", ()),))


def test_a_sheet_that_wasn_t_printed_as_it_is_now() -> None:
    found = register(ledger(tower=(NEWER, OLD)), SHEETS)
    (known,) = known_to(reading(), found, PLAN).sheets
    assert known.code == NOW[TOWER]
    assert known.former[0] == Former("C3C3-C3C3", (Said("7"),))
    assert found.outdated() == (TOWER,)


def test_a_code_that_came_back_is_no_former_one() -> None:
    found = register(ledger(tower=(CURRENT, OLD, replace(CURRENT, revision="4"))), SHEETS)
    (known,) = known_to(reading(), found, PLAN).sheets
    assert [one.code for one in known.former] == ["A2A2-A2A2"]


def test_of_a_closed_sheet_an_open_edition_has_only_the_codes() -> None:
    found = known_to(reading(), EVERY, PLAN)
    assert found.others == (NOW[SECRET],)
    assert found.others_former == ("E4E4-E4E4",)
    article = html(EVERY)
    assert NOW[SECRET] in article
    assert "E4E4-E4E4" in article
    for secret in ("Vault", "Spy", "wallet-card/an", ">6<", "Leaver"):
        assert secret not in article
    assert "What changed isn&#39;t shown in this edition." in article


def test_a_card_is_not_named_to_readers_who_may_not_know_its_bearer() -> None:
    """It shows what its bearer reads, which may be what everybody reads."""
    plan = make_plan(
        header={**HEADER, "default_audience": "staff"},
        people=[{"id": "zed", "name": "Zed", "audience": "team"}, {"id": "olga", "name": "Olga"}],
        roles=[{"id": "spy", "title": "Negotiator", "audience": "team", "reads": "staff"}],
    )
    abouts = {"Zed": ("person", "zed"), "Olga": ("person", "olga"), "Negotiator": ("role", "spy")}
    sheets = {
        f"wallet-card/{id_} @ team/en": replace(
            one := shown(id_, "staff", title), sheet=replace(one.sheet, about=(kind, id_))
        )
        for title, (kind, id_) in abouts.items()
    }
    found = register(Ledger("salt"), sheets)
    (named,) = known_to(reading(plan=plan), found, plan).sheets
    assert named.title == "Olga"
    assert len(known_to(reading(plan=plan), found, plan).others) == 2
    own = known_to(reading("team", plan=plan), found, plan)
    assert {one.title for one in own.sheets} == set(abouts)


def test_its_own_readers_have_the_name_and_what_changed() -> None:
    found = known_to(reading("team"), EVERY, PLAN)
    assert found.others == found.others_former == ()
    names = {one.title: one.edition for one in found.sheets}
    assert names == {
        "Tower": "Staff · English",
        "An Vault": "Staff · English",
        "": "Staff · English",
    }
    assert "Branch: Spy" in words(html(EVERY, "team"))


def test_the_most_open_edition_knows_no_name_at_all() -> None:
    article = html(EVERY, "public")
    assert NOW[TOWER] in article
    assert "Tower" not in words(article)
    assert "Branch" not in words(article)


def test_what_was_told_to_readers_of_more_stays_untold() -> None:
    closed_then = replace(NEWER, audience="team")
    found = register(ledger(tower=(CURRENT, closed_then, OLD)), SHEETS)
    (known,) = known_to(reading(), found, PLAN).sheets
    assert known.former[1].changes[0] == Said("6")


def test_a_row_of_an_audience_that_is_gone_is_closed() -> None:
    found = register(ledger(gone=(replace(OLD, audience="board"),)), {})
    assert known_to(reading("team"), found, PLAN).others_former == ("A2A2-A2A2",)


def test_another_language_is_marked() -> None:
    dutch = {TOWER: shown("tower", "staff", "Toren", language="nl")}
    article = html(register(ledger(tower=(OLD,)), dutch))
    assert re.search(r'<span lang="nl">Toren</span>', article)


def test_every_code_stands_where_its_script_looks_it_up() -> None:
    article = html(EVERY)
    codes = re.findall(r'data-rb-code="(\w{8})" data-rb-state="(\w+)"', article)
    states = {code: state for code, state in codes if code != "A2A2A2A2"}
    assert states == {
        NOW[TOWER].replace("-", ""): "current",
        NOW[SECRET].replace("-", ""): "current",
        "C3C3C3C3": "outdated",
        "E4E4E4E4": "outdated",
    }
    assert {state for code, state in codes if code == "A2A2A2A2"} == {"outdated", "gone"}
    for state in ("current", "outdated", "gone", "unknown", "page"):
        assert f'<template data-rb-answer="{state}">' in article


def test_the_salt_is_never_published() -> None:
    found = register(Ledger("5a17" * 8, EVERY.ledger.sheets), SHEETS)
    for audience in ("public", "staff", "team"):
        assert "5a17" not in html(found, audience)


def test_texts_are_no_markup() -> None:
    evil = {TOWER: shown("tower", "staff", "<b>Tower</b>")}
    assert "<b>" not in html(register(ledger(tower=(OLD,)), evil))
