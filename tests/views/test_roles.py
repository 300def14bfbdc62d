"""A role's page: whom it calls, where it is only called, and the way through a long page."""

from __future__ import annotations

import re
from typing import Any

from tests.views.view_of import html_of, pages_of

ROLES = [{"id": id_, "title": id_.capitalize()} for id_ in ("lead", "warden", "scribe")]
PEOPLE = [{"id": "ann", "name": "Ann"}]


def tree(id_: str, **calls: list[str]) -> dict[str, Any]:
    """A call tree that the lead starts, with whom each role calls."""
    nodes = [{"id": who, "who": who, "calls": called} for who, called in calls.items()]
    return {"id": id_, "title": f"Tree {id_}", "initiator": "lead", "nodes": nodes}


TREES = [
    tree("day", warden=["scribe"], scribe=[]),
    tree("night", warden=[], scribe=[]),
    tree("test", scribe=[]),
]


def branch(role: str, *trees: dict[str, Any], language: str = "en") -> str:
    """What a role's page says of calls, as words."""
    roles = [{**ROLES[0], "holder": "ann"}, *ROLES[1:]]
    html = html_of(
        f"roles/{role}.html",
        language=language,
        header={"languages": [language]},
        roles=roles,
        people=PEOPLE,
        call_trees=list(trees),
    )
    part = html.split('id="branch">')[1].split("<aside")[0]
    return " ".join(re.sub(r"<[^>]+>", "", part).split())


def test_call_trees_in_which_one_calls_nobody_stand_in_one_sentence() -> None:
    found = branch("scribe", *TREES)
    assert found.endswith(
        "In these call trees you are called, and call nobody: "
        "Tree day (by Warden), Tree night (by Lead, Ann) and Tree test (by Lead, Ann)."
    )


def test_the_sentence_comes_after_the_calls_to_make() -> None:
    found = branch("warden", TREES[1], TREES[0])
    assert found.index("You call, in this order:") < found.index("In this call tree you are")
    assert "Tree night (by Lead, Ann)." in found


def test_it_is_said_in_each_language() -> None:
    for language, words in (
        ("nl", "bel je zelf niemand: Tree night (door Lead, Ann)."),
        ("fr", "vous n’appelez personne : Tree night (par Lead, Ann)."),
        ("de", "rufen selbst niemanden an: Tree night (von Lead, Ann)."),
    ):
        assert branch("warden", TREES[1], language=language).endswith(words)


def test_whoever_calls_everywhere_reads_no_such_sentence() -> None:
    assert "call nobody" not in branch("lead", *TREES)


def test_only_a_page_with_work_and_calls_lists_its_sections() -> None:
    scenario = {
        "id": "flood",
        "title": "Flood",
        "phases": [
            {"id": "now", "title": "Now", "checklists": [{"checklist": "dry", "role": "warden"}]}
        ],
    }
    lists = [{"id": "dry", "title": "Keep dry", "steps": [{"id": "bags", "do": "Lay bags."}]}]
    roles = [ROLES[0], {**ROLES[1], "duties": ["Check the bags."]}, ROLES[2]]
    plan: dict[str, Any] = {"roles": roles, "scenarios": [scenario], "checklists": lists}
    calling = html_of("roles/warden.html", **plan, call_trees=[TREES[0]])
    assert re.findall(r'class="rb-jump" href="#(\w+)"', calling) == ["people", "branch", "duties"]
    called = html_of("roles/warden.html", **plan, call_trees=[TREES[1]])
    assert "rb-jump" not in called


def test_the_contents_name_the_calls_also_of_whoever_is_only_called() -> None:
    page = pages_of(roles=ROLES, call_trees=[TREES[2]])["roles/scribe.html"]
    assert "branch" in [heading.id for heading in page.headings]


def test_whom_one_reports_to_is_one_tap_away() -> None:
    number = {"contacts": [{"kind": "phone", "value": "+33 1 99 00 00 40"}]}
    plan: dict[str, Any] = {
        "roles": [{"id": "lead", "title": "Lead", **number}, {**ROLES[1], "reports_to": "lead"}],
        "scenarios": [
            {
                "id": "fire",
                "title": "Fire",
                "phases": [
                    {
                        "id": "now",
                        "title": "Now",
                        "checklists": [{"role": "warden", "checklist": "out"}],
                    }
                ],
            }
        ],
        "checklists": [{"id": "out", "title": "Out", "steps": [{"id": "leave", "do": "Leave."}]}],
    }
    for page in ("roles/warden.html", "cards/fire--warden.html"):
        html = html_of(page, **plan)
        call = html.split('class="rb-call" href="')[1]
        assert call.startswith('tel:+33199000040"'), page
        assert ">Lead</span>" in call.split("</a>")[0]
