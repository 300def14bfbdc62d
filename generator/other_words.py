"""Words that people write for the fields of a plan, and that tables have over their columns, where
no likeness of letters leads there.

A plan's fields have the standards' names; who writes one for the first time knows other ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.problems import suggestion

_MEANT = {
    "alternates": "backup backups deputies deputy replacement stand_in substitute substitutes",
    "approver": "approval approved_by signed_off_by",
    "begins": "from since starts",
    "call_trees": "call_chains call_lists calltrees phone_trees telephone_trees trees",
    "checklists": "actions instructions procedures tasks todo todos",
    "contacts": "contact e_mail email mail mobile number phone phones tel telephone",
    "deadline": "before due latest",
    "do": "action instruction task text todo",
    "emergency_numbers": "emergency hotlines numbers",
    "ends": "till to until",
    "holder": "held_by owner person who",
    "id": "code identifier key",
    "keywords": "tags words",
    "label": "caption description remark",
    "mission": "description goal purpose summary task",
    "note": "comment notes remark remarks",
    "people": "contacts employees members person persons personnel staff team",
    "purpose": "aim description goal",
    "recognise": "recognize signs symptoms",
    "responsible": "owner roles who",
    "roles": "functions job jobs positions responsible",
    "safety": "first_actions immediate_actions",
    "scenarios": "cases emergencies events hazards incidents situations",
    "script": "text words",
    "sites": "addresses buildings locations offices places",
    "steps": "actions instructions items tasks todo",
    "suppliers": "contractors providers vendors",
    "summary": "description intro introduction",
    "text": "body content message words",
    "title": "heading job name",
    "name": "full_name fullname title",
    "units": "departments divisions teams",
    "value": "address email mail number phone tel telephone",
    "within": "by deadline due time",
}

_COLUMNS = {
    "home": "home phone, home telephone, private, private phone, thuis, privé, privat",
    "left": "end date, leaving date, out of service, uit dienst",
    "mail": "e mail, e mail address, email, email address, mail address, courriel, e post",
    "mobile": "cell, cell phone, cellphone, gsm, handy, mobile number, mobile phone, mobiel, "
    "mobil, portable",
    "name": "display name, employee, full name, person, naam, nom, vorname und name",
    "phone": "business phone, desk phone, office phone, phone number, tel, telephone, work phone, "
    "telefoon, telefon, téléphone, téléphone fixe",
    "site": "building, city, location, office, place, locatie, standort, lieu",
    "title": "function, job, job title, position, functie, fonction, funktion",
    "unit": "department, division, team, afdeling, dienst, abteilung, service, département",
}

MEANT = {name: frozenset(words.split()) for name, words in _MEANT.items()}
"""By each field's name other words for it."""

COLUMNS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split(", ")) for name, words in _COLUMNS.items()
}
"""By each column of an import other headings for it, in the runbook's own languages."""


def meant(word: str, known: Collection[str]) -> str:
    """``Did you mean …?`` with those of the ``known`` fields that people mean by a word, or else
    those that are written nearly so; an empty text if there are none."""
    usual = word.casefold().replace(" ", "_").replace("-", "_")
    found = [name for name in known if usual in MEANT.get(name, ())]
    if not found:
        return suggestion(word, known)
    return "Did you mean " + " or ".join(f"`{name}`" for name in found) + "?"


def meant_column(heading: str) -> str | None:
    """The column of an import that people mean by a heading, if that is known."""
    plain = " ".join(heading.casefold().replace("-", " ").replace("_", " ").split()).rstrip(".")
    return next((name for name, words in COLUMNS.items() if plain in words), None)
