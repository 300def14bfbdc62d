"""A role in a crisis (ICS: position)."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import AudienceRef, Noun, PersonRef, RoleRef, SiteRef
from generator.model.contact import Contact
from generator.model.text import Text


class Role(Noun):
    """A role (HICS job action sheet): what its holder must achieve, and who may hold it."""

    title: Text = Field(description="The role's title.", examples=["Crisis lead"])
    mission: Text | None = Field(
        default=None,
        description="What the role is there to achieve, in one sentence.",
        examples=["Lead the response until the crisis has ended."],
    )
    reports_to: RoleRef | None = Field(
        default=None, description="The role it reports to.", examples=["director"]
    )
    site: SiteRef | None = Field(
        default=None, description="The site where it works from.", examples=["tower"]
    )
    place: Text | None = Field(
        default=None,
        description="The place within the site.",
        examples=["Crisis room, floor 4"],
    )
    duties: tuple[Text, ...] = Field(
        default=(),
        description="Standing duties, one sentence each.",
        examples=[["Declare the crisis level.", "Approve every public statement."]],
    )
    holder: PersonRef | None = Field(
        default=None,
        description="Who holds it; left out while the role is vacant.",
        examples=["noor-verhaegen"],
    )
    alternates: tuple[PersonRef, ...] = Field(
        default=(),
        description="Who takes over, in this order.",
        examples=[["tom-claes", "sofie-maes"]],
    )
    crisis: bool = Field(
        default=True,
        description="False for a role that only exists in normal times.",
        examples=[False],
    )
    reads: AudienceRef | None = Field(
        default=None,
        description="The audience its holder belongs to: what a printed card may show.",
        examples=["crisis-team"],
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        description="Numbers that belong to the role, such as a duty phone.",
        examples=[[{"kind": "phone", "value": "+33 1 99 00 11 12", "label": "Duty phone"}]],
    )
    keywords: tuple[Text, ...] = Field(
        default=(),
        description="Other words by which people search for it.",
        examples=[["boss", "incident commander"]],
    )
