"""A role in a crisis (ICS: position)."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import About, AudienceRef, Noun, PersonRef, RoleRef, SiteRef
from generator.model.contact import Contact
from generator.model.text import Text


class Role(Noun, frozen=True, kw_only=True):
    """A role (HICS job action sheet): what its holder must achieve, and who may hold it."""

    title: Annotated[Text, About("The role's title.", "Crisis lead")]
    mission: Annotated[
        Text | None,
        About(
            "What the role is there to achieve, in one sentence.",
            "Lead the response until the crisis has ended.",
        ),
    ] = None
    reports_to: Annotated[RoleRef | None, About("The role it reports to.", "director")] = None
    site: Annotated[SiteRef | None, About("The site where it works from.", "tower")] = None
    place: Annotated[
        Text | None,
        About("The place within the site.", "Crisis room, floor 4"),
    ] = None
    duties: Annotated[
        tuple[Text, ...],
        About(
            "Standing duties, one sentence each.",
            ["Declare the crisis level.", "Approve every public statement."],
        ),
    ] = ()
    holder: Annotated[
        PersonRef | None,
        About("Who holds it; left out while the role is vacant.", "noor-verhaegen"),
    ] = None
    alternates: Annotated[
        tuple[PersonRef, ...], About("Who takes over, in this order.", ["tom-claes", "sofie-maes"])
    ] = ()
    crisis: Annotated[
        bool,
        About("False for a role that only exists in normal times.", False),
    ] = True
    reads: Annotated[
        AudienceRef | None,
        About("The audience its holder belongs to: what a printed card may show.", "crisis-team"),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        About(
            "Numbers that belong to the role, such as a duty phone.",
            [{"kind": "phone", "value": "+33 1 99 00 11 12", "label": "Duty phone"}],
        ),
    ] = ()
    keywords: Annotated[
        tuple[Text, ...],
        About("Other words by which people search for it.", ["boss", "incident commander"]),
    ] = ()
