"""A small plan in two languages and two editions, built and sealed twice: before and after a
change of a phone number, of what a role does, and of a paper that lies beside the pages."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from tests.running import files_of, runbook

PLAN = """\
format: 1
plan:
  id: bakery
  organisation: Bakery Zon
  title: Emergency plan
  owner: crisis-lead
  revision: "1"
  review_by: 2099-12-31
  languages: [en, nl]
  country: GB
  audiences:
    - {id: public, title: {en: Everyone, nl: Iedereen}, publish: open}
    - {id: staff, title: {en: All staff, nl: Alle medewerkers}, publish: open}
  default_audience: public
  contact_rules: [{kind: mobile, audience: public}, {kind: home, audience: staff}]
  emergency_numbers: [{id: help, number: "112", label: {en: Fire, nl: Brand}}]
people:
  - {id: ada, name: Ada Marsh, contacts: [{kind: mobile, value: "+49 171 39200 01"}]}
  - {id: ben, name: Ben Okoro, contacts: [{kind: mobile, value: "+49 171 39200 02"}]}
roles:
  - id: crisis-lead
    title: {en: Crisis lead, nl: Crisisleider}
    mission: {en: People first., nl: Eerst de mensen.}
    holder: ada
  - id: logistics
    title: {en: Logistics, nl: Logistiek}
    mission: {en: Find flour., nl: Zoek bloem.}
    holder: ada
call_trees:
  - id: crisis-team
    title: {en: Crisis team, nl: Crisisteam}
    purpose: {en: All know., nl: Iedereen weet het.}
    initiator: crisis-lead
    nodes:
      - {id: ben, who: ben}
scenarios:
  - id: fire
    title: {en: Fire, nl: Brand}
    summary: {en: It burns., nl: Het brandt.}
    icon: fire
"""

AFTER = (
    ('revision: "1"', 'revision: "2"'),
    ("39200 02", "39200 92"),
    ("Find flour.", "Find flour and yeast."),
)

SETTINGS = """\
site_name: Runbook
plugins:
  - search
  - runbook: {plan: plan.yml, as_of: 2026-11-21}
theme: {name: material}
"""

PAPER = "staff/en/sheets/card.pdf"
"""The path of the paper: an album of one file."""

_EARLIER = 1_795_219_200
_DAY = 86_400


class Revisions(Struct, frozen=True):
    """The files of the site by path: as it was, as it is after the change, and as a preview."""

    first: dict[str, bytes]
    second: dict[str, bytes]

    @property
    def preview(self) -> dict[str, bytes]:
        """The first one's pages, as they are without sealing."""
        return {
            path: re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?', b"", content)
            for path, content in self.first.items()
            if not path.startswith("offline/") and path != "sw.js"
        }


def build(folder: Path) -> Revisions:
    """Build both with the command that a maintainer uses."""
    after = PLAN
    for old, new in AFTER:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    first = _built(folder / "first", PLAN, _EARLIER)
    return Revisions(first, _built(folder / "second", after, _EARLIER + _DAY))


def _built(folder: Path, plan: str, moment: int) -> dict[str, bytes]:
    (folder / "docs").mkdir(parents=True)
    (folder / "plan.yml").write_text(plan, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    runbook("build", "-f", folder / "mkdocs.yml", moment=moment)
    paper = folder / "site" / PAPER
    paper.parent.mkdir()
    paper.write_bytes(f"%PDF-1.7 {moment}".encode())
    runbook("seal", folder / "site", moment=moment)
    return files_of(folder / "site")
