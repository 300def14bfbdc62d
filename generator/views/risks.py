"""Risks: the matrix on the plan's own scales, the list, gaps, and what is done against both."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.programme import Programme
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Page
from generator.views.parts.index import Index
from generator.views.parts.rating import scales_of
from generator.views.parts.risk_matrix import Matrix, matrix
from generator.views.parts.search import plain
from generator.views.parts.sections import sections
from generator.views.parts.treatment import GapLine, MeasureLine, RiskLine, Treatment

SECTIONS = ("matrix", "risks", "gaps", "measures")


class RisksView(Struct, frozen=True):
    """Everything about risks; ``accept_up_to`` is the highest score accepted, if that is set."""

    statement: Text | None
    accept_up_to: int | None
    matrix: Matrix | None
    risks: tuple[RiskLine, ...]
    gaps: tuple[GapLine, ...]
    measures: tuple[MeasureLine, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page with all of them."""
    plan = edition.plan
    if not (plan.risks or plan.gaps or plan.measures):
        return
    view = _view(edition)
    title = words.say("kind.risks")
    yield Page(
        Address("risks"),
        Name.of(title),
        "risks",
        view,
        headings=tuple(sections(view, SECTIONS, "risks", words)),
        entries=(Entry(title), *_entries(view)),
    )


def _view(edition: Edition) -> RisksView:
    plan = edition.plan
    scales = scales_of(plan)
    lines = Treatment(Index(edition), scales)
    ranked = sorted(plan.risks, key=lambda risk: -risk.rating.score)
    risks = lines.risks(ranked)
    return RisksView(
        (plan.programme or Programme()).appetite.statement,
        scales.accept_up_to,
        matrix(ranked, risks, scales) if risks else None,
        risks,
        lines.gaps(),
        lines.measures(),
    )


def _entries(view: RisksView) -> Iterator[Entry]:
    for one in view.risks:
        text = plain(one.threat, one.reason, *(link.text for link in one.affects))
        yield Entry(one.title.words, text, f"risk-{one.id}")
    for gap in view.gaps:
        text = plain(gap.accepted, *(link.text for link in gap.affects))
        yield Entry(gap.title.words, text, f"gap-{gap.id}")
    for measure in view.measures:
        owner = measure.owner.text if measure.owner else None
        yield Entry(measure.title.words, plain(measure.note, owner), f"measure-{measure.id}")
