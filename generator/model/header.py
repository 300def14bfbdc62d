"""Which plan it is, who reads it, and what holds for all of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import AudienceRef, Id, Part, PicturePath, Ref
from generator.model.contact import Channel
from generator.model.duration import Duration
from generator.model.text import Name, Text

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Publish(StrEnum):
    """How an audience's edition leaves the house."""

    OPEN = "open"
    PROTECTED = "protected"


class Audience(Part):
    """A group of readers; each sees all that the ones before it see."""

    id: Id = Field(description="A short stable name.", examples=["staff"])
    title: Text = Field(description="What the group is called.", examples=["All staff"])
    publish: Publish = Field(
        default=Publish.PROTECTED,
        description="`open`: anyone who reaches the site may read it. `protected`: only built "
        "when asked for by name.",
        examples=["open"],
    )


class EmergencyNumber(Part):
    """A number that is in reach on every page."""

    id: Id = Field(description="A short stable name.", examples=["eu-112"])
    number: str = Field(min_length=1, description="The number to dial.", examples=["112"])
    label: Text = Field(
        description="Whom it reaches, in a few words.", examples=["Fire, ambulance"]
    )
    audience: AudienceRef | None = Field(
        default=None,
        description="The most open audience that may see it; left out, everyone.",
        examples=["staff"],
    )


class ContactRule(Part):
    """The most open audience that a kind of contact may be shown to."""

    kind: Channel = Field(description="The kind of contact.", examples=["home"])
    audience: AudienceRef = Field(description="No more open than this.", examples=["crisis-team"])


class Header(Part):
    """Which plan this is."""

    id: Id = Field(description="A short stable name of the plan.", examples=["scheldenet"])
    organisation: Name = Field(description="Whose plan it is.", examples=["ScheldeNet"])
    title: Text = Field(description="The plan's title.", examples=["Emergency plan"])
    owner: Annotated[str, Ref("role", "person")] | None = Field(
        default=None,
        description="Who keeps the plan: a role or a person.",
        examples=["continuity-manager"],
    )
    revision: str = Field(
        min_length=1, description="The revision, as printed on every sheet.", examples=["2026.3"]
    )
    issued: date | None = Field(
        default=None, description="The day this revision was approved.", examples=["2026-10-01"]
    )
    review_by: date | None = Field(
        default=None, description="The day by which it is reviewed.", examples=["2027-10-01"]
    )
    languages: tuple[LanguageTag, ...] = Field(
        default=("en",),
        min_length=1,
        description="The plan's languages (BCP 47), the first one first.",
        examples=[["en", "nl"]],
    )
    audiences: tuple[Audience, ...] = Field(
        default=(),
        description="Groups of readers, from the most open to the most closed.",
        examples=[[{"id": "staff", "title": "All staff", "publish": "open"}]],
    )
    default_audience: AudienceRef | None = Field(
        default=None,
        description="Who may see what names no audience; left out, only the most closed one.",
        examples=["staff"],
    )
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None,
        description="Country (ISO 3166) of phone numbers written without country code.",
        examples=["BE"],
    )
    site_url: WebAddress | None = Field(
        default=None,
        description="Where the site is published; QR codes need it.",
        examples=["https://plan.scheldenet.example/"],
    )
    mirrors: tuple[WebAddress, ...] = Field(
        default=(),
        description="Other addresses of the same site.",
        examples=[["https://plan-mirror.example/"]],
    )
    emergency_numbers: tuple[EmergencyNumber, ...] = Field(
        default=(),
        description="Numbers in reach on every page, the most urgent first.",
        examples=[[{"id": "eu-112", "number": "112", "label": "Fire, ambulance"}]],
    )
    logo: PicturePath | None = Field(
        default=None,
        description="Path of the logo, inside the plan's folder. The icon on home screens is made "
        "of it, or of the organisation's initials if it is over three times as long as wide.",
        examples=["pictures/logo.svg"],
    )
    colour: Colour | None = Field(
        default=None, description="The organisation's colour.", examples=["#0B4F6C"]
    )
    verify_contacts_every: Duration = Field(
        default=Duration(365 * 86400),
        description="How long a contact counts as verified.",
        examples=["180 days"],
    )
    contact_rules: tuple[ContactRule, ...] = Field(
        default=(),
        description="The most open audience for a kind of contact. Without a rule, home numbers "
        "are for the most closed audience; mobile, radio and satellite not for the most open one.",
        examples=[[{"kind": "home", "audience": "crisis-team"}]],
    )


class Synonyms(Part):
    """Words that mean the same to someone who searches."""

    words: tuple[Text, ...] = Field(
        min_length=2,
        description="Words that are found for one another.",
        examples=[["lift", "elevator"]],
    )
