"""A step begins with a word that asks for nothing.

Looks at steps of kind `do` in English, Dutch, French and German.

Why it is bad: "Consider calling the guard" leaves open whether the guard is called. A step begins
with a verb that can be done, and ticked.

Example: `do: Make sure that everyone is out.` Better: `do: Count everyone at the assembly point.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "weak-step-opener"
SEVERITY = Severity.WARNING

OPENERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "attempt to",
        "be aware",
        "be careful",
        "be mindful",
        "bear in mind",
        "consider",
        "do not forget",
        "don't forget",
        "ensure",
        "keep in mind",
        "make certain",
        "make sure",
        "note that",
        "remember",
        "see to it",
        "think about",
        "think of",
        "try",
    ),
    "nl": (
        "bedenk",
        "denk aan",
        "denk eraan",
        "denk erom",
        "hou er rekening mee",
        "houd er rekening mee",
        "let op",
        "onthoud",
        "overweeg",
        "pas op",
        "probeer",
        "vergeet niet",
        "wees",
        "zie erop toe",
        "zorg dat",
        "zorg er voor",
        "zorg ervoor",
    ),
    "fr": (
        "assure-toi",
        "assurez-vous",
        "considérez",
        "envisagez",
        "envisager",
        "essayer",
        "essayez",
        "gardez à l'esprit",
        "n'oubliez pas",
        "ne pas oublier",
        "pensez à",
        "penser à",
        "rappelez-vous",
        "s'assurer",
        "soyez",
        "souvenez-vous",
        "tâchez",
        "tentez",
        "veiller à",
        "veillez à",
    ),
    "de": (
        "achten sie",
        "beachten sie",
        "bedenken sie",
        "denken sie",
        "erwägen",
        "gewährleisten",
        "seien sie",
        "sicherstellen",
        "stellen sie sicher",
        "versuchen",
        "vergessen sie nicht",
        "überlegen sie",
    ),
}
"""The words by language, in small letters."""

_PATTERNS = {
    tag: re.compile(rf"({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for tag, words in OPENERS.items()
}


def find(subject: Subject) -> Iterator[Finding]:
    """Each translation by the words of its own language."""
    for steps in subject.step_lists:
        for path, step in steps.own():
            for key, language, words in subject.translations(step.do) if step.do else ():
                pattern = _PATTERNS.get(language)
                found = pattern.match(words.replace("’", "'")) if pattern else None
                if found:
                    yield Finding(
                        (*path, "do", *filter(None, [key])),
                        f"A step begins with “{found[1]}”, which asks for nothing that can be "
                        "done.",
                        "Begin with the action itself: Call, Open, Count, Write down; options "
                        "are `option:`, what must not be done is `do_not:`.",
                    )
