"""Standards clause by clause: how far the plan meets each, and where."""

from __future__ import annotations

from msgspec import Struct

from generator.derive.requirements import Standard, answers
from generator.locales import Locale
from generator.views.page import Address
from generator.views.parts.evidence import Shown, shown
from generator.views.parts.index import Index


class Clause(Struct, frozen=True):
    """A clause of a standard, how far the plan meets it, and where."""

    id: str
    clause: str
    words: str
    result: str
    met: int
    demanded: int
    evidence: tuple[Shown, ...]


class StandardView(Struct, frozen=True):
    """A standard with all its clauses; ``text`` says what it is called."""

    address: Address
    text: str
    clauses: tuple[Clause, ...]

    def count(self, result: str) -> int:
        """How many clauses have a result."""
        return sum(clause.result == result for clause in self.clauses)


def standard_view(standard: Standard, index: Index, words: Locale) -> StandardView:
    """A standard as an edition meets it on its day."""
    found = answers(standard, index.edition.plan, index.edition.as_of)
    return StandardView(
        Address("status", standard.id),
        words.say(standard.key),
        tuple(
            Clause(
                f"clause-{answer.requirement.key.rpartition('.')[2]}",
                answer.requirement.clause,
                words.say(answer.requirement.key),
                answer.result.value,
                answer.met,
                answer.demanded,
                shown(answer.evidence, index, words),
            )
            for answer in found
        ),
    )
