"""A place: office, data centre, network node, assembly point."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, Noun, Part, PicturePath, Restricted, SiteRef
from generator.model.contact import Contact
from generator.model.duration import Duration
from generator.model.text import Name, Text


class Picture(Restricted, frozen=True, kw_only=True):
    """A floor plan, map or photo."""

    file: Annotated[
        PicturePath,
        About(
            "Path of a PNG, JPEG, WebP or SVG file, inside the plan's folder.",
            "pictures/tower-floor-4.svg",
        ),
    ]
    alt: Annotated[
        Text,
        About(
            "What the picture shows, for those who cannot see it.",
            "Floor 4 with both stairwells marked",
        ),
    ]
    caption: Annotated[Text | None, About("A line beneath the picture.", "Floor 4")] = None


class AssemblyPoint(Restricted, frozen=True, kw_only=True):
    """Where people gather after leaving a building."""

    id: Annotated[str, About("A short stable name.", "quay")]
    name: Annotated[Name, About("What people call the place.", "Quay car park")]
    directions: Annotated[
        Text | None,
        About(
            "How to get there, on foot, from the exit.",
            "Leave by the front doors, turn left, 150 m to the flag poles.",
        ),
    ] = None
    alternate: Annotated[
        bool, About("True if it is only used when the main one cannot be.", True)
    ] = False
    picture: Annotated[
        Picture | None,
        About("A map of the place.", {"file": "pictures/quay.svg", "alt": "Map of the quay"}),
    ] = None


class Access(Restricted, frozen=True, kw_only=True):
    """How to get into a site out of hours, and what to mind there."""

    text: Annotated[Text, About("The note.", "Key 14 is in the safe at the reception desk.")]


class Coordinates(Part, frozen=True, kw_only=True):
    """A point on the map, WGS 84, in degrees."""

    latitude: Annotated[float, About("Degrees north.", 51.2206, at_least=-90, at_most=90)]
    longitude: Annotated[float, About("Degrees east.", 4.3997, at_least=-180, at_most=180)]


class Site(Noun, frozen=True, kw_only=True):
    """A building, room or node that people or services depend on."""

    name: Annotated[Name, About("The site's name.", "Schelde Tower")]
    kind: Annotated[Text | None, About("What kind of site it is.", "Office")] = None
    address: Annotated[Name | None, About("Street and town.", "Kade 12, Antwerpen")] = None
    coordinates: Annotated[
        Coordinates | None,
        About("Where it is on the map.", {"latitude": 51.2206, "longitude": 4.3997}),
    ] = None
    summary: Annotated[
        Text | None,
        About("What happens there, in a sentence.", "Headquarters; 45 desks on two floors."),
    ] = None
    assembly_points: Annotated[
        tuple[AssemblyPoint, ...],
        About(
            "Where people gather, the main one first.", [{"id": "quay", "name": "Quay car park"}]
        ),
    ] = ()
    alternates: Annotated[
        tuple[SiteRef, ...],
        About("Sites to use when this one cannot be, in order.", ["campus-south"]),
    ] = ()
    access: Annotated[
        tuple[Access, ...],
        About(
            "How to get in out of hours; each note with its own audience.",
            [{"text": "Ring the guard at gate B.", "audience": "crisis-team"}],
        ),
    ] = ()
    pictures: Annotated[
        tuple[Picture, ...],
        About(
            "Floor plans and maps.",
            [{"file": "pictures/tower.svg", "alt": "Floor plan of the tower"}],
        ),
    ] = ()
    recovery: Annotated[
        Duration | None, About("How long until it, or an alternate, can be used again.", "1 day")
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        About("Reception, guard, control room.", [{"kind": "phone", "value": "+33 1 99 00 10 00"}]),
    ] = ()
