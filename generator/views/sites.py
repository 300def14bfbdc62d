"""Sites: where to gather, how to get in, whom to call there, where to go instead."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.site import AssemblyPoint, Coordinates, Site
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.backlinks import Backlinks
from generator.views.parts.contact import ContactLine, contact_lines, searchable
from generator.views.parts.index import Index
from generator.views.parts.pictures import PictureView, picture_view
from generator.views.parts.search import plain


class Row(Struct, frozen=True):
    """One site in the list, with its main assembly point and the number to tap first."""

    link: Link
    kind: Text | None
    address: Text | None
    number: ContactLine | None


class Point(Struct, frozen=True):
    """Where people gather; ``picture`` is left out where the one before showed it already."""

    id: str
    name: Text
    alternate: bool
    directions: Text | None
    picture: PictureView | None


class SiteView(Struct, frozen=True):
    """Everything about one site, in the order in which it is needed."""

    kind: Text | None
    address: Text | None
    coordinates: Coordinates | None
    summary: Text | None
    points: tuple[Point, ...]
    lines: tuple[ContactLine, ...]
    access: tuple[Text, ...]
    alternates: tuple[Link, ...]
    replaces: tuple[Link, ...]
    pictures: tuple[PictureView, ...]
    scenarios: tuple[Link, ...]
    roles: tuple[Link, ...]
    units: tuple[Link, ...]
    people: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of sites, and a page for each."""
    if not edition.plan.sites:
        return
    index = Index(edition)
    back = Backlinks(index)
    title = words.say("kind.sites")
    view = tuple(_row(site, index) for site in edition.plan.sites)
    yield Page(Address("sites"), Name.of(title), "sites", view, entries=(Entry(title),))
    for site in edition.plan.sites:
        yield _page(site, back, words)


def _row(site: Site, index: Index) -> Row:
    lines = contact_lines(site.contacts, index.edition)
    number = next((line for line in lines if line.dialled), None)
    return Row(Link(Address("sites", site.id), site.name), site.kind, site.address, number)


def _page(site: Site, back: Backlinks, words: Locale) -> Page:
    view = _view(site, back)
    text = plain(site.kind, site.address, site.summary, *view.access, searchable(view.lines))
    # Why: a point is named after its place ("A, by the flag poles"), and sought as what it is.
    sought = (words.say("sites.assembly"), words.say("sheet.wallet.assembly"))
    points = (
        Entry(point.name.words, plain(point.directions, site.name), f"point-{point.id}", sought)
        for point in view.points
    )
    return Page(
        Address("sites", site.id),
        site.name,
        "site",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(site.name.words, text), *points),
        aliases=site.aliases,
        posted=True,
        summary=plain(site.summary),
    )


def _view(site: Site, back: Backlinks) -> SiteView:
    return SiteView(
        site.kind,
        site.address,
        site.coordinates,
        site.summary,
        tuple(_points(site)),
        contact_lines(site.contacts, back.index.edition),
        tuple(note.text for note in site.access),
        back.index.links("site", site.alternates),
        back.sites_of_alternates.get(site.id, ()),
        tuple(picture_view(picture) for picture in site.pictures),
        back.scenarios_of_sites.get(site.id, ()),
        back.roles_of_sites.get(site.id, ()),
        back.units_of_sites.get(site.id, ()),
        back.people_of_sites.get(site.id, ()),
    )


def _points(site: Site) -> Iterator[Point]:
    """The main assembly points, then the others; two on one map share it."""
    shown: set[str] = set()
    for point in sorted(site.assembly_points, key=_is_alternate):
        picture = point.picture
        new = picture is not None and picture.file not in shown
        if picture:
            shown.add(picture.file)
        yield Point(
            point.id,
            point.name,
            point.alternate,
            point.directions,
            picture_view(picture) if picture and new else None,
        )


def _is_alternate(point: AssemblyPoint) -> bool:
    return point.alternate


def _headings(view: SiteView, words: Locale) -> Iterator[Heading]:
    sections = (
        ("assembly", view.points),
        ("contacts", view.lines),
        ("access", view.access),
        ("alternates", view.alternates),
        ("pictures", view.pictures),
        ("scenarios", view.scenarios),
        ("roles", view.roles),
        ("people", view.units or view.people),
    )
    for id_, content in sections:
        if content:
            yield Heading(id_, words.say(f"sites.{id_}"))
