"""Exit posters: one for each site with an assembly point, to hang beside its doors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.checklist import Step, StepKind
from generator.model.site import AssemblyPoint, Site
from generator.model.text import Name, Text
from generator.views.page import Address
from generator.views.parts.assembly import main_point
from generator.views.parts.contact import ContactLine, emergency_lines
from generator.views.parts.index import Index
from generator.views.parts.short_code import short_code
from generator.views.parts.steps import StepLine, step_groups
from generator.views.sheets.sheet import Order, Photo, Qr, Reading, Sheet

KIND = "exit-poster"

GENERAL = (("leave", False), ("lifts", True), ("help", False), ("walk", False), ("back", True))
"""What anybody does who leaves a building, and whether it is a DO NOT: ``sheet.poster.<name>``."""

_WORD = re.compile(r"\w{4,}")


class PosterStep(Struct, frozen=True):
    """A line of what to do, or of what not."""

    text: Text
    forbidden: bool


class Meeting(Struct, frozen=True):
    """Where people gather, how they get there, and its map."""

    name: Text
    directions: Text | None
    map: Photo | None = None


class BigNumber(Struct, frozen=True):
    """An emergency number, and the code that dials it."""

    label: Text | None
    number: str
    dial: Qr | None


class ExitPoster(Struct, frozen=True):
    """What to do, where to go, whom to call. ``alternate`` are the site's other assembly points;
    ``typed`` finds ``page`` in the app; ``address`` is what the emergency services ask."""

    site: Text
    address: Text | None
    steps: tuple[PosterStep, ...]
    assembly_point: Meeting
    alternate: tuple[Meeting, ...]
    numbers: tuple[BigNumber, ...]
    page: Qr | None
    typed: str


def sheets(order: Order) -> Iterator[Sheet]:
    """A poster for each site that people leave for an assembly point."""
    reading = order.reading
    for site in reading.edition.plan.sites:
        point = main_point(site)
        if point is not None:
            yield _sheet(site, point, reading, order)


def _sheet(site: Site, point: AssemblyPoint, reading: Reading, order: Order) -> Sheet:
    page = Address("sites", site.id)
    return Sheet(
        KIND,
        site.id,
        site.name.words,
        order.language,
        order.audience.id,
        _view(site, point, page, reading, order),
        about=("site", site.id),
        page=page,
    )


def _view(
    site: Site, main: AssemblyPoint, page: Address, reading: Reading, order: Order
) -> ExitPoster:
    url = order.page_url(page)
    return ExitPoster(
        site=site.name,
        address=site.address,
        steps=poster_steps(site, reading),
        assembly_point=_meeting(main),
        alternate=tuple(_meeting(one) for one in site.assembly_points if one is not main),
        numbers=tuple(_number(line) for line in emergency_lines(reading.edition)),
        page=Qr(url, reading.words.say("sheet.poster.scan")) if url else None,
        typed=short_code(page),
    )


def _meeting(point: AssemblyPoint) -> Meeting:
    picture = point.picture
    shown = Photo(picture.file, picture.alt.words) if picture else None
    return Meeting(point.name, point.directions, shown)


def _number(line: ContactLine) -> BigNumber:
    return BigNumber(line.label, line.shown, Qr(line.uri, line.shown) if line.dialled else None)


def poster_steps(site: Site, reading: Reading) -> tuple[PosterStep, ...]:
    """How the plan says that the site is left; where it doesn't, how any building is.

    Of the safety steps of its scenarios it is the first run (a block, or the scenario's own) with a
    step at the site that names one of its assembly points.
    """
    for scenario in reading.edition.plan.scenarios:
        for run in _runs(scenario.safety, scenario.id, reading.index):
            if any(_leads(line, site) for line in run):
                steps = (PosterStep(one.text, one.kind is StepKind.DO_NOT) for one in run)
                return tuple(steps)
    say = reading.words.say
    return tuple(PosterStep(Name.of(say(f"sheet.poster.{name}")), not_) for name, not_ in GENERAL)


def _runs(steps: Iterable[Step], scenario: str, index: Index) -> Iterator[tuple[StepLine, ...]]:
    """A scenario's safety steps: those of each block, and its own."""
    known = tuple(steps)
    own = tuple(step for step in known if step.block is None)
    blocks = ((step,) for step in known if step.block is not None)
    for number, run in enumerate((*blocks, own)):
        groups = step_groups(run, index, f"scenario/{scenario}/safety/{number}", "poster-")
        yield tuple(line for group in groups for line in group.lines)


def _leads(line: StepLine, site: Site) -> bool:
    """Whether a step goes to one of the site's assembly points: it says a word of its name."""
    if line.at is None or line.at.address != Address("sites", site.id):
        return False
    said = _words(line.text, line.place)
    return any(said & _words(point.name) for point in site.assembly_points)


def _words(*texts: Text | None) -> set[str]:
    return {word.casefold() for one in texts if one for word in _WORD.findall(one.words)}
