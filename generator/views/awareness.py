"""Awareness in normal times: campaigns, for whom, and what should be remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.exercise import Campaign
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.due import Due, due
from generator.views.parts.index import Index
from generator.views.parts.search import plain


class CampaignLines(Struct, frozen=True):
    """One campaign."""

    id: str
    aliases: tuple[str, ...]
    title: Text
    due: Due
    owner: Link | None
    to: Text | None
    channel: Text | None
    message: Text | None
    summary: Text | None


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """One page, the latest campaign first."""
    if not edition.plan.campaigns:
        return
    index = Index(edition)
    latest = sorted(edition.plan.campaigns, key=_day, reverse=True)
    view = tuple(_lines(one, index) for one in latest)
    title = words.say("kind.awareness")
    yield Page(
        Address("awareness"),
        Name.of(title),
        "awareness",
        view,
        headings=tuple(Heading(f"campaign-{one.id}", one.title.words) for one in view),
        entries=(Entry(title), *map(_entry, view)),
    )


def _day(one: Campaign) -> date:
    return one.held or one.planned or date.max


def _lines(one: Campaign, index: Index) -> CampaignLines:
    return CampaignLines(
        one.id,
        one.aliases,
        one.title,
        due(one.planned, one.held, index.edition.as_of),
        index.owner(one.owner),
        one.to,
        one.channel,
        one.message,
        one.summary,
    )


def _entry(one: CampaignLines) -> Entry:
    text = plain(one.to, one.channel, one.message, one.summary)
    return Entry(one.title.words, text, f"campaign-{one.id}")
