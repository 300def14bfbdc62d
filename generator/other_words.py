"""Words that people write for the fields of a plan, where no likeness of letters leads there.

A plan's fields have the standards' names; who writes one for the first time knows other ones.
"""

from __future__ import annotations

from collections.abc import Collection

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

MEANT = {name: frozenset(words.split()) for name, words in _MEANT.items()}
"""By each field's name other words for it."""


def meant(word: str, known: Collection[str]) -> str:
    """``Did you mean …?`` with those of the ``known`` fields that people mean by a word, or else
    those that are written nearly so; an empty text if there are none."""
    usual = word.casefold().replace(" ", "_").replace("-", "_")
    found = [name for name in known if usual in MEANT.get(name, ())]
    if not found:
        return suggestion(word, known)
    return "Did you mean " + " or ".join(f"`{name}`" for name in found) + "?"
