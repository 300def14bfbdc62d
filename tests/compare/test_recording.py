"""Changes as an entry for the plan's own `revisions:`; each line for whom it may be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from generator.checks import check
from generator.compare.recording import entry
from generator.editions import audiences, project
from generator.load import load
from generator.locales import available, locale
from generator.model import Plan
from generator.model.contact import Contact
from generator.model.kinds import COLLECTIONS
from generator.model.walk import walk
from tests.plan_builder import make_plan

CANONICAL = Path(__file__).parents[1] / "views" / "canonical.yml"
DAY = date(2026, 6, 1)
GROUPS = {
    "audiences": [{"id": name, "title": name} for name in ("public", "staff", "team")],
    "default_audience": "staff",
}


def said(old: Plan, new: Plan) -> dict[str, Any]:
    """The entry, as a program reads it."""
    (revision,) = yaml.safe_load(entry(old, new, DAY))["revisions"]
    assert isinstance(revision, dict)
    return revision


def of(title: str, **changes: Any) -> Plan:
    return make_plan(header=GROUPS, roles=[{"id": "lead", "title": title, **changes}])


def test_nothing_changed() -> None:
    assert entry(make_plan(), make_plan(header={"revision": "2"}), DAY) == "# Nothing changed.\n"


def test_the_entry_names_revision_and_day() -> None:
    new = make_plan(header={"revision": "1.10", "issued": "2026-03-01"}, roles=[_role()])
    assert said(make_plan(), new) == {
        "revision": "1.10",
        "approved": date(2026, 3, 1),
        "changes": [{"text": "New: Lead (Roles)", "about": ["lead"]}],
    }


def _role() -> dict[str, str]:
    return {"id": "lead", "title": "Lead"}


def test_without_a_day_of_issue_it_is_today() -> None:
    text = entry(make_plan(), make_plan(roles=[_role()]), DAY)
    assert "    approved: 2026-06-01  # the day of approval\n" in text


def test_what_is_gone_has_no_way_to_it_and_a_double_id_none_either() -> None:
    old = make_plan(roles=[_role()])
    new = make_plan(people=[{"id": "an", "name": "An"}], sites=[{"id": "an", "name": "An’s"}])
    assert said(old, new)["changes"] == [
        {"text": "New: An (People)"},
        {"text": "New: An’s (Sites)"},
        {"text": "Gone: Lead (Roles)"},
    ]


def test_what_is_other_stands_in_comments() -> None:
    text = entry(of("Lead"), of("Chief"), DAY)
    assert text.endswith(
        '- text: "Changed: Chief (Roles)"\n        about: [lead]\n'
        "        # title: “Lead” → “Chief”\n"
    )


def test_each_line_is_for_the_most_open_audience_that_sees_the_change() -> None:
    people = [{"id": "an", "name": "An", "audience": "team"}]
    base: dict[str, Any] = {"header": GROUPS, "people": people}
    lead = {"id": "lead", "audience": "public"}
    old = make_plan(**base, roles=[{**lead, "title": "Lead"}])
    new = make_plan(**base, roles=[{**lead, "title": "Chief", "holder": "an"}])
    revision = said(old, new)
    assert revision["audience"] == "public"
    assert revision["changes"] == [
        {"text": "Changed: Chief (Roles)", "about": ["lead"]},
        {"text": "Changed: Chief (Roles)", "about": ["lead"], "audience": "team"},
    ]
    comments = [line.strip() for line in entry(old, new, DAY).splitlines() if "→" in line]
    assert comments == ["# title: “Lead” → “Chief”"]
    assert "# holder is new: An" in entry(old, new, DAY)


def test_what_only_the_team_sees_is_told_to_the_team() -> None:
    revision = said(of("Lead"), of("Lead", keywords=["boss"]))
    assert "audience" not in revision
    assert "audience" not in revision["changes"][0]
    closed = said(of("Lead", audience="team"), of("Chief", audience="team"))
    assert "audience" not in closed
    assert closed["changes"][0]["audience"] == "team"


def test_what_moves_between_audiences_is_neither_new_nor_gone() -> None:
    def site(**changes: Any) -> Plan:
        return make_plan(header=GROUPS, sites=[{"id": "hall", "name": "Hall", **changes}])

    opened = said(site(audience="team"), site(audience="public"))
    assert opened["changes"][0]["text"] == "Changed: Hall (Sites)"
    assert "New" not in str(opened)
    closed = said(site(audience="public"), site(audience="team"))
    assert [(c["text"], c["audience"]) for c in closed["changes"]] == [
        ("Changed: Hall (Sites)", "team")
    ]


@pytest.mark.parametrize(
    "before", [{}, {"default_audience": None}, {"audiences": GROUPS["audiences"][:1]}]
)
def test_what_went_is_told_only_to_those_who_had_seen_it(before: dict[str, Any]) -> None:
    header = {**(GROUPS if before else {}), **before}
    old = make_plan(
        header={key: value for key, value in header.items() if value is not None},
        sites=[{"id": "vault", "name": "Vault"}],
    )
    told = said(old, make_plan(header=GROUPS))["changes"]
    assert [c.get("audience") for c in told if "Vault" in str(c["text"])] == ["team"]
    known = said(
        make_plan(header=GROUPS, sites=[{"id": "hq", "name": "HQ"}]), make_plan(header=GROUPS)
    )["changes"]
    assert [c.get("audience") for c in known] == [None]


def test_a_plan_in_two_languages_gets_both() -> None:
    def spoken(en: str, nl: str) -> Plan:
        return make_plan(
            header={"languages": ["en", "nl"]},
            roles=[{"id": "lead", "title": {"en": en, "nl": nl}}],
        )

    (change,) = said(spoken("Lead", "Leider"), spoken("Lead", "Baas"))["changes"]
    assert change["text"] == {"en": "Changed: Lead (Roles)", "nl": "Gewijzigd: Baas (Rollen)"}


@pytest.mark.parametrize("tag", available())
def test_there_are_words_for_every_kind(tag: str) -> None:
    words = locale(tag)
    for kind in COLLECTIONS:
        assert words.say("revisions.block" if kind == "block" else f"status.evidence.{kind}")


def _canonical() -> Plan:
    plan = load(CANONICAL).plan
    assert plan is not None
    return plan


def _emptied(plan: Plan) -> Plan:
    return replace(plan, **dict.fromkeys(COLLECTIONS.values(), ()), programme=None, synonyms=())


def test_a_whole_new_plan_gives_an_entry_that_can_be_read_and_leaks_nothing(tmp_path: Path) -> None:
    """Pasted beside the plan, the entry raises no error, and no warning that a line is too open."""
    plan = _canonical()
    text = entry(_emptied(plan), plan, DAY)
    folder = tmp_path / "plan"
    folder.mkdir()
    without = CANONICAL.read_text("utf-8").split("\nrevisions:\n")
    rest = without[1][without[1].index("\nsynonyms:") :]
    (folder / "plan.yml").write_text(without[0] + rest, "utf-8")
    (folder / "changes.yml").write_text(text, "utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.plan is not None
    assert len(loaded.plan.revisions[0].changes) > 50
    found = check(loaded, DAY)
    assert not [p for p in found if p.code.startswith(("change-", "revision-"))]
    assert not [p for p in found if "changes.yml" in p.position.file]


def test_no_line_names_what_its_reader_cannot_see() -> None:
    plan = _canonical()
    recorded = replace(plan, revisions=_entry_of(plan))
    open_one = audiences(plan)[0]
    shown = project(recorded, open_one, "en").plan
    names = " ".join(str(change.text) for one in shown.revisions for change in one.changes)
    assert "Fire" in names
    for closed in ("Watcher", "An Żółć", "Crisis lead"):
        assert closed not in names


def _entry_of(plan: Plan) -> tuple[Any, ...]:
    text = entry(_emptied(plan), plan, DAY)
    made = make_plan(**yaml.safe_load(text))
    return made.revisions


def test_no_contact_is_ever_told() -> None:
    plan = _canonical()
    values = {v.value.value for v in walk(plan) if isinstance(v.value, Contact)}
    numbers = {number.number for number in plan.plan.emergency_numbers if len(number.number) > 4}
    assert len(values) > 10
    text = entry(_emptied(plan), plan, DAY) + entry(plan, _emptied(plan), DAY)
    changed = entry(plan, _renumbered(plan), DAY)
    assert "value" in changed
    for secret in values | numbers:
        assert secret not in text
        assert secret not in changed


def _renumbered(plan: Plan) -> Plan:
    """The plan with every person's contacts other than they were."""
    people = tuple(
        replace(one, contacts=tuple(replace(c, value=f"{c.value}9") for c in one.contacts))
        for one in plan.people
    )
    return replace(plan, people=people)
