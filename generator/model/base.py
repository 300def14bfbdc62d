"""What all nouns of a plan share: identity, audience, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]


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


class Part(BaseModel):
    """Frozen, and closed: an unknown field is a fault, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Restricted(Part):
    """Something that not every audience may see."""

    audience: AudienceRef | None = Field(
        default=None,
        description="The most open audience that may see this; without one, the plan's "
        "`default_audience` holds.",
        examples=["staff"],
    )


class Noun(Restricted):
    """Something with a stable id, which is also its address in the site."""

    id: Id = Field(
        description="A short stable name: small letters, digits and hyphens. It makes the page's "
        "address and is what other parts of the plan refer to.",
        examples=["crisis-lead"],
    )
    aliases: tuple[Id, ...] = Field(
        default=(),
        description="Former ids; their old addresses keep working.",
        examples=[["crisis-manager"]],
    )
