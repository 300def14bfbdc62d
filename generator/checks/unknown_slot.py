"""A message has a blank that isn't among its slots.

Why it is bad: the form that fills in the message has no field for it, and the braces go out with
the message.

Example: the text says `{tiem}`, and the slot is `time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Finding, Subject
from generator.problems import Severity, suggestion

CODE = "unknown-slot"
SEVERITY = Severity.WARNING

_BLANK = re.compile(r"\{([^{}\n]{1,60})\}")


def find(subject: Subject) -> Iterator[Finding]:
    """The text of each message, in every language."""
    for index, message in enumerate(subject.plan.messages):
        known = [slot.id for slot in message.slots]
        for key, words in message.text:
            for blank in dict.fromkeys(_BLANK.findall(words)):
                if blank not in known:
                    yield Finding(
                        ("messages", index, "text", *filter(None, [key])),
                        f"The blank `{blank}` isn't among the slots of message `{message.id}`.",
                        suggestion(blank, known) or f"Add a slot with `id: {blank}` and a label.",
                    )
