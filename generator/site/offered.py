"""The sheets for print that a site's editions offer: files beside the pages, and what pages say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.build import Opened, Printed, site_url
from generator.kept import Kept
from generator.model.header import Audience
from generator.outputs.artifact import Artifact
from generator.paper.document import Imprint
from generator.paper.faults import overflow_problem
from generator.paper.kinds import KINDS, ON_SITE
from generator.paper.ledger import sheet_name
from generator.paper.letters import letter_problems
from generator.paper.made import maker
from generator.paper.offering import Made, Offer, made, offers
from generator.paper.ordering import made_at, source_of
from generator.paper.press import press
from generator.paper.printing import imprint_of
from generator.problems import PlanError, Problem, in_order
from generator.site.card_codes import CardCodes
from generator.site.configuration import kept_files
from generator.site.project import Paper, Project
from generator.views import current
from generator.views.page import PrintedSheet
from generator.views.sheets.sheet import Order

T = TypeVar("T")

Sheets = Mapping[str, tuple[PrintedSheet, ...]]
"""What pages say of sheets, by the edition's folder (``staff/en``)."""


class Offered(Struct, frozen=True):
    """What pages say of sheets, and their files, by the edition's folder."""

    sheets: Sheets
    files: Mapping[str, tuple[Artifact, ...]]


def said_of(sheets: Sheets) -> Printed:
    """The sheets, for whoever asks with an audience and a language."""
    return lambda audience, language: sheets.get(f"{audience.id}/{language}", ())


def said(project: Project, opened: Opened, chosen: Iterable[Audience]) -> Sheets:
    """What the pages of these editions say, without making anything."""
    found: dict[str, tuple[PrintedSheet, ...]] = {}
    for order, offer in _offers(project, opened, chosen):
        found[order.folder] = (*found.get(order.folder, ()), offer.printed())
    return found


def offered(
    project: Project, opened: Opened, chosen: Sequence[Audience], codes: CardCodes | None
) -> Offered:
    """Make every sheet that the editions of these audiences offer. PlanError with everything that
    doesn't fit or can't be set."""
    pairs = list(_offers(project, opened, chosen))
    _refuse(letter_problems((offer.sheet for _, offer in pairs), opened), opened)
    imprint = imprint_of(opened, made_at(opened, project.as_of))
    done = _made(
        project,
        opened,
        [(offer, _with_code(imprint, order, offer, codes)) for order, offer in pairs],
    )
    sheets: dict[str, list[PrintedSheet]] = {}
    files: dict[str, list[Artifact]] = {}
    for (order, offer), one in zip(pairs, done, strict=True):
        sheets.setdefault(order.folder, []).append(offer.printed())
        files.setdefault(order.folder, []).extend(one.files)
    return Offered(_frozen(sheets), _frozen(files))


def _frozen(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {folder: tuple(some) for folder, some in lists.items()}


def _offers(
    project: Project, opened: Opened, chosen: Iterable[Audience]
) -> Iterator[tuple[Order, Offer]]:
    base = site_url(opened.plan, "")
    kinds = KINDS if project.paper is Paper.ALL else ON_SITE
    for audience in chosen:
        for language in opened.plan.plan.languages:
            order = Order(opened.plan, audience, language, project.as_of, base)
            yield from ((order, offer) for offer in offers(order, kinds))


def _made(project: Project, opened: Opened, wanted: list[tuple[Offer, Imprint]]) -> list[Made]:
    folder = kept_files(project.config_file)
    kept = Kept(folder / f"sheets-{project.config_file.stem}.kept", maker())
    done = made(wanted, source_of(opened, folder), press, kept)
    faults = (
        overflow_problem(overflow, offer.sheet, opened)
        for (offer, _), one in zip(wanted, done, strict=True)
        for overflow in one.overflows
    )
    _refuse(faults, opened)
    kept.save()
    return done


def _refuse(faults: Iterable[Problem], opened: Opened) -> None:
    found = in_order(faults)
    if found:
        raise PlanError(found, opened.loaded.texts)


def _with_code(imprint: Imprint, order: Order, offer: Offer, codes: CardCodes | None) -> Imprint:
    """The imprint with the sheet's code, where the plan has a ledger."""
    check = order.page_url(current.ADDRESS)
    if codes is None:
        return replace(imprint, check=check)
    code = codes.register.codes.get(sheet_name(offer.sheet.name, order.folder))
    return replace(imprint, codes={offer.sheet.name: code} if code else {}, check=check)
