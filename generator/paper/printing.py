"""From a checked plan to the PDFs of an edition: which sheets, which documents, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from generator.build import Opened
from generator.outputs.artifact import Artifact
from generator.paper.document import Document, Imprint
from generator.paper.faults import overflow_problem
from generator.paper.kinds import Kind, Printing
from generator.paper.letters import letter_problems
from generator.paper.typesetter import Source, Typeset, typeset
from generator.problems import PlanError, Problem, in_order
from generator.views.sheets.sheet import Order, Sheet

Press = Callable[[Sequence[Callable[[], Typeset]]], list[Typeset]]
"""Does the jobs, in order; best in other processes."""


@dataclass(frozen=True)
class Batch:
    """The documents of one edition in one language, with their sheets by name."""

    folder: str
    documents: tuple[Document, ...]
    sheets: Mapping[str, Sheet]


def batch(order: Order, kinds: Iterable[Kind], printing: Printing) -> Batch:
    """What is printed of an edition together, kind by kind."""
    documents: list[Document] = []
    sheets: dict[str, Sheet] = {}
    for kind in kinds:
        made = tuple(kind.sheets(order))
        if made:
            sheets.update((sheet.name, sheet) for sheet in made)
            documents += kind.together(made, printing, kind.name)
    return Batch(f"{order.audience.id}/{order.language}", tuple(documents), sheets)


def imprint_of(opened: Opened, made: datetime, codes: Mapping[str, str]) -> Imprint:
    """What stands on every sheet of the plan."""
    header = opened.plan.plan
    return Imprint(header.organisation, header.title, header.revision, header.issued, made, codes)


def printed(
    batches: Sequence[Batch], opened: Opened, imprint: Imprint, source: Source, press: Press
) -> tuple[Artifact, ...]:
    """Every document as a file. PlanError with everything that doesn't fit or can't be set."""
    faults = [fault for one in batches for fault in letter_problems(one.sheets.values(), opened)]
    if faults:
        raise PlanError(in_order(faults), opened.loaded.texts)
    pairs = [(one, document) for one in batches for document in one.documents]
    done = press([partial(typeset, document, imprint, source) for _, document in pairs])
    faults = [
        fault
        for (one, _), made in zip(pairs, done, strict=True)
        for fault in _faults(one, made, opened)
    ]
    if faults:
        raise PlanError(in_order(faults), opened.loaded.texts)
    return tuple(
        Artifact(f"{one.folder}/{document.path}", made.pdf)
        for (one, document), made in zip(pairs, done, strict=True)
    )


def _faults(one: Batch, made: Typeset, opened: Opened) -> Iterator[Problem]:
    for overflow in made.overflows:
        yield overflow_problem(overflow, one.sheets[overflow.sheet], opened)
