"""What a build asks of sheets for print. What makes them is slow to load, so it is only loaded
where a site has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.build import Opened, Printed, unprinted
from generator.model.header import Audience
from generator.paper.ledger import ledger_path
from generator.site.project import Paper, Project

if TYPE_CHECKING:
    from generator.site.card_codes import CardCodes
    from generator.site.offered import Offered


def has_sheets(project: Project) -> bool:
    """Whether a site has to do with sheets at all."""
    return project.paper is not Paper.NONE or _has_ledger(project)


def _has_ledger(project: Project) -> bool:
    return project.codes and ledger_path(project.plan).exists()


def codes_of(project: Project, opened: Opened, chosen: Sequence[Audience]) -> CardCodes | None:
    """The sheets for print with their codes; None where the plan has no ledger of them."""
    if not _has_ledger(project):
        return None
    from generator.site.card_codes import card_codes

    return card_codes(project.plan, opened, project.as_of, chosen)


def offers_of(
    project: Project, opened: Opened, chosen: Sequence[Audience], codes: CardCodes | None
) -> tuple[Printed, Offered | None]:
    """What the pages say of sheets, and the sheets that the editions offer, if they do."""
    if project.paper is Paper.NONE:
        return unprinted, None
    from generator.site.offered import offered, said_of

    paper = offered(project, opened, chosen, codes)
    return said_of(paper.sheets), paper


def expected_offers(project: Project, opened: Opened, chosen: Sequence[Audience]) -> Printed:
    """What the pages must say of sheets."""
    if project.paper is Paper.NONE:
        return unprinted
    from generator.site.offered import said, said_of

    return said_of(said(project, opened, chosen))
