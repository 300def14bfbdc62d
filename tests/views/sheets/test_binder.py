"""The binder: which pages are filed in which section, in which order, under which code."""

from __future__ import annotations

from typing import Any

from generator.editions import audiences, project
from generator.locales import locale
from generator.views import all_pages
from generator.views.sheets.binder import Section, arranged
from tests.plan_builder import make_plan

STEPS = [{"id": "a", "do": "Declare it."}]


def scenario(id_: str, *roles: str) -> dict[str, Any]:
    """A scenario in which these roles have a checklist, so an action card each."""
    lists = [{"role": role, "checklist": "all"} for role in roles]
    phases = [{"id": "now", "title": "Now", "checklists": lists}]
    return {"id": id_, "title": id_.title(), "phases": phases if roles else []}


PLAN: dict[str, Any] = {
    "roles": [{"id": "warden", "title": "Warden"}, {"id": "lead", "title": "Lead"}],
    "checklists": [{"id": "all", "title": "All", "steps": STEPS}],
    "scenarios": [scenario("fire", "lead", "warden"), scenario("flood", "lead")],
    "sites": [{"id": "tower", "name": "Tower"}],
}


def sections(language: str = "en", **changes: Any) -> tuple[Section, ...]:
    plan = make_plan(**(PLAN | changes))
    edition = project(plan, audiences(plan)[-1], language)
    words = locale(language)
    return arranged(all_pages(edition, words), words)


def paths(section: Section) -> list[str]:
    return [page.address.path for page in section.pages]


def by_code(language: str = "en", **changes: Any) -> dict[str, Section]:
    return {section.code: section for section in sections(language, **changes)}


def test_the_parts_follow_each_other_with_their_sections_numbered_from_one() -> None:
    found = [(one.part, one.code, one.place, one.title) for one in sections()]
    assert found[:7] == [
        ("front", "0", 0, "Contents"),
        ("scenarios", "S", 0, "Scenarios"),
        ("scenarios", "S1", 1, "Fire"),
        ("scenarios", "S2", 2, "Flood"),
        ("roles", "R", 0, "Roles"),
        ("roles", "R1", 1, "Warden"),
        ("roles", "R2", 2, "Lead"),
    ]
    assert found[7] == ("annexes", "A", 0, "Annexes")
    annexes = found[8:]
    assert [(part, code, place) for part, code, place, _ in annexes] == [
        ("annexes", f"A{n}", n) for n in range(1, len(annexes) + 1)
    ]
    assert "Sites" in [title for *_, title in annexes]


def test_the_start_page_stands_before_the_first_tab() -> None:
    assert paths(by_code()["0"]) == ["index.html"]


def test_lists_of_a_part_stand_behind_its_divider() -> None:
    found = by_code()
    assert paths(found["S"]) == ["scenarios/index.html"]
    assert paths(found["S1"]) == ["scenarios/fire.html"]
    assert paths(found["R"]) == ["roles/index.html"]
    assert paths(found["A"]) == []


def test_a_role_is_filed_with_its_action_cards() -> None:
    found = by_code()
    assert [path.partition("/")[0] for path in paths(found["R1"])] == ["roles", "cards"]
    assert [path.partition("/")[0] for path in paths(found["R2"])] == ["roles", "cards", "cards"]
    # Of the lead: first that of the first scenario.
    first, second = found["R2"].pages[1:]
    assert first.view.scenario.text.words == "Fire"
    assert second.view.scenario.text.words == "Flood"
    assert {one.view.role.link.address.id for one in (first, second)} == {"lead"}


def test_cards_of_a_role_without_a_page_are_filed_after_the_others() -> None:
    plan = make_plan(**PLAN)
    edition = project(plan, audiences(plan)[-1], "en")
    pages = [page for page in all_pages(edition, locale("en")) if page.address.id != "warden"]
    found = {section.code: section for section in arranged(pages, locale("en"))}
    assert found["R1"].title == "Lead"
    (card,) = found["R2"].pages
    assert card.view.role.link.address.id == "warden"
    assert found["R2"].title == card.title.words
    assert "R3" not in found


def test_every_page_is_filed_once_but_those_of_use_on_a_phone_alone() -> None:
    plan = make_plan(**PLAN)
    edition = project(plan, audiences(plan)[-1], "en")
    every = [page.address.path for page in all_pages(edition, locale("en"))]
    filed = [path for section in sections() for path in paths(section)]
    assert len(filed) == len(set(filed)) > 10
    assert set(every) - set(filed) == {
        "save/index.html",
        "current.html",
        "all/index.html",
        "cards/index.html",
    }


def test_an_annex_has_all_pages_of_its_kind() -> None:
    (sites,) = (one for one in sections() if one.title == "Sites")
    assert paths(sites) == ["sites/index.html", "sites/tower.html"]


def test_a_part_without_sections_has_no_tab() -> None:
    found = by_code(scenarios=[], roles=[])
    assert not [code for code in found if code[0] in "SR"]
    assert {"0", "A", "A1"} <= found.keys()


def test_a_scenario_at_the_end_renumbers_none() -> None:
    more = [*PLAN["scenarios"], scenario("storm")]
    before, after = sections(), sections(scenarios=more)
    assert [one.code for one in after if one.title == "Storm"] == ["S3"]
    codes = {(one.part, one.title): one.code for one in after}
    assert all(codes[one.part, one.title] == one.code for one in before)


def test_titles_are_in_the_language_of_the_edition() -> None:
    found = by_code("nl", header={"languages": ["nl"]})
    assert [found[code].title for code in ("0", "S", "R", "A")] == [
        *("Inhoud", "Scenario’s", "Rollen", "Bijlagen"),
    ]
