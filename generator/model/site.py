"""A place: office, data centre, network node, assembly point."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Noun, Part, PicturePath, Restricted, SiteRef
from generator.model.contact import Contact
from generator.model.duration import Duration
from generator.model.text import Name, Text


class Picture(Restricted):
    """A floor plan, map or photo."""

    file: PicturePath = Field(
        description="Path of a PNG, JPEG, WebP or SVG file, inside the plan's folder.",
        examples=["pictures/tower-floor-4.svg"],
    )
    alt: Text = Field(
        description="What the picture shows, for those who cannot see it.",
        examples=["Floor 4 with both stairwells marked"],
    )
    caption: Text | None = Field(
        default=None, description="A line beneath the picture.", examples=["Floor 4"]
    )


class AssemblyPoint(Restricted):
    """Where people gather after leaving a building."""

    id: str = Field(description="A short stable name.", examples=["quay"])
    name: Name = Field(description="What people call the place.", examples=["Quay car park"])
    directions: Text | None = Field(
        default=None,
        description="How to get there, on foot, from the exit.",
        examples=["Leave by the front doors, turn left, 150 m to the flag poles."],
    )
    alternate: bool = Field(
        default=False,
        description="True if it is only used when the main one cannot be.",
        examples=[True],
    )
    picture: Picture | None = Field(
        default=None,
        description="A map of the place.",
        examples=[{"file": "pictures/quay.svg", "alt": "Map of the quay"}],
    )


class Access(Restricted):
    """How to get into a site out of hours, and what to mind there."""

    text: Text = Field(
        description="The note.", examples=["Key 14 is in the safe at the reception desk."]
    )


class Coordinates(Part):
    """A point on the map, WGS 84, in degrees."""

    latitude: float = Field(ge=-90, le=90, description="Degrees north.", examples=[51.2206])
    longitude: float = Field(ge=-180, le=180, description="Degrees east.", examples=[4.3997])


class Site(Noun):
    """A building, room or node that people or services depend on."""

    name: Name = Field(description="The site's name.", examples=["Schelde Tower"])
    kind: Text | None = Field(
        default=None, description="What kind of site it is.", examples=["Office"]
    )
    address: Name | None = Field(
        default=None, description="Street and town.", examples=["Kade 12, Antwerpen"]
    )
    coordinates: Coordinates | None = Field(
        default=None,
        description="Where it is on the map.",
        examples=[{"latitude": 51.2206, "longitude": 4.3997}],
    )
    summary: Text | None = Field(
        default=None,
        description="What happens there, in a sentence.",
        examples=["Headquarters; 45 desks on two floors."],
    )
    assembly_points: tuple[AssemblyPoint, ...] = Field(
        default=(),
        description="Where people gather, the main one first.",
        examples=[[{"id": "quay", "name": "Quay car park"}]],
    )
    alternates: tuple[SiteRef, ...] = Field(
        default=(),
        description="Sites to use when this one cannot be, in order.",
        examples=[["campus-south"]],
    )
    access: tuple[Access, ...] = Field(
        default=(),
        description="How to get in out of hours; each note with its own audience.",
        examples=[[{"text": "Ring the guard at gate B.", "audience": "crisis-team"}]],
    )
    pictures: tuple[Picture, ...] = Field(
        default=(),
        description="Floor plans and maps.",
        examples=[[{"file": "pictures/tower.svg", "alt": "Floor plan of the tower"}]],
    )
    recovery: Duration | None = Field(
        default=None,
        description="How long until it, or an alternate, can be used again.",
        examples=["1 day"],
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="Reception, guard, control room.",
        examples=[[{"kind": "phone", "value": "+33 1 99 00 10 00"}]],
    )
