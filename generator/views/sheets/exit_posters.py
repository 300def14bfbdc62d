"""Exit posters: one for each site with an assembly point, to hang beside its doors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.site import Site
from generator.model.text import Text
from generator.views.page import Address
from generator.views.parts.contact import ContactLine, emergency_lines
from generator.views.sheets.sheet import Order, Qr, Reading, Sheet

KIND = "exit-poster"


@dataclass(frozen=True, slots=True)
class ExitPoster:
    """What to do, where to go, whom to call."""

    site: Text
    assembly_point: Text
    directions: Text | None
    numbers: tuple[ContactLine, ...]
    page: Qr | None


def sheets(order: Order) -> Iterator[Sheet]:
    """A poster for each site that people leave for an assembly point."""
    reading = order.reading
    for site in reading.edition.plan.sites:
        if site.assembly_points:
            yield _sheet(site, reading, order)


def _sheet(site: Site, reading: Reading, order: Order) -> Sheet:
    page = Address("sites", site.id)
    url = order.page_url(page)
    point = site.assembly_points[0]
    view = ExitPoster(
        site.name,
        point.name,
        point.directions,
        emergency_lines(reading.edition),
        Qr(url, site.name.words) if url else None,
    )
    return Sheet(
        KIND,
        site.id,
        site.name.words,
        order.language,
        order.audience.id,
        view,
        about=("site", site.id),
        page=page,
    )
