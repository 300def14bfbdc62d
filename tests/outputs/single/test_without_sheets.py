"""Sheets for print have no room in the one file, and nothing in it leads to them."""

from __future__ import annotations

from pathlib import Path

from generator.site.builder import SiteBuilder
from generator.site.project import read_project
from tests.outputs.single.reading import Tags
from tests.site.organisation import write_organisation

MORE = """\
  - id: guard
    title: {en: Guard, nl: Bewaker}
    mission: {en: "Keep the door", nl: "De deur bewaken"}
    holder: noor
    alternates: [tom]
    duties: [{en: "Know the keys.", nl: "De sleutels kennen."}]
checklists:
  - id: door
    title: {en: The door, nl: De deur}
    roles: [guard]
    steps: [{id: lock, do: {en: "Lock the door.", nl: "Sluit de deur."}}]
call_trees:
  - id: doors
    title: {en: Doors, nl: Deuren}
    kind: cascade
    initiator: guard
    nodes: [{id: first, who: lead}]
scenarios:
"""

PHASES = """\
    phases:
      - {id: first, title: {en: First, nl: Eerst}, checklists: [{role: guard, checklist: door}]}
"""


def test_links_to_sheets_go_with_them(tmp_path: Path) -> None:
    config_file = write_organisation(tmp_path)
    config_file.write_text(config_file.read_text("utf-8") + "      paper: true\n", "utf-8")
    plan = tmp_path / "plans" / "plan.yml"
    written = plan.read_text("utf-8").replace("scenarios:\n", MORE) + PHASES
    plan.write_text(written, "utf-8")
    built = SiteBuilder().build(read_project(config_file, single_file=True))
    files = {one.path: one.content for one in built.artifacts()}
    page = files["staff/en/roles/guard.html"].decode()
    assert '<a class="rb-jump" href="#paper"' in page
    assert 'id="paper"' in page
    tags = Tags(files["staff/en/runbook-staff-en.html"].decode())
    inner = {one for one in tags.values("href") if one.startswith("#roles.guard..")}
    assert len(inner) > 1
    assert inner <= {f"#{one}" for one in tags.values("id")}
    assert "rb-sheets" not in {name for value in tags.values("class") for name in value.split()}
