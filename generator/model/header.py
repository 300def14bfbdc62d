"""Which plan it is, who reads it, and what holds for all of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, AudienceRef, Id, Part, Pattern, PicturePath
from generator.model.contact import Channel
from generator.model.duration import Duration
from generator.model.text import Name, Text

LanguageTag = Annotated[str, Pattern(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
WebAddress = Annotated[str, Pattern(r"^https?://[^\s<>\"']+$")]
Country = Annotated[str, Pattern(r"^[A-Z]{2}$")]
Colour = Annotated[str, Pattern(r"^#[0-9A-Fa-f]{6}$")]


class Publish(StrEnum):
    """How an audience's edition leaves the house."""

    OPEN = "open"
    PROTECTED = "protected"


class Audience(Part, frozen=True, kw_only=True):
    """A group of readers; each sees all that the ones before it see."""

    id: Annotated[Id, About("A short stable name.", "staff")]
    title: Annotated[Text, About("What the group is called.", "All staff")]
    publish: Annotated[
        Publish,
        About(
            "`open`: anyone who reaches the site may read it. `protected`: only built "
            "when asked for by name.",
            "open",
        ),
    ] = Publish.PROTECTED


class EmergencyNumber(Part, frozen=True, kw_only=True):
    """A number that is in reach on every page."""

    id: Annotated[Id, About("A short stable name.", "eu-112")]
    number: Annotated[str, About("The number to dial.", "112", fewest=1)]
    label: Annotated[Text, About("Whom it reaches, in a few words.", "Fire, ambulance")]
    audience: Annotated[
        AudienceRef | None,
        About("The most open audience that may see it; left out, everyone.", "staff"),
    ] = None


class ContactRule(Part, frozen=True, kw_only=True):
    """The most open audience that a kind of contact may be shown to."""

    kind: Annotated[Channel, About("The kind of contact.", "home")]
    audience: Annotated[AudienceRef, About("No more open than this.", "crisis-team")]


class Header(Part, frozen=True, kw_only=True):
    """Which plan this is."""

    id: Annotated[Id, About("A short stable name of the plan.", "scheldenet")]
    organisation: Annotated[Name, About("Whose plan it is.", "ScheldeNet")]
    title: Annotated[Text, About("The plan's title.", "Emergency plan")]
    owner: Annotated[
        OwnerRef | None,
        About("Who keeps the plan: a role or a person.", "continuity-manager"),
    ] = None
    revision: Annotated[str, About("The revision, as printed on every sheet.", "2026.3", fewest=1)]
    issued: Annotated[
        date | None,
        About("The day this revision was approved.", "2026-10-01"),
    ] = None
    review_by: Annotated[
        date | None,
        About("The day by which it is reviewed.", "2027-10-01"),
    ] = None
    languages: Annotated[
        tuple[LanguageTag, ...],
        About("The plan's languages (BCP 47), the first one first.", ["en", "nl"], fewest=1),
    ] = ("en",)
    audiences: Annotated[
        tuple[Audience, ...],
        About(
            "Groups of readers, from the most open to the most closed.",
            [{"id": "staff", "title": "All staff", "publish": "open"}],
        ),
    ] = ()
    default_audience: Annotated[
        AudienceRef | None,
        About("Who may see what names no audience; left out, only the most closed one.", "staff"),
    ] = None
    country: Annotated[
        Country | None,
        About("Country (ISO 3166) of phone numbers written without country code.", "BE"),
    ] = None
    site_url: Annotated[
        WebAddress | None,
        About("Where the site is published; QR codes need it.", "https://plan.scheldenet.example/"),
    ] = None
    mirrors: Annotated[
        tuple[WebAddress, ...],
        About("Other addresses of the same site.", ["https://plan-mirror.example/"]),
    ] = ()
    emergency_numbers: Annotated[
        tuple[EmergencyNumber, ...],
        About(
            "Numbers in reach on every page, the most urgent first.",
            [{"id": "eu-112", "number": "112", "label": "Fire, ambulance"}],
        ),
    ] = ()
    logo: Annotated[
        PicturePath | None,
        About(
            "Path of the logo, inside the plan's folder. The icon on home screens is made "
            "of it, or of the organisation's initials if it is over three times as long as wide.",
            "pictures/logo.svg",
        ),
    ] = None
    colour: Annotated[Colour | None, About("The organisation's colour.", "#0B4F6C")] = None
    verify_contacts_every: Annotated[
        Duration, About("How long a contact counts as verified.", "180 days")
    ] = Duration(365 * 86400)
    contact_rules: Annotated[
        tuple[ContactRule, ...],
        About(
            "The most open audience for a kind of contact. Without a rule, home numbers are for "
            "the most closed audience; mobile, radio and satellite not for the most open one.",
            [{"kind": "home", "audience": "crisis-team"}],
        ),
    ] = ()


class Synonyms(Part, frozen=True, kw_only=True):
    """Words that mean the same to someone who searches."""

    words: Annotated[
        tuple[Text, ...],
        About("Words that are found for one another.", ["lift", "elevator"], fewest=2),
    ]
