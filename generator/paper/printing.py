"""From a checked plan to the PDFs of an edition: which sheets, which documents, all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from generator.build import Opened
from generator.kept import Kept
from generator.outputs.artifact import Artifact
from generator.paper.document import Document, Imprint
from generator.paper.faults import overflow_problem, room_to_set
from generator.paper.kinds import Kind, Printing
from generator.paper.letters import letter_problems
from generator.paper.made import made_or_kept
from generator.paper.press import Press
from generator.paper.typesetter import Source, Typeset
from generator.problems import PlanError, Problem, in_order
from generator.views import current
from generator.views.sheets.sheet import Order, Sheet


class Batch(Struct, frozen=True):
    """The documents of one edition in one language, with their sheets and codes by name.

    ``check`` is the published address of the page that takes the codes.
    """

    folder: str
    documents: tuple[Document, ...]
    sheets: Mapping[str, Sheet]
    codes: Mapping[str, str] = field(default_factory=dict)
    check: str | None = None


def batch(
    order: Order,
    made: Mapping[Kind, tuple[Sheet, ...]],
    printing: Printing,
    codes: Mapping[str, str] | None = None,
) -> Batch:
    """What is printed of an edition together, kind by kind; ``codes`` by the sheets' names."""
    documents: list[Document] = []
    sheets: dict[str, Sheet] = {}
    for kind, some in made.items():
        if some:
            sheets.update((sheet.name, sheet) for sheet in some)
            documents += kind.together(some, printing, kind.name)
    check = order.page_url(current.ADDRESS)
    return Batch(order.folder, tuple(documents), sheets, codes or {}, check)


def imprint_of(opened: Opened, made: datetime) -> Imprint:
    """What stands on every sheet of the plan; codes are each batch's own."""
    header = opened.plan.plan
    return Imprint(header.organisation, header.title, header.revision, header.issued, made)


def printed(
    batches: Sequence[Batch],
    opened: Opened,
    imprint: Imprint,
    source: Source,
    press: Press,
    kept: Kept | None = None,
) -> tuple[Artifact, ...]:
    """Every document as a file; those that ``kept`` has aren't set again. PlanError with everything
    that doesn't fit or can't be set."""
    faults = [fault for one in batches for fault in letter_problems(one.sheets.values(), opened)]
    if faults:
        raise PlanError(in_order(faults), opened.loaded.texts)
    pairs = [(one, document) for one in batches for document in one.documents]
    imprints = [replace(imprint, codes=one.codes, check=one.check) for one in batches]
    wanted = [
        (document, own)
        for one, own in zip(batches, imprints, strict=True)
        for document in one.documents
    ]
    with room_to_set():
        done = made_or_kept(wanted, source, press, kept or Kept())
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
