"""A message's text doesn't use one of its slots.

Why it is bad: someone looks up what to fill in, and it isn't sent; most often one of the
translations has forgotten it.

Example: a slot `time`, while the Dutch text has no `{time}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity

CODE = "unused-slot"
SEVERITY = Severity.WARNING


def find(subject: Subject) -> Iterator[Finding]:
    """The slots of each message, in every language."""
    for index, message in enumerate(subject.plan.messages):
        for place, slot in enumerate(message.slots):
            without = [key for key, words in message.text if f"{{{slot.id}}}" not in words]
            if without:
                marked = ", ".join(f"`{key}`" for key in without if key)
                where = f" in {marked}" if marked else ""
                yield Finding(
                    ("messages", index, "slots", place, "id"),
                    f"Message `{message.id}` doesn't use its slot `{slot.id}`{where}.",
                    f"Write `{{{slot.id}}}` into the text, or remove the slot.",
                )
