"""People, places, roles, call trees and messages of a synthetic plan."""

from __future__ import annotations

from random import Random

from tests.bench.counts import Counts
from tests.bench.emit import Fields
from tests.bench.words import sentence, title

VERIFIED = "2026-10-01"


class Things:
    """Makes the n-th thing of each kind."""

    def __init__(self, counts: Counts, random: Random) -> None:
        self.counts = counts
        self.random = random
        self._numbers = 0

    def phone(self, kind: str = "phone") -> Fields:
        """From a range that is reserved for fiction."""
        self._numbers += 1
        left, right = divmod(self._numbers % 10_000, 100)
        return {
            "kind": kind,
            "value": f"+33 1 99 00 {left:02} {right:02}",
            "verified": VERIFIED,
        }

    def mail(self, name: str) -> Fields:
        return {"kind": "mail", "value": f"{name}@example.org", "verified": VERIFIED}

    def person(self, n: int) -> Fields:
        return {
            "id": f"person-{n}",
            "name": title(self.random, 2),
            "title": title(self.random, 2),
            "unit": f"unit-{n % self.counts.units}",
            "site": f"site-{n % self.counts.sites}",
            "contacts": [self.phone(), self.phone("mobile"), self.mail(f"person-{n}")],
        }

    def unit(self, n: int) -> Fields:
        return {
            "id": f"unit-{n}",
            "name": f"{title(self.random, 2)} {n}",
            "purpose": sentence(self.random),
            "head": f"person-{n}",
            "contacts": [self.mail(f"unit-{n}")],
        }

    def site(self, n: int) -> Fields:
        return {
            "id": f"site-{n}",
            "name": f"{title(self.random, 2)} {n}",
            "address": f"{title(self.random, 1)} {n + 1}, {title(self.random, 1)}",
            "summary": sentence(self.random),
            "assembly_points": [
                {
                    "id": "quay",
                    "name": f"{title(self.random, 2)} car park",
                    "directions": sentence(self.random),
                }
            ],
            "alternates": [f"site-{(n + 1) % self.counts.sites}"],
            "access": [{"text": sentence(self.random)}],
            "contacts": [self.phone()],
        }

    def supplier(self, n: int) -> Fields:
        return {
            "id": f"supplier-{n}",
            "name": f"{title(self.random, 2)} {n}",
            "supplies": sentence(self.random),
            "agreed": "24/7, on site within 4 hours",
            "primary": {"name": "Priority line", "contacts": [self.phone()]},
            "secondary": {"name": "Account manager", "contacts": [self.phone()]},
            "escalation": [{"after": "1h", "to": "Duty manager", "contacts": [self.phone()]}],
        }

    def role(self, n: int) -> Fields:
        people = [f"person-{(3 * n + k) % self.counts.people}" for k in range(3)]
        above: Fields = {"reports_to": f"role-{(n - 1) // 5}"} if n else {}
        return {
            "id": f"role-{n}",
            "title": f"{title(self.random, 2)} {n}",
            "mission": sentence(self.random),
            **above,
            "site": f"site-{n % self.counts.sites}",
            "place": "Crisis room, floor 4",
            "duties": [sentence(self.random) for _ in range(4)],
            "holder": people[0],
            "alternates": people[1:],
            "contacts": [self.phone() | {"label": "Duty phone"}],
            "keywords": [title(self.random, 1), title(self.random, 1)],
        }

    def tree(self, n: int) -> Fields:
        start = n * self.counts.roles // self.counts.trees
        nodes: list[Fields] = [
            {"id": f"place-{k}", "who": f"role-{(start + k) % self.counts.roles}"} for k in range(7)
        ]
        kind = ("cascade", "hunt", "cascade")[n % 3]
        if kind == "cascade":
            nodes[0]["calls"] = ["place-1", "place-2", "place-3"]
            nodes[1]["calls"] = ["place-4", "place-5"]
            nodes[2]["calls"] = ["place-6"]
        return {
            "id": f"tree-{n}",
            "title": f"{title(self.random, 2)} {n}",
            "kind": kind,
            "purpose": sentence(self.random),
            "initiator": nodes[0]["who"],
            "controller": nodes[1]["who"],
            "retry_after": "5 min",
            "script": "This is {your name}. We have a crisis: {what has happened}.",
            "nodes": nodes,
        }

    def message(self, n: int) -> Fields:
        return {
            "id": f"message-{n}",
            "title": f"{title(self.random, 3)} {n}",
            "to": "All staff",
            "channel": "Text message",
            "deadline": "30 min",
            "sender": f"role-{n % self.counts.roles}",
            "approver": f"role-{(n + 1) % self.counts.roles}",
            "text": f"{{service}} is down. {sentence(self.random)}",
            "slots": [{"id": "service", "label": "The service that is down"}],
        }
