"""What all nouns of a plan share: identity, audience, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from msgspec import Struct

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


class About(Struct, frozen=True):
    """What a field of the plan is for, and which values it takes; it stands in its annotation.

    ``example`` is a value as a plan's file has it. The limits hold for numbers, both included;
    ``fewest`` are the items that a list needs, or the letters of a text.
    """

    meaning: str
    example: Any
    at_least: int | None = None
    at_most: int | None = None
    fewest: int = 0


class Pattern(Struct, frozen=True):
    """Marks a text that must match a regular expression as a whole."""

    expression: str
    longest: int | None = None


Id = Annotated[str, Pattern(ID_PATTERN, longest=64)]


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text is the id of something of one of these kinds."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


class FilePath(Struct, frozen=True):
    """Marks a field whose text is the path of a picture or document in the plan's folder."""


AudienceRef = Annotated[str, Ref("audience")]
PersonRef = Annotated[str, Ref("person")]
RoleRef = Annotated[str, Ref("role")]
UnitRef = Annotated[str, Ref("unit")]
SiteRef = Annotated[str, Ref("site")]
SupplierRef = Annotated[str, Ref("supplier")]
SystemRef = Annotated[str, Ref("system")]
ProductRef = Annotated[str, Ref("product")]
AuthorityRef = Annotated[str, Ref("authority")]
LevelRef = Annotated[str, Ref("level")]
CriterionRef = Annotated[str, Ref("criterion")]
ScenarioRef = Annotated[str, Ref("scenario")]
VariantRef = Annotated[str, Ref("variant")]
ChecklistRef = Annotated[str, Ref("checklist")]
CallTreeRef = Annotated[str, Ref("call-tree")]
MessageRef = Annotated[str, Ref("message")]
CalleeRef = Annotated[str, Ref("role", "person")]
ContactRef = Annotated[
    str,
    Ref("role", "person", "unit", "supplier", "customer", "authority", "site", "emergency-number"),
]
PicturePath = Annotated[str, FilePath()]


class Part(Struct, frozen=True, kw_only=True, gc=False):
    """What all parts of a plan are. Their fields are read by name, and an unknown one is a fault.

    They hold values and other parts only, never what holds them: so the search for cycles of
    references needn't look at them.
    """


class Restricted(Part, frozen=True, kw_only=True):
    """Something that not every audience may see."""

    audience: Annotated[
        AudienceRef | None,
        About(
            "The most open audience that may see this; without one, the plan's "
            "`default_audience` holds.",
            "staff",
        ),
    ] = None


class Noun(Restricted, frozen=True, kw_only=True):
    """Something with a stable id, which is also its address in the site."""

    id: Annotated[
        Id,
        About(
            "A short stable name: small letters, digits and hyphens. It makes the page's "
            "address and is what other parts of the plan refer to.",
            "crisis-lead",
        ),
    ]
    aliases: Annotated[
        tuple[Id, ...], About("Former ids; their old addresses keep working.", ["crisis-manager"])
    ] = ()
