"""What the organisation delivers, and to whom."""

from __future__ import annotations

from pydantic import Field

from generator.model.action import OwnerRef
from generator.model.base import Noun, ProductRef
from generator.model.supplier import Correspondent
from generator.model.text import Name, Text


class Product(Noun):
    """A product or service that the organisation delivers."""

    name: Name = Field(description="Its name.", examples=[{"en": "Connectivity"}])
    summary: Text | None = Field(
        default=None, description="What customers get.", examples=["Internet for campuses."]
    )
    owner: OwnerRef | None = Field(
        default=None, description="Who answers for it.", examples=["network-lead"]
    )
    priority: int | None = Field(
        default=None, ge=1, description="Its place in recovery; 1 comes first.", examples=[1]
    )


class Customer(Noun):
    """A customer, or a group of them, whom the organisation cannot do without."""

    name: Name = Field(description="Who it is.", examples=["Streekziekenhuis"])
    share: Text | None = Field(
        default=None, description="What they mean for the firm.", examples=["22 % of sales"]
    )
    agreed: Text | None = Field(
        default=None, description="What was agreed.", examples=["Restored within 4 hours"]
    )
    priority: int | None = Field(
        default=None, ge=1, description="Their place in recovery; 1 comes first.", examples=[1]
    )
    products: tuple[ProductRef, ...] = Field(
        default=(), description="What they buy.", examples=[["connectivity"]]
    )
    primary: Correspondent | None = Field(
        default=None, description="Whom to call first.", examples=[{"name": "IT service desk"}]
    )
    secondary: Correspondent | None = Field(
        default=None, description="Whom to call otherwise.", examples=[{"name": "Director"}]
    )
