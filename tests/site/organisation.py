"""A small organisation's own folder, written for the tests that build real sites."""

from __future__ import annotations

from pathlib import Path

MKDOCS = """\
site_name: Plan
theme:
  name: material
plugins:
  - search
  - runbook:
      plan: plans
"""

PLAN = """\
format: 1
plan:
  id: small
  organisation: "Bakery <b>Zon</b> & Co"
  title: {en: Emergency plan, nl: Noodplan}
  revision: "1"
  languages: [en, nl]
  country: BE
  site_url: https://plan.example/bakery/
  audiences:
    - {id: staff, title: {en: Staff, nl: Personeel}, publish: open}
    - {id: crisis-team, title: {en: Crisis team, nl: Crisisteam}, publish: protected}
  default_audience: staff
  emergency_numbers:
    - {id: eu-112, number: "112", label: {en: "Fire, ambulance", nl: "Brandweer, ziekenwagen"}}
people:
  - {id: tom, name: "Tom Claes", contacts: [{kind: phone, value: "+33 1 99 00 11 12"}]}
  - {id: noor, name: "Noor Vos", contacts: [{kind: phone, value: "+33 1 99 00 11 13"}]}
roles:
  - id: lead
    aliases: [crisis-manager]
    title: {en: "Lead <script>alert(1)</script>", nl: "Leider <script>alert(1)</script>"}
    mission: {en: "Lead & decide @@rb:title@@", nl: "Leiden & beslissen"}
    holder: tom
    alternates: [noor]
  - id: silent
    audience: crisis-team
    title: {en: Silent role, nl: Stille rol}
    holder: noor
    alternates: [tom]
scenarios:
  - id: fire
    title: {en: Fire, nl: Brand}
    safety:
      - {id: out, do: {en: "Leave the building.", nl: "Verlaat het gebouw."}}
"""

PAGE_EN = """---
audience: staff
language: en
aliases: [old-shelter]
---
# The shelter & how

Take the ![map](pictures/map.svg) along; the [lead](../roles/lead.html) has the key.

## Way there

Down the stairs.
"""

PAGE_NL = """---
audience: staff
language: nl
title: De schuilplaats
---
Neem de trap.
"""

CRISIS_PAGE = """---
audience: crisis-team
language: en
---
# Where the safe is
"""

MAP = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def write_organisation(folder: Path) -> Path:
    """Write the folder, and return the path of its `mkdocs.yml`."""
    files = {
        "mkdocs.yml": MKDOCS,
        "plans/plan.yml": PLAN,
        "docs/shelter.md": PAGE_EN,
        "docs/shelter.nl.md": PAGE_NL,
        "docs/safe.md": CRISIS_PAGE,
        "docs/maintainers/notes.md": "# Notes that join no edition\n",
        "docs/pictures/map.svg": MAP,
        "docs/pictures/unused.svg": MAP,
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder / "mkdocs.yml"


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
