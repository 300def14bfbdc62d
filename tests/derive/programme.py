"""A programme on 1 June 2026: what tests of how it stands share."""

from __future__ import annotations

from datetime import date
from typing import Any

AS_OF = date(2026, 6, 1)
YEARLY = {"review_every": "365 days", "exercise_every": "365 days"}


def bcp(id_: str = "bcp", **changes: Any) -> dict[str, Any]:
    return {"id": id_, "kind": "bcp", "title": id_} | changes


FINDINGS = [
    {
        "id": "radio",
        "text": "The radio was flat.",
        "actions": [
            {"id": "late", "title": "Buy one.", "due": "2026-05-31"},
            {"id": "open", "title": "Try it.", "due": "2026-06-01"},
            {"id": "undated", "title": "Tell them."},
            {"id": "done", "title": "Charge it.", "due": "2026-01-01", "done": "2026-03-01"},
        ],
    },
    {"id": "silence", "text": "Nobody knew the way."},
    {"id": "hall", "text": "The hall was dark.", "accepted": "It closes."},
]
