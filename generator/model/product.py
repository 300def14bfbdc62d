"""What the organisation delivers, and to whom."""

from __future__ import annotations

from typing import Annotated

from generator.model.action import OwnerRef
from generator.model.base import About, Noun, ProductRef
from generator.model.supplier import Correspondent
from generator.model.text import Name, Text


class Product(Noun, frozen=True, kw_only=True):
    """A product or service that the organisation delivers."""

    name: Annotated[Name, About("Its name.", {"en": "Connectivity"})]
    summary: Annotated[Text | None, About("What customers get.", "Internet for campuses.")] = None
    owner: Annotated[OwnerRef | None, About("Who answers for it.", "network-lead")] = None
    priority: Annotated[
        int | None, About("Its place in recovery; 1 comes first.", 1, at_least=1)
    ] = None


class Customer(Noun, frozen=True, kw_only=True):
    """A customer, or a group of them, whom the organisation cannot do without."""

    name: Annotated[Name, About("Who it is.", "Streekziekenhuis")]
    share: Annotated[Text | None, About("What they mean for the firm.", "22 % of sales")] = None
    agreed: Annotated[Text | None, About("What was agreed.", "Restored within 4 hours")] = None
    priority: Annotated[
        int | None, About("Their place in recovery; 1 comes first.", 1, at_least=1)
    ] = None
    products: Annotated[tuple[ProductRef, ...], About("What they buy.", ["connectivity"])] = ()
    primary: Annotated[
        Correspondent | None, About("Whom to call first.", {"name": "IT service desk"})
    ] = None
    secondary: Annotated[
        Correspondent | None, About("Whom to call otherwise.", {"name": "Director"})
    ] = None
