"""Words for synthetic plans: they mean little, but are as long as real ones."""

from __future__ import annotations

from random import Random

_THINGS = (
    "backup battery bridge building cabinet camera cable corridor customer database desk door "
    "fibre floor gate generator key laptop line list log meeting network node office panel phone "
    "printer provider pump rack radio report room router safe server service shift site stairwell "
    "storage supplier switch team telephone ticket tower valve visitor water website window"
)
_VERBS = (
    "Alert Ask Bring Call Check Close Collect Connect Count Fetch Inform Isolate Lock Move Note "
    "Open Post Print Read Record Report Restore Send Shut Start Stop Switch Tell Test Write"
)
_LINKS = "beside for from in near of on under with within"

THINGS, VERBS, LINKS = _THINGS.split(), _VERBS.split(), _LINKS.split()


def title(random: Random, words: int) -> str:
    """So many words, the first one with a capital."""
    return " ".join(random.choices(THINGS, k=words)).capitalize()


def phrase(random: Random, words: int) -> str:
    """Words in small letters, with small words between them."""
    parts = [f"the {random.choice(THINGS)} {random.choice(LINKS)}" for _ in range(words)]
    return " ".join(parts) + f" the {random.choice(THINGS)}"


def sentence(random: Random) -> str:
    """A sentence of about fifteen words."""
    return f"{phrase(random, random.randint(3, 5)).capitalize()}."


def step_text(random: Random) -> str:
    """One action that begins with a verb."""
    return f"{random.choice(VERBS)} {phrase(random, random.randint(1, 3))}."
