"""What every printed sheet has, whatever stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from generator.editions import Edition, audiences, project
from generator.locales import Locale, locale
from generator.model import Plan
from generator.model.header import Audience
from generator.views.page import Address
from generator.views.parts.index import Index


class Qr(Struct, frozen=True):
    """A QR code on paper: what it holds, and the words beside it.

    ``payload`` is what a phone acts on without a network: ``tel:``, a vCard or an address.
    """

    payload: str
    caption: str


class Photo(Struct, frozen=True):
    """A picture of the plan (its path there), and what it shows in words."""

    file: str
    alt: str


class Sheet(Struct, frozen=True):
    """One card, poster, form or other sheet. ``kind/id`` never changes; ``title`` is in the
    sheet's ``language``.

    ``audience`` is the id of the audience at which it was projected. ``about`` names the thing of
    the plan that its texts come from (kind, id), for messages. ``page`` is the site's page that it
    belongs to. ``back_title`` is the title on its back, where that is in another language. The
    fields of ``view`` are its facts: what isn't one doesn't belong there.
    """

    kind: str
    id: str
    title: str
    language: str
    audience: str
    view: Any
    about: tuple[str, str] | None = None
    page: Address | None = None
    back_title: str | None = None

    @property
    def name(self) -> str:
        """Its name in the ledger and in messages."""
        return f"{self.kind}/{self.id}"


class Reading(Struct, frozen=True, dict=True):
    """The plan as one audience reads it in one language, ready to be looked things up in."""

    edition: Edition

    @cached_property
    def index(self) -> Index:
        """Its things by id."""
        return Index(self.edition)

    @cached_property
    def words(self) -> Locale:
        """The generator's words in its language."""
        return locale(self.edition.language)


class Order(Struct, frozen=True):
    """For whom sheets are made: an edition, and the plan behind it for cards of those who read
    more.

    ``site_url`` is the published address of the site, ending in ``/``, if there is one.
    ``two_languages`` are those of the front and the back of wallet cards, where they differ.
    """

    plan: Plan
    audience: Audience
    language: str
    as_of: date
    site_url: str | None = None
    two_languages: tuple[str, str] | None = None
    _known: dict[tuple[str, str], Reading] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The edition's folder in the site and among the printed files: ``staff/nl``."""
        return f"{self.audience.id}/{self.language}"

    @property
    def reading(self) -> Reading:
        """The edition that is printed."""
        return self.reading_of(self.audience.id, self.language)

    def reading_of(self, audience: str, language: str) -> Reading:
        """The plan as another audience reads it, in a language; each is projected once."""
        key = (audience, language)
        if key not in self._known:
            named = {one.id: one for one in audiences(self.plan)}
            # Why not today: what is overdue would change a sheet, and its code, by itself.
            day = self.plan.plan.issued or self.as_of
            edition = project(self.plan, named[audience], language, day)
            self._known[key] = Reading(edition)
        return self._known[key]

    def most_closed(self, named: Iterable[str | None]) -> str:
        """Of the printed edition's audience and those named, the one that sees most."""
        ranks = {one.id: rank for rank, one in enumerate(audiences(self.plan))}
        known = (self.audience.id, *(one for one in named if one in ranks and one))
        return max(known, key=ranks.__getitem__)

    def page_url(self, page: Address) -> str | None:
        """The published address of a page in this edition and language."""
        if self.site_url is None:
            return None
        return f"{self.site_url}{self.folder}/{page.path}"
