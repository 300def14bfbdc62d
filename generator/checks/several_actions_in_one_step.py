"""A step asks for several actions.

A heuristic for steps of kind `do` in English, Dutch, French and German. It speaks up where a
second sentence, or what follows a semicolon, begins with one of some common verbs of action; where
a sentence begins with "Then"; and at "and then". "Take the bag and go" passes: telling it from
"Stop and wait" needs grammar.

Why it is bad: one tick for two actions hides that the second one was forgotten.

Example: `do: Call the guard. Open the gate.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "several-actions-in-one-step"
SEVERITY = Severity.WARNING

VERBS: Mapping[str, str] = {
    "en": "alert ask begin book bring call check clear close collect connect count cut disconnect "
    "fetch fill give go hand inform isolate leave lock make meet move note notify open order post "
    "print pull put read remove report restart restore ring send shut start stop switch take tell "
    "turn unplug wait wake walk warn write",
    "nl": "alarmeer begin bel bericht breng controleer draai druk ga geef haal herstart herstel "
    "informeer isoleer koppel laat lees licht maak meld neem noteer open plaats print roep schakel "
    "schrijf sluit start stop stuur tel trek verbind verlaat verwittig verzamel vraag vul "
    "waarschuw wacht wek zet",
    "fr": "affichez allez allumez alertez appelez apportez arrêtez attendez avertissez branchez "
    "commencez comptez coupez débranchez démarrez demandez donnez écrivez envoyez éteignez faites "
    "fermez imprimez informez isolez lancez lisez mettez notez ouvrez prenez prévenez quittez "
    "rassemblez redémarrez remettez restaurez sortez téléphonez tirez vérifiez",
    "de": "alarmieren beginnen bitten bringen drucken fragen geben gehen holen informieren "
    "isolieren lesen melden nehmen notieren öffnen prüfen rufen schalten schicken schließen "
    "schreiben senden setzen starten stellen stoppen trennen verlassen warnen "
    "warten wecken zählen ziehen",
}
"""Verbs of action by language, as a step would begin with them."""

THEN: Mapping[str, str] = {
    "en": "then|after that|afterwards|and then",
    "nl": "daarna|vervolgens|en dan|en daarna",
    "fr": "ensuite|puis|et ensuite|et puis",
    "de": "danach|anschließend|und dann|und danach",
}
"""Words that put one action after another."""

_NEXT = r"(?:[.!;]\s+)"


def _pattern(tag: str) -> re.Pattern[str]:
    verbs = "|".join(VERBS[tag].split())
    polite = r"(?:\s+sie)" if tag == "de" else ""
    again = "|".join(phrase for phrase in THEN[tag].split("|") if " " in phrase)
    return re.compile(
        rf"{_NEXT}((?:{verbs}){polite}|{THEN[tag]})\b|[\s,]({again})\b", re.IGNORECASE
    )


_PATTERNS = {tag: _pattern(tag) for tag in VERBS}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each translation."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            for key, language, words in subject.translations(step.do) if step.do else ():
                pattern = _PATTERNS.get(language)
                found = pattern.search(words) if pattern else None
                if found:
                    yield Finding(
                        (*path, "do", *filter(None, [key])),
                        "A step asks for several actions: a second one begins at "
                        f"“{found[1] or found[2]}”.",
                        "Make each action a step of its own; a detail goes into `note:`.",
                    )
