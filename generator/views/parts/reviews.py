"""Reviews and assessments: when, on what, and what they showed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from generator.locales import Locale
from generator.model.exercise import Assessment, Held, Review, Topic
from generator.model.text import Text
from generator.views.page import Address, Entry, Link
from generator.views.parts.figures import Bar, number
from generator.views.parts.findings import Finding, findings
from generator.views.parts.held import HeldLine, held_line
from generator.views.parts.index import Index
from generator.views.parts.search import plain

MATURITY = 5
"""The highest maturity of a topic."""


class Maturity(Struct, frozen=True):
    """A topic of an assessment: figures as the language writes them, a bar, and a word's key."""

    topic: Text
    figure: str
    target: str | None
    reached: bool
    word: int
    bar: Bar
    note: Text | None


class ReviewLines(Struct, frozen=True):
    """A review or an assessment; ``kind`` is a key in the locale."""

    line: HeldLine
    kind: str
    framework: Text | None
    plans: tuple[Link, ...]
    topics: tuple[Maturity, ...]
    findings: tuple[Finding, ...]


def reviews(index: Index) -> tuple[ReviewLines, ...]:
    """The plan's reviews, the latest first."""
    found = sorted(index.edition.plan.reviews, key=_day, reverse=True)
    return tuple(_review(one, index) for one in found)


def assessments(index: Index, words: Locale) -> tuple[ReviewLines, ...]:
    """The plan's assessments, the latest first."""
    found = sorted(index.edition.plan.assessments, key=_day, reverse=True)
    return tuple(_assessment(one, index, words) for one in found)


def _day(one: Held) -> date:
    return one.held or one.planned or date.min


def _review(one: Review, index: Index) -> ReviewLines:
    link = Link(Address("exercises"), one.title, f"review-{one.id}")
    return ReviewLines(
        held_line(one, link, index),
        "management" if one.management else "review",
        None,
        index.links("plan", one.plans),
        (),
        findings(one.findings, index, link.anchor),
    )


def _assessment(one: Assessment, index: Index, words: Locale) -> ReviewLines:
    link = Link(Address("exercises"), one.title, f"assessment-{one.id}")
    return ReviewLines(
        held_line(one, link, index),
        "audit" if one.audit else "assessment",
        one.framework,
        (),
        tuple(_maturity(topic, words) for topic in one.topics),
        findings(one.findings, index, link.anchor),
    )


def _maturity(topic: Topic, words: Locale) -> Maturity:
    target = topic.target
    return Maturity(
        topic.topic,
        number(topic.maturity, words),
        None if target is None else number(target, words),
        target is None or topic.maturity >= target,
        int(topic.maturity),
        Bar(
            round(topic.maturity / MATURITY * 100),
            None if target is None else round(target / MATURITY * 100),
        ),
        topic.note,
    )


def review_entry(one: ReviewLines) -> Entry:
    """How search finds it."""
    found = (finding.text for finding in one.findings)
    topics = (topic.topic for topic in one.topics)
    text = plain(one.line.summary, one.framework, *topics, *found)
    return Entry(one.line.link.text.words, text, one.line.link.anchor)
