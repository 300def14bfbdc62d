"""Short names: what stands under an icon, and the letters on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

MOST_COLUMNS = 12
"""What fits under an icon; signs such as Chinese ones take two columns."""

MOST_LETTERS = 3

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*", re.UNICODE)
_CLITIC = re.compile(r"(?<!\w)['’‘]\w(?=[\s-])|(?<!\w)[ld]['’](?=\w)")
_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ", "DIGIT ")
_SMALL = re.compile(
    "a|al|and|an|aan|bij|d|da|das|de|del|den|der|des|di|do|du|e|el|en|et|for|für|het|i|il|in|la|le"
    "|les|lo|los|of|op|or|s|san|t|te|ten|ter|the|to|und|van|vd|von|voor|vom|y|zu|zum|zur"
)
_FORMS = re.compile(
    "ab|ag|asbl|bv|bvba|cv|cvba|ev|ggmbh|gmbh|inc|ivzw|kg|llc|llp|ltd|nv|oü|plc|sa|sarl|sas|scrl|se"
    "|sl|spa|srl|stv|vof|vzw"
)


def short_name(names: Iterable[str]) -> str:
    """The first name that fits under an icon, else the first one, cut between words."""
    given = [" ".join(name.split()) for name in names]
    fitting = (name for name in given if columns(name) <= MOST_COLUMNS)
    return next(fitting, None) or _cut(given[0])


def initials(name: str) -> str:
    """One to three capitals that stand for an organisation, in Latin, Greek or Cyrillic letters.

    Articles and legal forms don't count; `UZ` of `UZ Gent` does as a whole. Empty for a name in
    another script, whose signs no face of ours has.
    """
    every = list(_words(name))
    words = [w for w in every if not _is_form(w)] or every
    if not words:
        return ""
    telling = [word for word in words if not _is_small(word)]
    words = telling if len(telling) > 1 else words
    if _is_acronym(words[0]) and (len(words) == 1 or not words[-1].isupper()):
        return words[0]
    letters = (part[0] for word in words for part in _humps(word))
    return "".join(islice(letters, MOST_LETTERS)).upper()[:MOST_LETTERS]


def _words(name: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFC", name)
    for found in _WORD.findall(_CLITIC.sub(" ", plain)):
        word = found.replace(".", "")
        if all(
            unicodedata.name(letter, "").startswith(_SCRIPTS) for letter in word if letter.isalnum()
        ):
            yield word


def _is_form(word: str) -> bool:
    return bool(_FORMS.fullmatch(word.casefold()))


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= MOST_LETTERS and word.isupper()


def _is_small(word: str) -> bool:
    """`de`, also as `De`; a letter alone is one only if it isn't a capital."""
    return bool(_SMALL.fullmatch(word.casefold())) and not (len(word) == 1 and word.isupper())


def _humps(word: str) -> Iterator[str]:
    """`Schelde`, `Net` of `ScheldeNet`; capitals in a row stay together."""
    start = 0
    for at in range(1, len(word)):
        if word[at].isupper() and word[at - 1].islower():
            yield word[start:at]
            start = at
    yield word[start:]


def columns(text: str) -> int:
    """How wide a text is; signs that sit on others take no place."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _cut(name: str) -> str:
    """As many whole words as fit, without a small one at their end; else a part of the first."""
    words = name.split()
    fitting = [n for n in range(1, len(words)) if columns(" ".join(words[:n])) <= MOST_COLUMNS]
    kept = words[: max(fitting, default=0)]
    while kept and not (kept[-1].isalnum() and not _is_small(kept[-1])):
        stripped = kept.pop().rstrip("-–—,;:&+/")
        if stripped.isalnum() and not _is_small(stripped):
            kept.append(stripped)
    return " ".join(kept) or _part(name)


def _part(name: str) -> str:
    taken, width = "", 1
    for letter in name:
        width += _width(letter)
        if width > MOST_COLUMNS:
            break
        taken += letter
    return taken.rstrip() + "…"
