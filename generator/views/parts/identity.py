"""Which plan this is: shown on the start page and at the foot of every page."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from generator.editions import Edition
from generator.model.text import Text
from generator.views.page import Address, Link
from generator.views.parts.index import Index

CHANGES = Address("revisions")
"""The page that says what changed, for plans that tell of it."""


class Identity(Struct, frozen=True):
    """The plan, its revision, its date and its owner; ``changes`` is the page of what changed."""

    organisation: Text
    title: Text
    revision: str
    issued: date | None
    review_by: date | None
    owner: Link | None
    audience: Text
    changes: Address | None


def identity(edition: Edition) -> Identity:
    """The identity of an edition's plan."""
    header = edition.plan.plan
    index = Index(edition)
    return Identity(
        header.organisation,
        header.title,
        header.revision,
        header.issued,
        header.review_by,
        index.link("role", header.owner) or index.link("person", header.owner),
        edition.audience.title.for_reader(edition.language, edition.primary),
        CHANGES if edition.plan.revisions else None,
    )
